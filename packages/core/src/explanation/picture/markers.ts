/** What happened when: opened, retargeted, due, met, now. */
import { localDay } from '../../calendar/zone-table.ts';
import type { Clock } from '../../deadline/clock.ts';
import { dayText, dayYearText, timeText, yearOf } from '../local-time.ts';
import { tableOf, type View } from '../view.ts';
import { AMBER, BLUE, GREEN, RED } from './paint.ts';
import type { Stretch } from './time-scale.ts';

export const SHAPES = ['dot', 'diamond', 'flag', 'tick', 'cross', 'line'] as const;

/** A moment of the picture. No two of one clock are at the same instant. */
export type Marker = {
  readonly at: number;
  readonly name: string;
  readonly shape: (typeof SHAPES)[number];
  readonly colour: string;
};

/** More changes of target than these are told in words only. */
const MOST_CHANGES = 4;

/** The moments of a clock, those that fall together as one. */
export function markersOf(clock: Clock, now: number): Marker[] {
  const due = clock.due;
  const { metAt, breachedAt, endedAt } = clock;
  const late = breachedAt !== undefined;
  const found: (Marker | undefined)[] = [
    { at: clock.opened, name: clock.form === 'gate' ? 'asked' : 'opened', shape: 'dot', colour: BLUE },
    ...clock.targets
      .slice(1)
      .slice(-MOST_CHANGES)
      .map((target, i): Marker => ({
        at: target.since,
        name: changeName(clock, clock.targets.length - Math.min(MOST_CHANGES, clock.targets.length - 1) + i),
        shape: 'diamond',
        colour: AMBER,
      })),
    due === undefined
      ? undefined
      : {
          at: due,
          name: clock.form === 'limit' ? 'period ends' : 'due',
          shape: 'flag',
          colour: late && metAt === undefined ? RED : BLUE,
        },
    late && breachedAt !== due ? { at: breachedAt, name: 'breached', shape: 'cross', colour: RED } : undefined,
    metAt === undefined || clock.form === 'limit'
      ? undefined
      : { at: metAt, name: late ? 'done late' : 'met', shape: late ? 'cross' : 'tick', colour: late ? RED : GREEN },
    endedAt === undefined || metAt !== undefined || endedAt === breachedAt
      ? undefined
      : {
          at: endedAt,
          name: clock.because === undefined || clock.because.length > 12 ? 'ended' : clock.because,
          shape: 'line',
          colour: 'currentColor',
        },
    metAt === undefined && endedAt === undefined
      ? { at: now, name: 'now', shape: 'line', colour: 'currentColor' }
      : undefined,
  ];
  const byInstant = new Map<number, Marker>();
  for (const marker of found) {
    if (!marker) continue;
    const same = byInstant.get(marker.at);
    byInstant.set(
      marker.at,
      same
        ? {
            ...marker,
            name: `${same.name}, ${marker.name}`,
            ...(marker.name === 'now' ? { shape: same.shape, colour: same.colour } : {}),
          }
        : marker,
    );
  }
  return [...byInstant.values()].toSorted((a, b) => a.at - b.at);
}

/** "severity 1", "level gold". */
function changeName(clock: Clock, i: number): string {
  const [before, after] = [clock.targets[i - 1], clock.targets[i]];
  if (after && before?.severity !== after.severity) return `severity ${after.severity ?? 'none'}`;
  return after && before?.level !== after.level ? `level ${after.level}` : 'new target';
}

/** "due Mon 23 Nov 09:18": as much of the date as the picture leaves open. */
export function markerText({ at, name }: Marker, view: View, span: Stretch): string {
  const zone = tableOf(view);
  const day = localDay(zone, at);
  const date = yearOf(zone, span.from) === yearOf(zone, span.to) ? dayText(day) : dayYearText(day);
  const isOneDate = localDay(zone, span.from) === localDay(zone, span.to);
  return `${name} ${isOneDate ? '' : `${date} `}${timeText(zone, at)}`;
}
