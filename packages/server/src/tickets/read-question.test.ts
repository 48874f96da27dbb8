import { expect, test } from 'vitest';
import { readQuestion } from './read-question.ts';

test.each([
  ['pelican leg', 'pelican leg', [], []],
  ['pelican -leg', 'pelican', [], ['leg']],
  ['-leg', '', [], ['leg']],
  ['-"long leg" pelican -beak', 'pelican', [], ['long leg', 'beak']],
  ['"stalls zebrafish"', '', ['stalls zebrafish'], []],
  ['"segmentation fault" kernel "core dump"', 'kernel', ['segmentation fault', 'core dump'], []],
  ['"not ended ye', '', ['not ended ye'], []],
  // No minus: it stands within a word, or alone.
  ['e-mail - x-ray', 'e-mail x-ray', [], []],
  ['(-leg)', '( leg)', [], []],
  ['"core dump" or panic', '"core dump" or panic', [], []],
  ['panic or "core dump" -boot', 'panic or "core dump"', [], ['boot']],
])('takes apart: %s', (asked, words, phrases, without) => {
  const read = readQuestion(asked);
  expect({ ...read, words: read.words.replaceAll(/\s+/g, ' ') }).toEqual({ words, phrases, without });
});
