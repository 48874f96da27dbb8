import type { ReplayResult } from '../result/replay-result.ts';
import { escapeHtml } from '../../platform/escape-html.ts';

/** How it was counted, and which promises a log of tickets cannot tell about. */
export function method({ notes, notFollowed, judgedAt, log }: ReplayResult): string {
  const judged =
    judgedAt === null
      ? ''
      : `<li>Clocks that still ran were judged at ${escapeHtml(judgedAt)}, the end of the log.</li>`;
  const silent = notFollowed.map(({ title, because }) => `<li>${escapeHtml(title)}: ${escapeHtml(because)}.</li>`);
  return `<section aria-labelledby="method"><h2 id="method">How this was counted</h2>
<ul class="notes">${notes.map((note) => `<li>${escapeHtml(note)}</li>`).join('')}${judged}<li>The log was read through the map ${escapeHtml(log.map)}.</li></ul>
${silent.length > 0 ? `<details><summary>${silent.length} promises that a log of tickets cannot tell about</summary><ul class="notes">${silent.join('')}</ul></details>` : ''}</section>`;
}
