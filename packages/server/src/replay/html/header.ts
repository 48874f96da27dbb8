import { plural } from '../result/duration-words.ts';
import type { ReplayResult } from '../result/replay-result.ts';
import { escapeHtml } from '../../platform/escape-html.ts';
import { number, share, timesIn } from './words.ts';

/** What was replayed, and what it comes to. */
export function header(result: ReplayResult): string {
  const { description, log, overall, incidents, facts, rows, refused } = result;
  const times = timesIn(log.zone);
  const span =
    log.from === null || log.to === null ? 'no usable rows' : `${times.date(log.from)} to ${times.date(log.to)}`;
  return `<header>
<p class="over">Replay of past incidents</p>
<h1>${escapeHtml(`${description.service}, ${description.levelName}`)}</h1>
<p class="lead">How the service description ${escapeHtml(description.reference)}, version ${escapeHtml(description.version)}, would have been kept over the log ${escapeHtml(log.name)}, ${span}. Times are those of ${escapeHtml(log.zone)}.</p>
<dl class="figures">
${figure('Kept in time', share(overall), `of ${plural(overall.met + overall.breached, 'decided clock')} that the provider owes`)}
${figure('Breaches', `<a href="#worst">${number(overall.breached)}</a>`, `${number(overall.late)} met later, ${number(overall.breached - overall.late)} not at all`)}
${figure('Incidents', number(incidents), `${plural(facts, 'fact')} from ${plural(rows, 'row')}`)}
${figure('Still running', number(overall.running), 'judged at the end of the log')}
${figure('Rows refused', refused > 0 ? `<a href="#refused">${number(refused)}</a>` : '0', refused > 0 ? 'each with its line and reason' : 'every row was used')}
</dl>
<nav aria-label="Contents"><ul>${CONTENTS.map(([id, title]) => `<li><a href="#${id}">${title}</a></li>`).join('')}</ul></nav>
</header>`;
}

const CONTENTS = [
  ['attainment', 'Attainment'],
  ['months', 'Months'],
  ['groups', 'Groups'],
  ['response', 'Response'],
  ['resolution', 'Resolution'],
  ['paused', 'Waiting'],
  ['worst', 'Worst breaches'],
  ['refused', 'Refused rows'],
  ['method', 'How this was counted'],
] as const;

function figure(term: string, value: string, note: string): string {
  return `<div><dt>${term}</dt><dd>${value}</dd><dd class="note">${note}</dd></div>`;
}
