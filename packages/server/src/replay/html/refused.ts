import { plural } from '../result/duration-words.ts';
import type { ReplayResult } from '../result/replay-result.ts';
import { escapeHtml } from '../../platform/escape-html.ts';
import { htmlTable } from './html-table.ts';
import { number } from './words.ts';

/** The rows that could not be used, and why. */
export function refused({ refused: count, refusedBy, refusedRows }: ReplayResult): string {
  const reasons = htmlTable(
    'Refused rows by reason',
    [
      { heading: 'Reason', cell: ({ says }) => escapeHtml(says) },
      { heading: 'Rows', numeric: true, cell: ({ count: rows }) => number(rows) },
    ],
    refusedBy,
  );
  const rows = htmlTable(
    'Refused rows',
    [
      { heading: 'Line', className: 'w', cell: ({ line }) => number(line) },
      { heading: 'Incident', className: 'w', cell: ({ incident }) => escapeHtml(incident ?? '–') },
      { heading: 'Why it was refused', cell: ({ sentence }) => escapeHtml(sentence) },
    ],
    refusedRows,
    ({ line }) => `line-${line}`,
  );
  const first =
    refusedRows.length < count
      ? `<p class="quiet">The first ${number(refusedRows.length)} of ${number(count)}.</p>`
      : '';
  return `<section aria-labelledby="refused"><h2 id="refused">Refused rows</h2>
${count === 0 ? '<p class="lead">Every row of the log was used.</p>' : `<p class="lead">${plural(count, 'row')} of the log could not be used and changed nothing. Mend them or the map, and replay again.</p>${reasons}${first}${rows}`}</section>`;
}
