import { expect, test } from 'vitest';
import { dueGroup, withHeadings } from './due-groups.ts';

// A Saturday, 15:30 in Berlin.
const now = Date.parse('2026-11-21T14:30:00Z');
const group = (dueAt: string, zone = 'Europe/Berlin') => dueGroup(dueAt, now, zone);

test('what is due is grouped by the days of the viewer', () => {
  expect(group('2026-11-21T14:29:59Z')).toBe('overdue');
  expect(group('2026-11-21T15:30:00Z')).toBe('hour');
  expect(group('2026-11-21T22:59:59Z')).toBe('today');
  // Midnight ends a day: what is due then is for the day before it.
  expect(group('2026-11-21T23:00:00Z')).toBe('today');
  expect(group('2026-11-21T23:00:01Z')).toBe('tomorrow');
  // Where it is Sunday already, the same instant is of today.
  expect(group('2026-11-22T10:00:00Z', 'Pacific/Auckland')).toBe('today');
});

test('the week ends with Sunday', () => {
  expect(group('2026-11-23T09:00:00Z')).toBe('later');
  const monday = Date.parse('2026-11-23T09:00:00Z');
  expect(dueGroup('2026-11-29T22:00:00Z', monday, 'Europe/Berlin')).toBe('week');
  expect(dueGroup('2026-11-29T23:30:00Z', monday, 'Europe/Berlin')).toBe('later');
});

test('each group has its heading and its count, and rows keep their order', () => {
  const rows = [{ dueAt: '2026-11-21T15:00:00Z' }, { dueAt: '2026-11-21T15:10:00Z' }, { dueAt: null }];
  expect(withHeadings(rows, now, 'UTC')).toEqual([
    { group: 'hour', count: 2 },
    { row: rows[0], index: 0 },
    { row: rows[1], index: 1 },
    { group: 'open', count: 1 },
    { row: rows[2], index: 2 },
  ]);
});
