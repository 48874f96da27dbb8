import type { Outcome, ReplayResult } from '../result/replay-result.ts';
import { escapeHtml } from '../../platform/escape-html.ts';
import { htmlTable } from './html-table.ts';
import { sumBy } from './sums.ts';
import { key, stackedBar } from './svg.ts';
import { number, share } from './words.ts';

const SHOWN = 15;

type Row = readonly [group: string, outcome: Outcome];

/** Which group kept what the provider owes, those with the most breaches first. */
export function groups({ promises, byGroup }: ReplayResult): string {
  const owed = new Set(
    promises.filter(({ owedBy, form }) => owedBy !== 'customer' && form !== 'request').map(({ promise }) => promise),
  );
  const rows = sumBy(
    byGroup.filter(({ promise }) => owed.has(promise)),
    ({ group }) => group,
  )
    .filter(([, { met, breached }]) => met + breached > 0)
    .toSorted(
      ([a, x], [b, y]) => y.breached - x.breached || (x.attainment ?? 1) - (y.attainment ?? 1) || (a < b ? -1 : 1),
    );
  const most = Math.max(1, ...rows.map(([, { met, breached }]) => met + breached));
  const rest = rows.slice(SHOWN);
  return `<section aria-labelledby="groups"><h2 id="groups">Group by group</h2>
<p class="lead">All promises that the provider owes, by the group that held the incident when the clock was decided; those with the most breaches come first.</p>
${key([
  ['good', 'met in time'],
  ['miss', 'breached'],
])}
${table('By group', rows.slice(0, SHOWN), most)}
${rest.length > 0 ? `<details><summary>${number(rest.length)} more groups</summary>${table('More groups', rest, most)}</details>` : ''}</section>`;
}

function table(name: string, rows: readonly Row[], most: number): string {
  return htmlTable<Row>(
    name,
    [
      { heading: 'Group', cell: ([group]) => escapeHtml(group) },
      {
        heading: '',
        className: 'barcell',
        cell: ([group, { met, breached }]) =>
          stackedBar(
            `${group}: ${number(met)} met, ${number(breached)} breached`,
            [
              ['good', met],
              ['miss', breached],
            ],
            most,
          ),
      },
      { heading: 'In time', numeric: true, cell: ([, outcome]) => `<strong>${share(outcome)}</strong>` },
      { heading: 'Met', numeric: true, cell: ([, { met }]) => number(met) },
      {
        heading: 'Breached',
        numeric: true,
        cell: ([, { breached }]) => (breached > 0 ? `<span class="bad">${number(breached)}</span>` : '0'),
      },
      { heading: 'of which late', numeric: true, cell: ([, { late }]) => number(late) },
    ],
    rows,
  );
}
