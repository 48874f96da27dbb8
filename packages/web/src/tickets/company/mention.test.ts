import { describe, expect, test } from 'vitest';
import { mentionsIn, namedAt, suggested, withName } from './mention.ts';

const people = [
  { id: '1', name: 'Erin Engineer' },
  { id: '2', name: 'Erin Engineer-Smith' },
  { id: '3', name: 'Zoë Núñez' },
];

test('whole names after an @ are mentions, the longer one where two begin alike', () => {
  expect(mentionsIn('@Erin Engineer-Smith, please', people)).toEqual(['2']);
  expect(mentionsIn('@Erin Engineer-Smith and @Erin Engineer', people)).toEqual(['2', '1']);
  expect(mentionsIn('Erin Engineer, mail erin@Zoë.test', people)).toEqual([]);
});

test('a name ends where the word ends: somebody else whose name begins so is not told', () => {
  const two = [
    { id: 'vogt', name: 'Lena Vogt' },
    { id: 'zoe', name: 'Zo' },
  ];
  for (const other of ['@Lena Vogtmann', '@Lena Vogt2', '@Lena Vogt-Maier', '@Zoë', '@Zoe\u0308'])
    expect(mentionsIn(`${other}, please`, two), other).toEqual([]);
  for (const meant of ['@Lena Vogt', '@Lena Vogt, please', '(@Lena Vogt)', '@Lena Vogt’s disk', '@Lena Vogt - please'])
    expect(mentionsIn(meant, two), meant).toEqual(['vogt']);
  expect(mentionsIn('@Lena Vogtmann and @Lena Vogt@Zo', two)).toEqual(['vogt', 'zoe']);
  expect(mentionsIn('@Lena Vogtmann', [...two, { id: 'mann', name: 'Lena Vogtmann' }])).toEqual(['mann']);
});

describe('what is being typed before the caret', () => {
  test.for([
    ['Hello @Er', 9, 'Er'],
    ['@', 1, ''],
    ['@Zoë Nú', 7, 'Zoë Nú'],
    ['(@Er', 4, 'Er'],
    ['mail me@home', 12, undefined],
    ['@Erin Engineer is', 17, undefined],
    ['@Er and more', 3, 'Er'],
  ] as const)('%s at %i: %s', ([body, caret, typed]) => {
    expect(namedAt(body, caret)).toBe(typed);
  });
});

test('names that begin so, by any word of theirs; none once one is complete', () => {
  expect(suggested('eng', people).map(({ id }) => id)).toEqual(['1', '2']);
  expect(suggested('nú', people).map(({ id }) => id)).toEqual(['3']);
  expect(suggested('Zoë Núñez', people)).toEqual([]);
});

test('the name takes the place of what was typed', () => {
  expect(withName('Hello @Er, look', 9, 'Erin Engineer')).toEqual({ body: 'Hello @Erin Engineer , look', caret: 21 });
});
