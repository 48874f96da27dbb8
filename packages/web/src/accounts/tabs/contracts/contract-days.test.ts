import { expect, test } from 'vitest';
import { dayOf } from '../../../ui/wall-time.ts';
import { beginOfDay, endOfDay, lastDayOf, lastDayWords } from './contract-days.ts';

test('a contract begins with the day of the account, wherever the browser is', () => {
  expect(beginOfDay('2026-12-01', 'Asia/Tokyo')).toBe('2026-11-30T15:00:00.000Z');
  expect(beginOfDay('2026-12-01', 'America/Toronto')).toBe('2026-12-01T05:00:00.000Z');
});

test('a last day belongs to it as a whole, also when the clocks change', () => {
  expect(endOfDay('2026-10-25', 'Europe/Berlin')).toBe('2026-10-25T23:00:00.000Z');
  expect(endOfDay('2026-12-31', 'Europe/Berlin')).toBe('2026-12-31T23:00:00.000Z');
});

test('what a field says comes back as the same day', () => {
  for (const zone of ['Asia/Tokyo', 'America/Los_Angeles', 'UTC']) {
    expect(lastDayOf(endOfDay('2027-02-28', zone) ?? '', zone)).toBe('2027-02-28');
    expect(dayOf(Date.parse(beginOfDay('2027-02-28', zone) ?? ''), zone)).toBe('2027-02-28');
  }
  expect(lastDayWords('2026-12-31T23:00:00Z', 'Europe/Berlin')).toBe('31 Dec 2026');
});

test('half a day is none', () => {
  expect(beginOfDay('', 'UTC')).toBeUndefined();
  expect(endOfDay('2026-13', 'UTC')).toBeUndefined();
});
