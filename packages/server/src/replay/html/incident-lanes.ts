/** One incident as a picture: a lane for each promise with its clocks, above them what happened. */
import { explainClock, type Clock, type ClockSegment } from '@tamarack/core';
import type { DrawnClock } from '../result/drill-down.ts';
import { shortDuration } from '../result/duration-words.ts';
import { label, line, picture, rect } from './svg.ts';

const AXIS = 34;
const LANE = 40;
const BAR = 14;

const PAINT = { counts: 'counts', closed: 'closed', paused: 'waits', late: 'miss' } as const satisfies Record<
  ClockSegment['kind'],
  string
>;

/** Draws the clocks between the incident's first and last fact. */
export function incidentLanes(
  id: string,
  clocks: readonly DrawnClock[],
  span: { readonly from: number; readonly to: number },
  zone: string,
  now: number,
): string {
  const lanes = new Map<string, DrawnClock[]>();
  for (const drawn of clocks) {
    const lane = lanes.get(drawn.clock.promise);
    if (lane) lane.push(drawn);
    else lanes.set(drawn.clock.promise, [drawn]);
  }
  const ends = clocks.map(({ clock }) => clock.metAt ?? clock.endedAt ?? now);
  const from = Math.min(span.from, ...clocks.map(({ clock }) => clock.opened));
  const to = Math.max(from + 60, span.to, ...ends);
  const x = (at: number) => Math.min(1, Math.max(0, (at - from) / (to - from)));
  const height = AXIS + lanes.size * LANE;
  const body = [...lanes.values()].map((lane, i) => drawLane(lane, AXIS + i * LANE, x, now));
  return picture(
    `Timeline of ${id}: its clocks from ${wall(from, zone)} to ${wall(to, zone)}`,
    height,
    `${axis(from, to, zone, height)}${body.join('')}`,
  );
}

function drawLane(lane: readonly DrawnClock[], y: number, x: (at: number) => number, now: number): string {
  const title = lane[0]?.followed.term.clause.title ?? '';
  const bar = y + 16;
  const parts = lane.flatMap(({ clock }) => clockParts(clock, bar, x, now));
  return `${label(`${title}${lane.length > 1 ? `, ${lane.length} times` : ''}`, 0, y + 10, 'm', 'start')}${rect('track', 0, bar + BAR / 2 - 0.5, 1, 1)}${parts.join('')}`;
}

function clockParts(clock: Clock, y: number, x: (at: number) => number, now: number): string[] {
  const until = clock.metAt ?? clock.endedAt ?? now;
  const segments = clock.targets.length > 0 ? explainClock(clock, now) : [];
  const drawn = segments.map(({ from, to, kind, cause }) =>
    rect(PAINT[kind], x(from), y, Math.max(0.002, x(to) - x(from)), BAR, `${cause}, ${shortDuration(to - from)}`),
  );
  if (segments.length === 0)
    drawn.push(rect('rest', x(clock.opened), y + BAR / 2 - 2, Math.max(0.002, x(until) - x(clock.opened)), 4));
  if (clock.due !== undefined && clock.due <= until)
    drawn.push(line('due', x(clock.due), y - 3, x(clock.due), y + BAR + 3));
  drawn.push(line('tick', x(clock.opened), y - 2, x(clock.opened), y + BAR + 2));
  return drawn;
}

function axis(from: number, to: number, zone: string, height: number): string {
  const marks = [0, 0.25, 0.5, 0.75, 1].map((part) => {
    const anchor = part === 0 ? 'start' : part === 1 ? 'end' : 'middle';
    const [date = '', time = ''] = wall(from + (to - from) * part, zone).split(' ');
    return `${line('grid', part, 24, part, height)}${label(date, part, 9, 'q', anchor)}${label(time, part, 21, 'q', anchor)}`;
  });
  return marks.join('');
}

function wall(at: number, zone: string): string {
  const local = Temporal.Instant.fromEpochMilliseconds(Math.round(at) * 1000).toZonedDateTimeISO(zone);
  return `${local.toPlainDate().toString()} ${local.toPlainTime().toString({ smallestUnit: 'minute' })}`;
}
