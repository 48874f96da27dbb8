import { expect, test } from 'vitest';
import { dateWords, durationWords, instantWords, relativeWords, shortInstantWords } from './time-words.ts';

const now = Date.parse('2026-11-21T14:00:00Z');
const at = (text: string) => Date.parse(text);

test.for([
  ['2026-11-21T14:00:20Z', 'now'],
  ['2026-11-21T14:00:40Z', 'in 1 min'],
  ['2026-11-21T14:59:59Z', 'in 59 min'],
  ['2026-11-21T12:00:00Z', '2 h ago'],
  ['2026-11-23T13:59:59Z', 'in 47 h'],
  ['2026-11-23T14:00:00Z', 'in 2 d'],
])('%s is %s', ([instant, words]) => {
  expect(relativeWords(at(instant ?? ''), now)).toBe(words);
});

test.for([
  [45, '45 s'],
  [3900, '1 h 05 min'],
  [7200, '2 h'],
  [187_200, '2 d 4 h'],
  [-60, '−1 min'],
] as const)('%d s are %s', ([seconds, words]) => {
  expect(durationWords(seconds)).toBe(words);
});

test('an instant is told in the zone that is asked for, across midnight too', () => {
  expect(instantWords(at('2026-11-21T23:30:00Z'), 'Asia/Tokyo')).toBe('Sun, 22 Nov 2026, 08:30');
  expect(shortInstantWords(at('2026-12-31T23:30:00Z'), now, 'Asia/Tokyo')).toBe('1 Jan 2027, 08:30');
  expect(shortInstantWords(at('2026-12-31T23:30:00Z'), now, 'UTC')).toBe('31 Dec, 23:30');
});

test('a date without a zone is the same day everywhere', () => {
  expect(dateWords('2026-11-21')).toBe('21 Nov 2026');
});
