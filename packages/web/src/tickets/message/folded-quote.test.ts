import { expect, test } from 'vitest';
import { isFolded, quoted } from './folded-quote.ts';

test('long quotes are folded, short ones are not', () => {
  expect(isFolded('> one\n> two\n> three\n> four')).toBe(true);
  expect(isFolded(`> ${'word '.repeat(60)}`)).toBe(true);
  expect(isFolded('> one\n> two')).toBe(false);
});

test('a message is quoted line by line', () => {
  expect(quoted('a\n\nb', 'Lena')).toBe('Lena wrote:\n\n> a\n>\n> b\n\n');
});
