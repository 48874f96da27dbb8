import { expect, test } from 'vitest';
import { nextIndex } from './next-index.ts';

test('keys walk through the rows and stop at both ends', () => {
  expect(nextIndex('ArrowDown', 0, 3)).toBe(1);
  expect(nextIndex('ArrowDown', 2, 3)).toBe(2);
  expect(nextIndex('ArrowUp', 0, 3)).toBe(0);
  expect(nextIndex('End', 0, 3)).toBe(2);
  expect(nextIndex('PageDown', 0, 3)).toBe(2);
  expect(nextIndex('Home', 2, 3)).toBe(0);
});

test('other keys are left alone, and so is an empty table', () => {
  expect(nextIndex('a', 0, 3)).toBeUndefined();
  expect(nextIndex('ArrowDown', 0, 0)).toBeUndefined();
});
