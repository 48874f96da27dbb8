import { shortDuration } from '../result/duration-words.ts';
import type { ReplayResult } from '../result/replay-result.ts';
import { escapeHtml } from '../../platform/escape-html.ts';
import { htmlTable } from './html-table.ts';
import { stackedBar } from './svg.ts';
import { number, severityName } from './words.ts';

/** What stood still and why. */
export function pauses({ paused, withCustomer, promises }: ReplayResult): string {
  const titles = new Map(promises.map(({ promise, title }) => [promise, title]));
  const most = Math.max(1, ...paused.map(({ seconds }) => seconds));
  const longest = Math.max(1, ...withCustomer.map(({ seconds }) => seconds));
  const clocks = htmlTable(
    'Pauses of clocks by promise, reason and severity',
    [
      {
        heading: 'Promise and reason',
        cell: ({ promise, because }) => `${escapeHtml(titles.get(promise) ?? promise)}: ${escapeHtml(because)}`,
      },
      {
        heading: '',
        className: 'barcell',
        cell: ({ seconds }) => stackedBar(shortDuration(seconds), [['accent', seconds]], most),
      },
      { heading: 'Severity', numeric: true, cell: ({ severity }) => String(severity ?? '–') },
      { heading: 'Pauses', numeric: true, cell: ({ pauses: count }) => number(count) },
      { heading: 'Open time stood still', numeric: true, cell: ({ seconds }) => shortDuration(seconds) },
    ],
    [...paused].toSorted((a, b) => b.seconds - a.seconds),
  );
  const waits = htmlTable(
    'Time that incidents spent with the customer',
    [
      { heading: 'With the customer', cell: ({ severity }) => severityName(severity) },
      {
        heading: '',
        className: 'barcell',
        cell: ({ seconds }) => stackedBar(shortDuration(seconds), [['accent', seconds]], longest),
      },
      { heading: 'Times', numeric: true, cell: ({ times }) => number(times) },
      { heading: 'Together', numeric: true, cell: ({ seconds }) => shortDuration(seconds) },
      {
        heading: 'Each, on average',
        numeric: true,
        cell: ({ seconds, times }) => shortDuration(seconds / Math.max(1, times)),
      },
    ],
    withCustomer,
  );
  return `<section aria-labelledby="paused"><h2 id="paused">Paused and waiting</h2>
${paused.length > 0 ? `<p class="lead">Open time in which clocks stood still, by promise and reason.</p>${clocks}` : '<p class="lead">No promise of this description pauses its clock, or none that the log opened was ever paused: every clock ran through.</p>'}
${withCustomer.length > 0 ? `<h3>Time with the customer</h3>${waits}` : '<p class="quiet">No incident of the log waited for the customer.</p>'}</section>`;
}
