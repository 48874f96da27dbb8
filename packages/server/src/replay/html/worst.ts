import { shortDuration } from '../result/duration-words.ts';
import type { BreachResult, ReplayResult } from '../result/replay-result.ts';
import { escapeHtml } from '../../platform/escape-html.ts';
import { anchorOf } from './anchor-of.ts';
import { htmlTable } from './html-table.ts';
import { number, timesIn } from './words.ts';

/** The breaches that were latest in proportion to their targets, each leading to its incident. */
export function worst({ worst: breaches, overall, log }: ReplayResult): string {
  const times = timesIn(log.zone);
  const table = htmlTable<BreachResult>(
    'Worst breaches',
    [
      {
        heading: 'Incident',
        className: 'w',
        cell: ({ incident }) => `<a href="#${anchorOf('incident', incident)}">${escapeHtml(incident)}</a>`,
      },
      { heading: 'Promise', cell: ({ title, turn }) => escapeHtml(turn > 1 ? `${title} (${turn})` : title) },
      { heading: 'Severity', numeric: true, cell: ({ severity }) => String(severity ?? '–') },
      { heading: 'Group', cell: ({ group }) => escapeHtml(group) },
      { heading: 'Opened', className: 'w', cell: ({ opened }) => times.dateTime(opened) },
      { heading: 'Met', className: 'w', cell: ({ metAt }) => (metAt === null ? '–' : times.dateTime(metAt)) },
      {
        heading: 'Late by',
        numeric: true,
        cell: ({ lateSeconds }) =>
          `<span class="bad">${lateSeconds === 0 ? 'missed' : shortDuration(lateSeconds)}</span>`,
      },
      {
        heading: 'Took',
        numeric: true,
        cell: ({ lateSeconds, lateTargets }) =>
          lateSeconds === 0 ? '–' : `${number(Math.round((lateTargets + 1) * 10) / 10)} × the target`,
      },
    ],
    breaches,
  );
  const shown =
    breaches.length < overall.breached
      ? `The ${number(breaches.length)} latest of ${number(overall.breached)}, one for each incident and promise.`
      : 'All of them.';
  return `<section aria-labelledby="worst"><h2 id="worst">Worst breaches</h2>
${breaches.length === 0 ? '<p class="lead">There were none: what the provider owes was kept.</p>' : `<p class="lead">By how late they were in proportion to the target. ${shown} What the customer owes is not among them. Each incident leads to its timeline.</p>${table}`}</section>`;
}
