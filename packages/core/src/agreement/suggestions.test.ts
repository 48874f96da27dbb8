import { expect, test } from 'vitest';
import { SMALL_DESCRIPTION } from './examples/small-description.ts';
import { readDescription } from './read-description.ts';

test.for([
  ['a number that no duration has', '{1: 30 minutes', '{1: 99999999999999999999999 minuts'],
  ['short units of such a number', '{1: 30 minutes', '{1: 99999999999m'],
  ['a clock time of such a number', '{1: 30 minutes', '{1: 99999999:30'],
  ['a number that no count has', 'agreed: 1}', 'agreed: 00000000000000000000099999999999999999999999}'],
  ['an escape sequence where a name belongs', '  visit: {name', '  "\\e[31m": {name'],
])('nothing is suggested for %s', ([, from = '', to = '']) => {
  const { diagnostics } = readDescription(SMALL_DESCRIPTION.replace(from, () => to));
  expect(diagnostics.length).toBeGreaterThan(0);
  expect(diagnostics.flatMap(({ suggestion }) => suggestion ?? [])).toEqual([]);
});
