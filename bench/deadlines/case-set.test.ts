import { expect, test } from 'vitest';
import { caseSet, countCases } from './case-set.ts';

test('the set is the same in every run, and a smaller one is the beginning of a larger: peers share their cases', () => {
  const small = caseSet(500);
  const large = caseSet(5000);
  expect(countCases(small)).toBe(500);
  for (const [i, { site, from, seconds }] of small.entries()) {
    expect(large[i]?.site).toBe(site);
    expect(large[i]?.from.subarray(0, from.length)).toEqual(from);
    expect(large[i]?.seconds.subarray(0, seconds.length)).toEqual(seconds);
  }
});

test('spans run from ten minutes to sixty days of eight hours, in whole minutes', () => {
  const spans = caseSet(5000).flatMap(({ seconds }) => [...seconds]);
  expect(Math.min(...spans)).toBeGreaterThanOrEqual(600);
  expect(Math.max(...spans)).toBeLessThanOrEqual(60 * 8 * 3600);
  expect(spans.every((span) => span % 60 === 0)).toBe(true);
});
