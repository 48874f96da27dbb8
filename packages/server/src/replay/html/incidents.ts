import { timelineSvg } from '@tamarack/core';
import { explainedClock } from '../result/explained-clock.ts';
import type { BreachResult, ReplayResult } from '../result/replay-result.ts';
import type { Told } from '../result/replay-result-of.ts';
import type { DrawnClock, DrillDown } from '../result/drill-down.ts';
import { escapeHtml } from '../../platform/escape-html.ts';
import { anchorOf } from './anchor-of.ts';
import { htmlTable } from './html-table.ts';
import { incidentLanes } from './incident-lanes.ts';
import { key } from './svg.ts';
import { number, timesIn } from './words.ts';

/** Every incident of the worst breaches: its timeline, its breaches in words, its facts. Piece by piece. */
export function* incidents({ result, drawn, now }: Told): Generator<string> {
  if (result.drillDowns.length === 0) return;
  yield `<section aria-labelledby="incidents"><h2 id="incidents">Their incidents</h2>
<p class="lead">First all clocks of the incident, a lane for each promise; then each of its breaches by itself.</p>
${key([
  ['counts', 'counts'],
  ['miss', 'past the deadline'],
  ['closed', 'closed hours'],
  ['waits', 'paused'],
  ['rest', 'no time promised'],
])}`;
  for (const drillDown of result.drillDowns) {
    const from = seconds(drillDown.facts[0]?.at);
    const to = seconds(drillDown.facts.at(-1)?.at);
    const clocks = drawn.get(drillDown.incident) ?? [];
    const overview = incidentLanes(drillDown.incident, clocks, { from, to }, result.log.zone, now);
    const breaches = result.worst.filter(({ incident: id }) => id === drillDown.incident);
    const explained = breaches.map((breach) => breachInFull(breach, clocks, result.log.zone, now));
    yield incident(drillDown, result, overview, explained.join(''));
  }
  yield '</section>';
}

function seconds(instant: string | undefined): number {
  return instant === undefined ? 0 : Temporal.Instant.from(instant).epochMilliseconds / 1000;
}

/** A breached clock: in a line, as a picture, and stretch by stretch. */
function breachInFull(breach: BreachResult, clocks: readonly DrawnClock[], zone: string, now: number): string {
  const drawn = clocks.find(
    ({ clock }) => clock.promise === breach.promise && clock.cycle === breach.cycle && clock.turn === breach.turn,
  );
  if (!drawn) return '';
  const { segments, words, view } = explainedClock(drawn.clock, drawn.followed, zone, now);
  const id = anchorOf('clock', `${breach.incident} ${breach.promise} ${breach.turn}`);
  const stretches = [...words.targets, ...words.meaning, ...words.course].map((each) => `<li>${escapeHtml(each)}</li>`);
  return `<div class="clock"><h4>${escapeHtml(breach.title)}</h4><p>${escapeHtml(words.headline)}</p>${timelineSvg(drawn.clock, segments, view, id)}
<details><summary>Stretch by stretch</summary><ul class="explained">${stretches.join('')}</ul></details></div>`;
}

function incident(drillDown: DrillDown, result: ReplayResult, overview: string, explained: string): string {
  const times = timesIn(result.log.zone);
  const held = drillDown.groups.map(({ group }) => group ?? 'no group');
  const facts = htmlTable(
    `Facts of ${drillDown.incident}`,
    [
      { heading: 'When', className: 'w', cell: ({ at }) => times.dateTime(at) },
      { heading: 'Fact', cell: ({ fact }) => escapeHtml(fact) },
      {
        heading: '',
        cell: ({ data }) =>
          escapeHtml(
            Object.entries(data ?? {})
              .map(([name, value]) => `${name} ${value}`)
              .join(', '),
          ),
      },
    ],
    drillDown.facts,
  );
  return `<article class="incident" id="${anchorOf('incident', drillDown.incident)}"><h3>${escapeHtml(drillDown.incident)}</h3>
<p class="quiet">Lines ${number(drillDown.lines[0])} to ${number(drillDown.lines[1])} of the log; ${escapeHtml(held.join(', then '))}. <a class="back" href="#worst">Back to the list</a></p>
<div class="overview">${overview}</div>${explained}<details><summary>${number(drillDown.facts.length)} facts</summary>${facts}</details></article>`;
}
