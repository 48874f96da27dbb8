import fc from 'fast-check';
import { expect, test } from 'vitest';
import { isNestedTooDeeply } from './is-nested-too-deeply.ts';

const nested = (levels: number, open = '[', close = ']'): unknown =>
  JSON.parse(`${open.repeat(levels)}1${close.repeat(levels)}`);

test('a hundred levels are enough for everybody', () => {
  expect(isNestedTooDeeply(nested(100))).toBe(false);
  expect(isNestedTooDeeply(nested(101))).toBe(true);
  expect(isNestedTooDeeply([1, { a: nested(100) }])).toBe(true);
});

test('a million levels are found without running out of stack', () => {
  expect(isNestedTooDeeply(nested(1_000_000))).toBe(true);
  expect(isNestedTooDeeply(nested(300_000, '{"a":', '}'))).toBe(true);
});

test('nothing that people send is', () => {
  fc.assert(fc.property(fc.jsonValue({ maxDepth: 20 }), (value) => !isNestedTooDeeply(value)));
});
