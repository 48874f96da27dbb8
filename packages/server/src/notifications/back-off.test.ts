import { expect, test } from 'vitest';
import { nextTry } from './back-off.ts';

test('waits longer each time, up to four hours, and gives up after four days', () => {
  const start = Temporal.Instant.from('2026-06-01T08:00:00Z');
  const minutes: number[] = [];
  let now = start;
  for (let next = nextTry(start.toString(), now); next; next = nextTry(start.toString(), now)) {
    minutes.push(next.since(now).total('minutes'));
    now = next;
  }
  expect(minutes.slice(0, 11)).toEqual([1, 1, 2, 4, 8, 16, 32, 64, 128, 240, 240]);
  expect(Math.max(...minutes)).toBe(240);
  expect(now.since(start).total('hours')).toBeGreaterThanOrEqual(96);
  expect(now.since(start).total('hours')).toBeLessThan(100);
});

test('a clock that went back does not make it try without a pause', () => {
  const now = Temporal.Instant.from('2026-06-01T08:00:00Z');
  expect(nextTry('2026-06-01T09:00:00Z', now)?.toString()).toBe('2026-06-01T08:01:00Z');
});
