import { shortDuration } from '../result/duration-words.ts';
import type { Bin, PromiseResult, ReplayResult, SeverityResult } from '../result/replay-result.ts';
import type { Percentiles } from '../tally/durations.ts';
import { escapeHtml } from '../../platform/escape-html.ts';
import { htmlTable } from './html-table.ts';
import { label, line, picture, rect } from './svg.ts';
import { number, severityName } from './words.ts';

/** How much of the target's time each response took. */
export function responses({ promises }: ReplayResult): string {
  const timed = promises.filter(({ form, owedBy }) => form === 'response' && owedBy !== 'customer');
  const charts = timed.flatMap((promise) =>
    promise.severities
      .filter(({ elapsedSeconds }) => elapsedSeconds !== null)
      .map((severity) => responseChart(promise, severity)),
  );
  return `<section aria-labelledby="response"><h2 id="response">Response against the target</h2>
<p class="lead">How much of the promised time was used until the promise was met. Right of the dashed line it was met late; what was never met is not in these pictures.</p>
${charts.length > 0 ? `<div class="charts">${charts.join('')}</div>` : '<p class="quiet">No promise of a response was met in this log.</p>'}</section>`;
}

function responseChart(
  { title }: PromiseResult,
  { severity, target, elapsedSeconds, shareOfTarget }: SeverityResult,
): string {
  const name = `${title}, ${severityName(severity)}`;
  const bins = shareOfTarget.map(({ upTo, count }, i) => ({ text: shareText(upTo), count, late: i > 4 }));
  const caption = `${escapeHtml(name)} <span>target ${escapeHtml(target ?? 'none')}</span>`;
  return `<figure><figcaption>${caption}</figcaption>${histogram(name, bins, 5)}${under(elapsedSeconds)}${behind(name, 'Share of the target', shareOfTarget, (bin, from) => range(bin, from, (part) => `${Math.round(part * 100)} %`))}</figure>`;
}

function shareText(upTo: number | null): string {
  if (upTo === null) return '';
  return upTo <= 1 ? `${Math.round(upTo * 100)}%` : `${upTo}×`;
}

/** How long incidents took from receipt to resolution. */
export function resolutions({ resolution, promises }: ReplayResult): string {
  const targets = promises.filter(
    ({ promise, form }) => form === 'response' && /resol|fix|repair|restor/.test(promise),
  );
  const charts = resolution
    .filter(({ elapsedSeconds }) => elapsedSeconds !== null)
    .map(({ severity, resolved, open, elapsedSeconds, workingSeconds, seconds }) => {
      const name = `Resolution, ${severityName(severity)}`;
      const bins = seconds.map(({ upTo, count }) => ({ text: upTo === null ? '' : compact(upTo), count, late: false }));
      const working =
        workingSeconds && elapsedSeconds && workingSeconds.p50 !== elapsedSeconds.p50
          ? ` In working time, half within ${shortDuration(workingSeconds.p50)}, 90 % within ${shortDuration(workingSeconds.p90)}.`
          : '';
      return `<figure><figcaption>${severityName(severity)} <span>${number(resolved)} resolved, ${number(open)} open</span></figcaption>${histogram(name, bins, undefined)}${under(elapsedSeconds, working)}${behind(name, 'From receipt to resolution', seconds, (bin, from) => range(bin, from, compact))}</figure>`;
    });
  const none =
    targets.length === 0
      ? 'This description promises no time for it, so there is no target to hold it against.'
      : `The promised times stand under <a href="#attainment">Attainment</a>.`;
  return `<section aria-labelledby="resolution"><h2 id="resolution">From receipt to resolution</h2>
<p class="lead">Elapsed time until the incident was resolved for the last time, on a scale of its own. ${none}</p><div class="charts">${charts.join('')}</div></section>`;
}

interface Column {
  readonly text: string;
  readonly count: number;
  readonly late: boolean;
}

const TOP = 18;
const HEIGHT = 88;

function histogram(name: string, bins: readonly Column[], target: number | undefined): string {
  const most = Math.max(1, ...bins.map(({ count }) => count));
  const step = 1 / bins.length;
  const drawn = bins.map(({ text, count, late }, i) => {
    const height = (count / most) * HEIGHT;
    const y = TOP + HEIGHT - height;
    return [
      count > 0
        ? rect(
            late ? 'miss' : target === undefined ? 'accent' : 'good',
            i * step + step * 0.1,
            y,
            step * 0.8,
            Math.max(1.5, height),
          )
        : '',
      count > 0 ? label(number(count), (i + 0.5) * step, y - 5, late ? 'b' : 'm') : '',
      // Edges are named, not bins; the last bin has none.
      i === bins.length - 1 ? '' : label(text, (i + 1) * step, TOP + HEIGHT + 15, 'q'),
    ].join('');
  });
  const mark = target === undefined ? '' : line('due', target * step, 4, target * step, TOP + HEIGHT + 3);
  return picture(
    `${name}; the numbers are in the table below`,
    TOP + HEIGHT + 20,
    `${line('axis', 0, TOP + HEIGHT, 1, TOP + HEIGHT)}${drawn.join('')}${mark}`,
  );
}

function under(percentiles: Percentiles | null, more = ''): string {
  if (!percentiles) return '';
  const { p50, p90, p99, most } = percentiles;
  return `<p class="under">Half within ${shortDuration(p50)}, 90 % within ${shortDuration(p90)}, 99 % within ${shortDuration(p99)}, the slowest ${shortDuration(most)}.${more}</p>`;
}

function behind(name: string, heading: string, bins: readonly Bin[], says: (bin: Bin, from: number) => string): string {
  const rows = bins.map((bin, i) => ({ says: says(bin, bins[i - 1]?.upTo ?? 0), count: bin.count }));
  const table = htmlTable(
    name,
    [
      { heading, cell: ({ says: text }) => escapeHtml(text) },
      { heading: 'Clocks', numeric: true, cell: ({ count }) => number(count) },
    ],
    rows,
  );
  return `<details><summary>Numbers</summary>${table}</details>`;
}

function range({ upTo }: Bin, from: number, word: (value: number) => string): string {
  if (upTo === null) return `more than ${word(from)}`;
  return from === 0 ? `up to ${word(upTo)}` : `${word(from)} to ${word(upTo)}`;
}

function compact(seconds: number): string {
  return seconds < 86_400 ? `${seconds / 3600} h` : `${seconds / 86_400} d`;
}
