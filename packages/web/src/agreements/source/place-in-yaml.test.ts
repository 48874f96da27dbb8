import { expect, test } from 'vitest';
import { placeInYaml } from './place-in-yaml.ts';

/** The place at the sign "|". */
function at(text: string) {
  const cursor = text.indexOf('|');
  const place = placeInYaml(text.replace('|', ''), cursor);
  return place && { ...place, from: cursor - place.from };
}

test.for([
  ['a first key', 'doc|', { path: [], writes: 'key', beside: [], from: 3 }],
  [
    'keys beside it',
    'tamarack: 1\n|\nservice:\n  name: x\n',
    { path: [], writes: 'key', beside: ['tamarack', 'service'] },
  ],
  ['a key below two others', 'a:\n  b:\n    c: 1\n    d|', { path: ['a', 'b'], writes: 'key', beside: ['c'] }],
  ['after a deeper block', 'a:\n  b:\n    c: 1\n  d|', { path: ['a'], writes: 'key', beside: ['b'] }],
  ['a value', 'a:\n  b: fo|', { path: ['a', 'b'], writes: 'value', from: 2 }],
  ['a value not begun', 'a:\n  b: |', { path: ['a', 'b'], writes: 'value', from: 0 }],
  ['an entry of a list', 'a:\n  - x|', { path: ['a', '[]'], writes: 'key', from: 1 }],
  ['a key of an entry', 'a:\n  - b: 1\n    c|', { path: ['a', '[]'], writes: 'key', beside: ['b'] }],
  ['the first key of an entry, before others', 'a:\n  - c|\n    b: 1', { path: ['a', '[]'], beside: ['b'] }],
  ['an entry without further indent', 'a:\n- b: 1\n  c: |', { path: ['a', '[]', 'c'], writes: 'value' }],
  ['a flow map', 'a:\n  by: {provider: x, cu|', { path: ['a', 'by'], writes: 'key', beside: ['provider'], from: 2 }],
  ['a value of a flow map', 'a: {b: no|', { path: ['a', 'b'], writes: 'value', from: 2 }],
  ['an entry of a flow list', 'a: {b: [x, y|', { path: ['a', 'b', '[]'], writes: 'value', from: 1 }],
  ['a flow map as entry', 'h:\n  - {ver|', { path: ['h', '[]'], writes: 'key', from: 3 }],
  ['a time is no key', 'mon: 09:00|', { path: ['mon'], writes: 'value', from: 5 }],
] as const)('%s', ([, text, expected]) => {
  expect(at(text)).toMatchObject(expected);
});

test('nothing is offered in a comment', () => {
  expect(at('a: 1 # b|')).toBeUndefined();
});
