import { expect, test } from 'vitest';
import { monthWords, stackMonths } from './month-stacks.ts';

test('bars stand on the ground, and the fullest month reaches the top', () => {
  const bars = stackMonths(
    [
      { month: '2026-10', kept: 2, waived: 0, broken: 0 },
      { month: '2026-11', kept: 2, waived: 1, broken: 1 },
    ],
    100,
  );
  expect(bars.at(-1)).toEqual({
    month: '2026-11',
    sum: 4,
    top: 0,
    parts: [
      { of: 'kept', y: 50, height: 50 },
      { of: 'waived', y: 25, height: 25 },
      { of: 'broken', y: 0, height: 25 },
    ],
  });
});

test('a month in which nothing was settled is a gap, over a new year too', () => {
  const bars = stackMonths(
    [
      { month: '2025-11', kept: 1, waived: 0, broken: 0 },
      { month: '2026-02', kept: 1, waived: 0, broken: 0 },
    ],
    100,
  );
  expect(bars.map(({ month }) => month)).toEqual(['2025-09', '2025-10', '2025-11', '2025-12', '2026-01', '2026-02']);
  expect(bars[3]).toMatchObject({ sum: 0, parts: [] });
});

test('of several years the last twelve months are drawn', () => {
  const months = Array.from({ length: 30 }, (_, index) => ({
    month: `${2024 + Math.floor(index / 12)}-${String((index % 12) + 1).padStart(2, '0')}`,
    kept: 1,
    waived: 0,
    broken: 0,
  }));
  expect(stackMonths(months, 100)).toHaveLength(12);
  expect(stackMonths([], 100)).toEqual([]);
  expect(monthWords('2026-11', false)).toBe('Nov 2026');
});
