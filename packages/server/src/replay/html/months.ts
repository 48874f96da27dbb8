import type { Outcome, ReplayResult } from '../result/replay-result.ts';
import { escapeHtml } from '../../platform/escape-html.ts';
import { htmlTable } from './html-table.ts';
import { sumBy } from './sums.ts';
import { key, label, line, picture, rect } from './svg.ts';
import { monthName, number, share } from './words.ts';

/** More columns than these do not fit beside each other; the table has them all. */
const SHOWN = 18;

/** How each promise was kept month by month: columns with their numbers, and the table behind them. */
export function months({ promises, byMonth }: ReplayResult): string {
  const charts = promises
    .filter(({ met, breached }) => met + breached > 0)
    .map(({ promise, title, owedBy }) => {
      const rows = sumBy(
        byMonth.filter((row) => row.promise === promise),
        ({ month }) => month,
      ).toSorted(([a], [b]) => (a < b ? -1 : 1));
      const owed = owedBy === 'customer' ? ' <span>owed by the customer</span>' : '';
      return `<figure><figcaption>${escapeHtml(title)}${owed}</figcaption>${columns(title, rows.slice(-SHOWN))}
<details><summary>${rows.length > SHOWN ? `All ${rows.length} months` : 'Numbers'}</summary>${table(title, rows)}</details></figure>`;
    });
  return `<section aria-labelledby="months"><h2 id="months">Month by month</h2>
<p class="lead">Decided clocks by the month in which they opened, and the share that was met in time.</p>
${key([
  ['good', 'met in time'],
  ['miss', 'breached'],
])}
<div class="charts">${charts.join('')}</div></section>`;
}

type Row = readonly [month: string, outcome: Outcome];

const TOP = 18;
const HEIGHT = 110;

function columns(title: string, rows: readonly Row[]): string {
  const most = Math.max(1, ...rows.map(([, { met, breached }]) => met + breached));
  const step = 1 / Math.max(rows.length, 6);
  const width = step * 0.62;
  const dense = rows.length > 9;
  const drawn = rows.map(([month, outcome], i) => {
    const x = (i + 0.5) * step - width / 2;
    const good = (outcome.met / most) * HEIGHT;
    const bad = (outcome.breached / most) * HEIGHT;
    const top = TOP + HEIGHT - good - bad;
    const says = `${monthName(month)}: ${number(outcome.met)} met, ${number(outcome.breached)} breached`;
    const percent = outcome.attainment === null ? '' : `${Math.floor(outcome.attainment * 100)}${dense ? '' : ' %'}`;
    return [
      rect('good', x, TOP + HEIGHT - good, width, good, says),
      outcome.breached > 0 ? rect('miss', x, top, width, Math.max(bad - (good > 0 ? 1 : 0), 1.5), says) : '',
      label(percent, (i + 0.5) * step, top - 5, outcome.breached > 0 ? 'b' : 'm'),
      label(shortMonth(month, i, rows), (i + 0.5) * step, TOP + HEIGHT + 15, 'q'),
      yearOf(month, i, rows) === '' ? '' : label(yearOf(month, i, rows), (i + 0.5) * step, TOP + HEIGHT + 29, 'q'),
    ].join('');
  });
  return picture(
    `${title} by month; the numbers are in the table below`,
    TOP + HEIGHT + 34,
    `${line('axis', 0, TOP + HEIGHT, 1, TOP + HEIGHT)}${drawn.join('')}`,
  );
}

/** Every month by name, or every other one where they stand close. */
function shortMonth(month: string, i: number, rows: readonly Row[]): string {
  return rows.length > 12 && i % 2 === 1 ? '' : (monthName(month).split(' ')[0] ?? month);
}

function yearOf(month: string, i: number, rows: readonly Row[]): string {
  const year = month.slice(0, 4);
  return rows[i - 1]?.[0].slice(0, 4) === year || !/^\d{4}-/.test(month) ? '' : year;
}

function table(title: string, rows: readonly Row[]): string {
  return htmlTable(
    `${title} by month`,
    [
      { heading: 'Month', cell: ([month]) => escapeHtml(monthName(month)) },
      { heading: 'In time', numeric: true, cell: ([, outcome]) => share(outcome) },
      { heading: 'Met', numeric: true, cell: ([, { met }]) => number(met) },
      { heading: 'Breached', numeric: true, cell: ([, { breached }]) => number(breached) },
      { heading: 'Undecided', numeric: true, cell: ([, { ended, running }]) => number(ended + running) },
    ],
    rows,
  );
}
