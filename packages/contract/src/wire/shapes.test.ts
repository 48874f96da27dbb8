/** What people write is seen: nothing blank passes for a name, and nothing of any script is taken for blank. */
import { expect, test } from 'vitest';
import { line, prose } from './shapes.ts';

const fits = (input: string) => [line(80).safeParse(input).success, prose(80).safeParse(input).success];

test.for([
  ['zero width spaces', '\u200b\u200b'],
  ['joiners and marks of direction', '\u200d\u200e\u200f\u2060'],
  ['a filler of Hangul', '\u3164'],
  ['the blank of Braille', '\u2800 \u2800'],
  ['a soft hyphen', '\u00ad'],
  ['a selector of variants', '\ufe0f'],
] as const)('%s alone are no text', ([, input]) => {
  expect(fits(input)).toEqual([false, false]);
});

test.for(['a', '\u200fשלום', 'می\u200cخواهم', '日本', '👩\u200d🔧', '⠓⠊', '…', '한'])('%s is one', (input) => {
  expect(fits(input)).toEqual([true, true]);
});

test('a line cannot turn its neighbours round, and a text may be empty', () => {
  expect(line(80).safeParse('invoice\u202Efdp.exe').success).toBe(false);
  expect([line(80).safeParse('').success, prose(80).safeParse('').success]).toEqual([false, true]);
});
