import { addWorkingTime, type Calendar } from '@tamarack/core';
import { timed } from '../../measure/timed.ts';
import type { Cases } from '../case-set.ts';
import type { Site } from '../site.ts';
import type { DeadlineContender } from './contender.ts';
import { dueSeconds } from './inner-fold.ts';

type Calendars = ReadonlyMap<Site, Calendar>;

/**
 * The function that others call: an instant in, a result with an instant out. As for every peer, making the instant from
 * epoch milliseconds and reading the answer back is part of the time.
 */
export function tamarack(calendars: Calendars): DeadlineContender {
  return contender('Tamarack addWorkingTime', calendars, (calendar, from, seconds) => {
    const due = addWorkingTime(calendar, Temporal.Instant.fromEpochMilliseconds(from * 1000), seconds);
    return due.ok ? due.value.epochMilliseconds / 1000 : Number.NaN;
  });
}

/** The fold beneath it, which clocks and replay call: epoch seconds in and out. */
export function tamarackInner(calendars: Calendars): DeadlineContender {
  return contender('Tamarack, the inner fold', calendars, dueSeconds);
}

function contender(
  name: string,
  calendars: Calendars,
  dueOf: (calendar: Calendar, from: number, seconds: number) => number,
): DeadlineContender {
  return {
    name,
    run({ site, from, seconds }: Cases) {
      const calendar = calendars.get(site);
      if (!calendar) throw new Error(`${site.name} has no calendar.`);
      const due = new Float64Array(from.length);
      const milliseconds = timed(() => {
        for (let i = 0; i < due.length; i++) due[i] = dueOf(calendar, from[i] ?? 0, seconds[i] ?? 0);
      });
      return { milliseconds, due };
    },
  };
}
