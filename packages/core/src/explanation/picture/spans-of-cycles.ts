/**
 * All cycles and turns of a promise in one picture: a row each, under one another on one axis, so
 * that one sees which of three reports was missed and what a reopening began anew.
 */
import { localDay } from '../../calendar/zone-table.ts';
import type { Clock } from '../../deadline/clock.ts';
import type { ClockSegment } from '../../deadline/explain-clock.ts';
import { headline } from '../headline.ts';
import { dayText, timeText } from '../local-time.ts';
import { tableOf, type View } from '../view.ts';
import { axis } from './axis.ts';
import { framed } from './frame.ts';
import { legend } from './legend.ts';
import { shapeOf } from './marker-shape.ts';
import { markersOf } from './markers.ts';
import { stretchesOf } from './stretches.ts';
import { element, idOf, label, percent } from './svg.ts';
import { FONT_SIZE } from './text-width.ts';
import { timeScale } from './time-scale.ts';
import { track } from './track.ts';

/** A clock with its segments (`wholeWay`). */
export type CycleRow = { readonly clock: Clock; readonly segments: readonly ClockSegment[] };

const BAR = 16;
const ROW = FONT_SIZE + 5 + BAR + 8;
const LEAST_SECONDS = 60;
/** Of more turns the last ones are drawn. */
const MOST_ROWS = 24;

/** Draws the clocks of one promise and one subject, the oldest at the top; a sentence where there is none. */
export function spansOfCycles(
  all: readonly CycleRow[],
  view: View,
  id = idOf(`${all[0]?.clock.promise ?? ''}\u0000${all[0]?.clock.subject ?? ''}\u0000cycles`),
): string {
  const rows = all.slice(-MOST_ROWS).map(({ clock, segments }) => ({
    clock,
    stretches: stretchesOf(clock, segments, view.now),
    markers: markersOf(clock, view.now),
  }));
  const left = all.length - rows.length;
  const stretches = rows.flatMap((row) => row.stretches);
  const from = Math.min(view.now, ...rows.map(({ clock }) => clock.opened));
  const ends = [...stretches.map(({ to }) => to), ...rows.flatMap(({ markers }) => markers.map(({ at }) => at))];
  const busy = stretches.filter(({ paint }) => paint !== 'closed');
  const scale = timeScale(from, Math.max(from + LEAST_SECONDS, ...ends), busy);
  const top = left > 0 ? FONT_SIZE + 6 : 0;
  const drawn = rows.map(({ clock, stretches: own, markers }, i) => {
    const y = top + i * ROW;
    const bar = { id, y: y + FONT_SIZE + 5, height: BAR };
    const shapes = markers
      .filter(({ shape }) => shape !== 'line')
      .map((marker) =>
        element('svg', { x: percent(scale.at(marker.at)), y: bar.y + BAR / 2, overflow: 'visible' }, shapeOf(marker)),
      );
    const now = view.now < scale.to ? nowLine(scale.at(view.now), bar) : '';
    return `${label({ x: '0%', y: y + FONT_SIZE }, rowText(clock, view))}${track(own, scale, view, bar)}${now}${shapes.join('')}`;
  });
  const under = top + rows.length * ROW;
  const marks = axis(scale, busy.length > 0 ? busy : [scale], view, { top: under, y: under });
  const key = legend(stretches, scale.narrowed > 1.01, { id, y: under + marks.height + 8 });
  const earlier = left > 0 ? label({ x: '0%', y: FONT_SIZE, 'fill-opacity': 0.85 }, `… and ${left} before these`) : '';
  return framed({
    id,
    title: `${view.promise.title}: ${all.length} ${all.length === 1 ? 'cycle' : 'cycles or turns'}`,
    description: rows.map(({ clock }) => headline(clock, view)).join('. ') || 'Nothing has been opened.',
    height: under + marks.height + 8 + key.height,
    body: [earlier, ...drawn, marks.svg, key.svg].join(''),
  });
}

function nowLine(share: number, { y, height }: { y: number; height: number }): string {
  const x = percent(share);
  return element('line', {
    x1: x,
    x2: x,
    y1: y - 2,
    y2: y + height + 2,
    stroke: 'currentColor',
    'stroke-dasharray': '3 2',
  });
}

/** "cycle 2, turn 3: met Mon 23 Nov 09:18". */
function rowText(clock: Clock, view: View): string {
  const zone = tableOf(view);
  const at = (seconds: number) => `${dayText(localDay(zone, seconds))} ${timeText(zone, seconds)}`;
  const due = clock.due;
  const name = `${clock.cycle > 1 || clock.turn === 1 ? `cycle ${clock.cycle}, ` : ''}turn ${clock.turn}`;
  const done = clock.metAt ?? clock.endedAt;
  if (clock.state === 'breached')
    return `${name}: breached${clock.metAt === undefined ? '' : `, done ${at(clock.metAt)}`}`;
  if (done !== undefined) return `${name}: ${clock.state} ${at(done)}`;
  return `${name}: ${clock.state}${due === undefined ? '' : `, due ${at(due)}`}`;
}
