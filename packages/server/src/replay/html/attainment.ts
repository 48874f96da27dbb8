import { shortDuration } from '../result/duration-words.ts';
import type { PromiseResult, ReplayResult, SeverityResult } from '../result/replay-result.ts';
import { escapeHtml } from '../../platform/escape-html.ts';
import { anchorOf } from './anchor-of.ts';
import { htmlTable } from './html-table.ts';
import { key, stackedBar } from './svg.ts';
import { number, severityName, share } from './words.ts';

/** Every promise that was followed, by severity: a bar and its numbers. */
export function attainment({ promises, severities }: ReplayResult): string {
  const names = new Map(severities.map(({ severity, name }) => [severity, name]));
  const shown = promises.filter(({ opened }) => opened > 0);
  const silent = promises.filter(({ opened }) => opened === 0);
  const body = shown.map(
    (promise) =>
      `${promiseRow(promise)}${promise.severities.map((severity) => severityRow(promise, severity, names)).join('')}`,
  );
  return `<section aria-labelledby="attainment"><h2 id="attainment">Attainment</h2>
<p class="lead">The share of decided clocks that were met in time, by promise and severity. A clock is one promise for one incident, from one opening.</p>
${key([
  ['good', 'met in time'],
  ['miss', 'breached'],
  ['rest', 'ended undecided, or still running'],
])}
<div class="table" role="region" aria-label="Attainment by promise and severity" tabindex="0"><table><thead><tr><th scope="col">Promise</th><th scope="col" class="barcell"></th><th scope="col" class="n">In time</th><th scope="col">Target</th><th scope="col" class="n">Met</th><th scope="col" class="n">Breached</th><th scope="col" class="n">of which late</th><th scope="col" class="n">Ended</th><th scope="col" class="n">Running</th><th scope="col" class="n">Half within</th><th scope="col" class="n">90 % within</th></tr></thead>
<tbody>${body.join('')}</tbody></table></div>
${whyEnded(shown)}${silent.length > 0 ? `<p class="quiet">Nothing in the log opened: ${escapeHtml(silent.map(({ title }) => title).join('; '))}.</p>` : ''}</section>`;
}

const OWED = {
  provider: 'owed by the provider',
  customer: 'owed by the customer',
  nobody: 'owed by nobody by name',
} as const;

function promiseRow(promise: PromiseResult): string {
  return `<tr class="group" id="${anchorOf('promise', promise.promise)}"><th scope="rowgroup" colspan="11">${escapeHtml(promise.title)} <span>${OWED[promise.owedBy]}; ${share(promise)} in time</span></th></tr>`;
}

function severityRow(promise: PromiseResult, result: SeverityResult, names: ReadonlyMap<number, string>): string {
  const { severity, opened, met, breached, late, ended, running, target, endedBecause, elapsedSeconds } = result;
  const title = `${promise.title}, ${severityName(severity)}: ${number(met)} met, ${number(breached)} breached, ${number(ended + running)} undecided`;
  const bar = stackedBar(
    title,
    [
      ['good', met],
      ['miss', breached],
      ['rest', ended + running],
    ],
    opened,
  );
  const why = endedBecause.map(({ because, count }) => `${number(count)} ${because}`).join('; ');
  const name = severity === null ? '' : names.get(severity);
  return `<tr><th scope="row" class="indent">${severity === null ? severityName(null) : severity}${name === undefined || name === '' ? '' : `&ensp;<span class="quiet">${escapeHtml(name)}</span>`}</th><td class="barcell">${bar}</td><td class="n"><strong>${share(result)}</strong></td><td class="w">${escapeHtml(target ?? 'no time promised')}</td><td class="n">${number(met)}</td><td class="n${breached > 0 ? ' bad' : ''}">${number(breached)}</td><td class="n">${number(late)}</td><td class="n" title="${escapeHtml(why)}">${number(ended)}</td><td class="n">${number(running)}</td><td class="n">${elapsedSeconds ? shortDuration(elapsedSeconds.p50) : '–'}</td><td class="n">${elapsedSeconds ? shortDuration(elapsedSeconds.p90) : '–'}</td></tr>`;
}

/** Clocks that ended neither kept nor broken. */
function whyEnded(promises: readonly PromiseResult[]): string {
  const rows = promises.flatMap(({ title, severities }) =>
    severities.flatMap(({ severity, endedBecause }) => endedBecause.map((ended) => ({ title, severity, ...ended }))),
  );
  if (rows.length === 0) return '';
  const table = htmlTable(
    'Why clocks ended undecided',
    [
      { heading: 'Promise', cell: ({ title }) => escapeHtml(title) },
      { heading: 'Severity', numeric: true, cell: ({ severity }) => String(severity ?? '–') },
      { heading: 'Because', cell: ({ because }) => escapeHtml(because) },
      { heading: 'Clocks', numeric: true, cell: ({ count }) => number(count) },
    ],
    rows,
  );
  return `<details><summary>Why clocks ended undecided</summary>${table}</details>`;
}
