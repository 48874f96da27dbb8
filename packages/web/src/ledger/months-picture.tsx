import type { Gives } from '@tamarack/contract';
import { useRouter } from '@tanstack/react-router';
import { Link } from '../ui/link.tsx';
import { ledgerHref } from './ledger-search.ts';
import { monthWords, stackMonths } from './month-stacks.ts';
import classes from './months-picture.module.css';

type Month = Gives<'GET /accounts/:accountId/ledger'>['months'][number];

export type MonthsPictureProps = { readonly accountId: string; readonly months: readonly Month[] };

const HEIGHT = 178;
/** Above the bars for their sums, and below them for their names. */
const ABOVE = 16;
const BELOW = 20;
const PARTS = ['kept', 'waived', 'broken'] as const;

/** What was settled in each month, as stacked bars, and the same figures as a table that leads to the rows. */
export function MonthsPicture({ accountId, months }: MonthsPictureProps) {
  const router = useRouter();
  const bars = stackMonths(months, HEIGHT - ABOVE - BELOW);
  const share = 100 / bars.length;
  const width = Math.min(share * 0.62, 7);
  return (
    <div className={classes['months']}>
      <svg width="100%" height={HEIGHT} aria-hidden focusable="false">
        <line x1="0" x2="100%" y1={HEIGHT - BELOW + 0.5} y2={HEIGHT - BELOW + 0.5} stroke="var(--tm-line)" />
        {bars.map(({ month, parts, sum, top }, index) => (
          <g key={month} className={classes['bar']} onClick={() => router.history.push(monthHref(accountId, month))}>
            <rect x={`${index * share}%`} width={`${share}%`} y="0" height={HEIGHT} fill="transparent" />
            {parts.map(({ of, y, height }) => (
              <rect
                key={of}
                x={`${(index + 0.5) * share - width / 2}%`}
                width={`${width}%`}
                y={ABOVE + y}
                height={Math.max(height - 1, 1)}
                fill={`var(--tm-${of})`}
              />
            ))}
            {sum > 0 && (
              <text x={`${(index + 0.5) * share}%`} y={ABOVE + top - 5} className={classes['sum']}>
                {sum}
              </text>
            )}
            {(bars.length <= 8 || (bars.length - 1 - index) % 2 === 0) && (
              <text x={`${(index + 0.5) * share}%`} y={HEIGHT - 6} className={classes['name']}>
                {monthWords(month, bars.length > 6)}
              </text>
            )}
          </g>
        ))}
      </svg>
      <div className={classes['legend']}>
        {PARTS.filter((part) => months.some((month) => month[part] > 0)).map((part) => (
          <span key={part}>
            <i style={{ background: `var(--tm-${part})` }} />
            {part}
          </span>
        ))}
      </div>
      <details className={classes['details']}>
        <summary>The same as a table</summary>
        <MonthTable {...{ accountId, months }} />
      </details>
    </div>
  );
}

function MonthTable({ accountId, months }: MonthsPictureProps) {
  return (
    <table className={classes['table']}>
      <caption>Settled by month, in the account’s zone</caption>
      <thead>
        <tr>
          {['Month', 'Kept', 'Broken', 'Waived'].map((name) => (
            <th key={name} scope="col">
              {name}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {months.toReversed().map(({ month, kept, broken, waived }) => (
          <tr key={month}>
            <th scope="row">
              <Link href={monthHref(accountId, month)}>{monthWords(month, false)}</Link>
            </th>
            <td>{kept}</td>
            <td>{broken}</td>
            <td>{waived}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

/** To the rows that the bar counts: those that were settled then. */
function monthHref(accountId: string, month: string): string {
  return ledgerHref(accountId, { show: 'settled', month });
}
