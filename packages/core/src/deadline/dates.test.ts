import fc from 'fast-check';
import { expect, it } from 'vitest';
import { addCalendarDuration } from '../calendar/add-calendar-duration.ts';
import { arbitrarySample } from '../calendar/oracles/arbitrary-calendar.ts';
import { unsafeInstantOf } from '../calendar/time-range.ts';
import { zoneTable } from '../calendar/zone-table.ts';
import { sameWallTimeAfter } from './dates.ts';

it('the same wall time later is what calendars say, in every zone and over every strange night', () => {
  const unit = fc.constantFrom('day', 'week', 'month', 'year');
  fc.assert(
    fc.property(
      arbitrarySample,
      unit,
      fc.integer({ min: 1, max: 9 }),
      fc.integer({ min: -86_400, max: 86_400 }),
      ({ calendar, at }, name, count, shift) => {
        const { zone } = calendar.zone;
        const added = addCalendarDuration(zone, unsafeInstantOf(at + shift), { [`${name}s`]: count });
        const expected = added.ok ? added.value.epochMilliseconds / 1000 : undefined;
        expect(sameWallTimeAfter(calendar.zone, at + shift, name, count)).toBe(expected);
      },
    ),
    { numRuns: 500 },
  );
});

it('nothing lies beyond the horizon, in either direction', () => {
  const zone = zoneTable('Etc/UTC');
  if (!zone) throw new Error('There is no UTC.');
  const years = (unit: 'month' | 'year' | 'quarter' | 'day', count: number) =>
    sameWallTimeAfter(zone, 1_780_000_000, unit, count) === undefined;
  expect([years('year', 10), years('month', 120), years('quarter', 40), years('day', 3653)]).toEqual([
    false,
    false,
    false,
    false,
  ]);
  expect([
    years('year', 11),
    years('month', 130),
    years('month', -130),
    years('quarter', 41),
    years('day', 3654),
  ]).toEqual([true, true, true, true, true]);
  expect(years('year', -999_999_999)).toBe(true);
});
