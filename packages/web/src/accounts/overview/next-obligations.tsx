import { useGet } from '../../api/use-get.ts';
import { aboutOf } from '../../ledger/obligation-columns.tsx';
import { roleWords } from '../../ledger/obligation-words.ts';
import { Instant } from '../../ui/instant.tsx';
import { Link } from '../../ui/link.tsx';
import { QueryState } from '../../ui/query-state.tsx';
import { StateBadge } from '../../ui/state-badge.tsx';
import classes from './overview.module.css';

export type NextObligationsProps = {
  readonly accountId: string;
  readonly side: 'provider' | 'customer';
  /** What stands there while nothing is due. */
  readonly none: string;
};

const SHOWN = 7;

/** What one side owes next. */
export function NextObligations({ accountId, side, none }: NextObligationsProps) {
  const due = useGet('GET /accounts/:accountId/obligations', {
    params: { accountId },
    query: { show: 'due', side, limit: SHOWN },
  });
  return (
    <QueryState query={due}>
      {({ rows }) =>
        rows.length === 0 ? (
          <p className={classes['none']}>{none}</p>
        ) : (
          <ul className={classes['list']}>
            {rows.map((row) => (
              <li key={row.id}>
                <div className={classes['what']}>
                  <Link href={`/accounts/${accountId}/ledger/${row.id}`}>{row.title}</Link>
                  <span>
                    {aboutOf(row)} · {roleWords(row.role)}
                  </span>
                </div>
                <div className={classes['when']}>
                  {row.dueAt === null ? (
                    <StateBadge state={row.state} />
                  ) : (
                    <Instant at={row.dueAt} accountZone={row.accountZone} />
                  )}
                  {row.dueAt !== null && (
                    <span>
                      <Instant at={row.dueAt} accountZone={row.accountZone} as="short" />
                    </span>
                  )}
                </div>
              </li>
            ))}
          </ul>
        )
      }
    </QueryState>
  );
}
