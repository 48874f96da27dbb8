import { expect, test } from 'vitest';
import { reachableIndex } from './reachable-index.ts';

test('the row that was reached last is reached again', () => {
  expect(reachableIndex(2, [0, 1, 2, 3])).toBe(2);
});

test('where it is gone, the nearest one is: a table without one could not be entered by Tab', () => {
  expect(reachableIndex(5, [0, 1, 2])).toBe(2);
  expect(reachableIndex(3, [40, 41, 42])).toBe(40);
  expect(reachableIndex(0, [])).toBeUndefined();
});
