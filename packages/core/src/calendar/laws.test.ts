import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { arbitrarySample } from './oracles/arbitrary-calendar.ts';
import { naiveMinutes } from './oracles/naive-model.ts';
import { unwrap } from './oracles/oracle-calendar.ts';
import { addBusinessDays } from './add-business-days.ts';
import { subtractBusinessDays } from './subtract-business-days.ts';
import { nextClosingSeconds, nextOpeningSeconds, previousClosingSeconds, previousOpeningSeconds } from './edges.ts';
import { readCalendar } from './read-calendar.ts';
import { dueSeconds, openAt, openSecondsBetween, startSeconds } from './open-time.ts';
import { segments } from './segments.ts';
import { unsafeInstantOf } from './time-range.ts';
import type { NaiveCalendar, NaiveHours } from './oracles/naive-model.ts';

const RUNS = { numRuns: 600 };
const duration = fc.oneof(
  fc.nat(4 * 86_400),
  fc.nat(96).map((quarters) => quarters * 900),
);
const offset = fc.integer({ min: -86_400, max: 86_400 });

describe('the naive model that walks minute by minute agrees', () => {
  const MINUTES = 3 * 24 * 60;

  it('on what is open, what lies between, deadlines, starts and edges', () => {
    fc.assert(
      fc.property(arbitrarySample, fc.nat(MINUTES), ({ naive, calendar, at }, pick) => {
        const minutes = naiveMinutes(naive, unsafeInstantOf(at), MINUTES);
        const end = at + MINUTES * 60;
        const differs = minutes.findIndex((open, i) => openAt(calendar, at + i * 60) !== open);
        expect(differs, `minute ${differs}`).toBe(-1);

        const openIndexes = minutes.flatMap((open, i) => (open ? [i] : []));
        expect(openSecondsBetween(calendar, at, end)).toBe(openIndexes.length * 60);

        const count = openIndexes.length === 0 ? 0 : (pick % openIndexes.length) + 1;
        const due = openIndexes[count - 1];
        if (due !== undefined) expect(dueSeconds(calendar, at, count * 60)).toBe(at + (due + 1) * 60);
        const start = openIndexes.at(-count);
        if (count > 0 && start !== undefined) expect(startSeconds(calendar, end, count * 60)).toBe(at + start * 60);

        const opening = openIndexes[0];
        if (opening === undefined) return;
        expect(nextOpeningSeconds(calendar, at)).toBe(at + opening * 60);
        const closing = minutes.indexOf(false, opening);
        if (closing >= 0) expect(nextClosingSeconds(calendar, at)).toBe(at + closing * 60);
        const last = minutes.lastIndexOf(true);
        expect(previousClosingSeconds(calendar, end)).toBe(at + (last + 1) * 60);
        const closedBefore = minutes.lastIndexOf(false, last);
        if (closedBefore >= 0) expect(previousOpeningSeconds(calendar, end)).toBe(at + (closedBefore + 1) * 60);
      }),
      { numRuns: 150 },
    );
  }, 20_000);
});

describe('adding open time', () => {
  it('a and then b is adding a + b', () => {
    fc.assert(
      fc.property(arbitrarySample, offset, duration, duration, ({ calendar, at }, shift, a, b) => {
        const from = at + shift;
        const whole = dueSeconds(calendar, from, a + b);
        const first = dueSeconds(calendar, from, a);
        if (!Number.isNaN(whole)) expect(dueSeconds(calendar, first, b)).toBe(whole);
      }),
      RUNS,
    );
  });

  it('takes exactly that much open time, and subtracting it leads back to where it began to count', () => {
    fc.assert(
      fc.property(arbitrarySample, offset, duration, ({ calendar, at }, shift, seconds) => {
        const from = at + shift;
        const due = dueSeconds(calendar, from, seconds);
        if (Number.isNaN(due)) return;
        expect(openSecondsBetween(calendar, from, due)).toBe(seconds);
        if (seconds === 0) return;
        const back = startSeconds(calendar, due, seconds);
        expect(back).toBe(nextOpeningSeconds(calendar, from));
        expect(dueSeconds(calendar, back, seconds)).toBe(due);
      }),
      RUNS,
    );
  });

  it('later or more is never earlier', () => {
    fc.assert(
      fc.property(arbitrarySample, duration, duration, duration, ({ calendar, at }, seconds, later, more) => {
        const due = dueSeconds(calendar, at, seconds);
        if (Number.isNaN(due)) return;
        expect(dueSeconds(calendar, at + later, seconds)).not.toBeLessThan(due);
        expect(dueSeconds(calendar, at, seconds + more)).not.toBeLessThan(due);
      }),
      RUNS,
    );
  });
});

describe('open time between two instants', () => {
  it('is the sum over any point between them', () => {
    fc.assert(
      fc.property(arbitrarySample, duration, duration, ({ calendar, at }, a, b) => {
        const parts = openSecondsBetween(calendar, at, at + a) + openSecondsBetween(calendar, at + a, at + a + b);
        expect(openSecondsBetween(calendar, at, at + a + b)).toBe(parts);
      }),
      RUNS,
    );
  });
});

describe('segments', () => {
  it('cover the window without gaps, say what is open, and sum to the open time', () => {
    fc.assert(
      fc.property(arbitrarySample, offset, duration, ({ calendar, at }, shift, length) => {
        const from = at + shift;
        const list = unwrap(segments(calendar, unsafeInstantOf(from), unsafeInstantOf(from + length)));
        let edge = from;
        let open = 0;
        for (const segment of list) {
          const start = segment.from.epochMilliseconds / 1000;
          const end = segment.to.epochMilliseconds / 1000;
          expect(start).toBe(edge);
          expect(end).toBeGreaterThan(start);
          expect(openSecondsBetween(calendar, start, end)).toBe(segment.open ? end - start : 0);
          if (segment.open) open += end - start;
          edge = end;
        }
        expect(edge).toBe(from + length);
        expect(open).toBe(openSecondsBetween(calendar, from, from + length));
      }),
      RUNS,
    );
  });
});

describe('splitting an interval in two', () => {
  it('changes nothing', () => {
    fc.assert(
      fc.property(arbitrarySample, duration, ({ naive, calendar, at }, seconds) => {
        const split = unwrap(readCalendar(splitHours(naive)));
        expect(dueSeconds(split, at, seconds)).toBe(dueSeconds(calendar, at, seconds));
        expect(openSecondsBetween(split, at, at + seconds)).toBe(openSecondsBetween(calendar, at, at + seconds));
      }),
      RUNS,
    );
  });
});

describe('business days', () => {
  it.each([
    ['ahead', addBusinessDays, 1],
    ['back', subtractBusinessDays, -1],
  ] as const)('%s end on the right side of where they began, in or at an edge of open time', (_, shift, step) => {
    fc.assert(
      fc.property(arbitrarySample, fc.nat(5), ({ calendar, at }, days) => {
        const result = shift(calendar, unsafeInstantOf(at), days);
        if (!result.ok) return;
        const found = result.value.epochMilliseconds / 1000;
        expect((found - at) * step).toBeGreaterThanOrEqual(0);
        expect(openAt(calendar, found) || previousClosingSeconds(calendar, found) === found).toBe(true);
      }),
      RUNS,
    );
  });
});

/** Each interval cut at its first quarter-hour, where that lies on the same day. */
function splitHours(calendar: NaiveCalendar): NaiveCalendar {
  if ('union' in calendar)
    return { union: calendar.union.map((part) => ({ ...part, weekly: splitWeek(part.weekly) })) };
  return { ...calendar, weekly: splitWeek(calendar.weekly) };
}

function splitWeek(weekly: Readonly<Record<string, NaiveHours>>): Record<string, NaiveHours> {
  return Object.fromEntries(Object.entries(weekly).map(([day, hours]) => [day, hours.flatMap(splitInterval)]));
}

function splitInterval([from, to]: readonly [string, string]): (readonly [string, string])[] {
  const minutes = Number(from.slice(3)) + 15;
  const middle = `${from.slice(0, 3)}${minutes}`;
  if (minutes >= 60 || middle === to || (from < to && middle > to)) return [[from, to]];
  return [
    [from, middle],
    [middle, to],
  ];
}
