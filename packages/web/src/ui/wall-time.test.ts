import { expect, test } from 'vitest';
import { instantOfWallTime, wallTimeOf } from './wall-time.ts';

const iso = (wall: string, zone: string) => new Date(instantOfWallTime(wall, zone) ?? 0).toISOString();

test('a wall time is an instant only with its zone', () => {
  expect(iso('2026-11-21T14:30', 'Europe/Berlin')).toBe('2026-11-21T13:30:00.000Z');
  expect(iso('2026-11-21T14:30', 'Asia/Kolkata')).toBe('2026-11-21T09:00:00.000Z');
  expect(wallTimeOf(Date.parse('2026-11-21T13:30:00Z'), 'America/New_York')).toBe('2026-11-21T08:30');
});

test('the hour that there is twice is the first, and the hour that there is not is read as before', () => {
  expect(iso('2026-10-25T02:30', 'Europe/Berlin')).toBe('2026-10-25T00:30:00.000Z');
  expect(iso('2026-03-29T02:30', 'Europe/Berlin')).toBe('2026-03-29T01:30:00.000Z');
});

test('the days around a change are not moved by it', () => {
  for (const wall of ['2026-03-28T23:00', '2026-03-29T12:00', '2026-10-25T12:00', '2026-10-26T00:00'])
    expect(wallTimeOf(instantOfWallTime(wall, 'Europe/Berlin') ?? 0, 'Europe/Berlin')).toBe(wall);
  expect(instantOfWallTime('', 'Europe/Berlin')).toBeUndefined();
});
