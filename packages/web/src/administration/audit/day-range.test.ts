import { expect, test } from 'vitest';
import { dayRange } from './day-range.ts';

test('a day is the day of the zone, and the last one belongs to it, also when the clocks change', () => {
  expect(dayRange({ from: '2026-10-25', to: '2026-10-25' }, 'Europe/Berlin')).toEqual({
    from: '2026-10-24T22:00:00.000Z',
    to: '2026-10-25T23:00:00.000Z',
  });
});

test('an open end stays open, and a day that is none is none', () => {
  expect(dayRange({ from: undefined, to: '2026-13-01' }, 'UTC')).toEqual({ from: undefined, to: undefined });
});
