/**
 * Passwords that are long and still easy to guess: made of common words, of rows of keys, or of what is known about the
 * person (SP 800-63B, 3.1.1.2 asks for such a list). What is left after taking those out has to be something.
 */
import { COMMON_WORDS } from './common-words.ts';

/** Characters beside common and personal words that a password needs. */
const LEFT_AT_LEAST = 8;
const DIFFERENT_AT_LEAST = 6;

const ROWS = [
  'abcdefghijklmnopqrstuvwxyz',
  '01234567890',
  'qwertyuiop',
  'asdfghjkl',
  'zxcvbnm',
  'qwertzuiop',
  'azertyuiop',
];
const runs = ROWS.flatMap((row) => [row, Array.from(row).toReversed().join('')]);

/** What is wrong with a password, as a sentence; undefined where nothing is. `known` is what others know of the person. */
export function guessableBecause(password: string, known: readonly string[]): string | undefined {
  const plain = password.normalize('NFKC').toLowerCase();
  if (new Set(plain).size < DIFFERENT_AT_LEAST) return 'This password repeats a few characters only.';
  const personal = known.flatMap(wordsOf);
  const withoutPersonal = without(plain, personal);
  if (isTooLittle(withoutPersonal))
    return 'This password is made of your name, your address or the name of this place.';
  const rest = withoutRuns(without(withoutPersonal, COMMON_WORDS));
  return isTooLittle(rest) ? 'This password is made of very common words or rows of keys.' : undefined;
}

function isTooLittle(rest: string): boolean {
  return new Set(rest.replaceAll(/[\s\p{P}]/gu, '')).size < DIFFERENT_AT_LEAST || rest.length < LEFT_AT_LEAST;
}

function wordsOf(text: string): readonly string[] {
  return text
    .normalize('NFKC')
    .toLowerCase()
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word.length >= 4);
}

function without(text: string, words: readonly string[]): string {
  let rest = text;
  for (const word of words.toSorted((a, b) => b.length - a.length)) rest = rest.replaceAll(word, '');
  return rest;
}

/** Takes out pieces of four and more that follow a row of keys, the alphabet or the digits, and repeated characters. */
function withoutRuns(text: string): string {
  let rest = '';
  for (let at = 0; at < text.length;) {
    const length = runAt(text, at);
    if (length < 4) rest += text.charAt(at);
    at += length < 4 ? 1 : length;
  }
  return rest;
}

function runAt(text: string, start: number): number {
  let longest = 1;
  while (text.charAt(start + longest) === text.charAt(start)) longest += 1;
  for (let length = longest + 1; start + length <= text.length; length += 1) {
    const piece = text.slice(start, start + length);
    if (!runs.some((row) => row.includes(piece))) return longest;
    longest = length;
  }
  return longest;
}
