import { describe, expect, test } from 'vitest';
import { isAbuse, isFolded, quoted } from './folded-quote.ts';

test('long quotes are folded, short ones are not', () => {
  expect(isFolded('> one\n> two\n> three\n> four')).toBe(true);
  expect(isFolded(`> ${'word '.repeat(60)}`)).toBe(true);
  expect(isFolded('> one\n> two')).toBe(false);
});

test('a message is quoted line by line', () => {
  expect(quoted('a\n\nb', 'Lena')).toBe('Lena wrote:\n\n> a\n>\n> b\n\n');
});

describe('what is nested deeper than people write', () => {
  test.for(['>'.repeat(1000), '- '.repeat(500), '['.repeat(5000), '*'.repeat(900), '1. '.repeat(400)])('%j', (body) => {
    expect(isAbuse(body)).toBe(true);
  });

  test.for([
    '>> twice quoted\n\n- a\n  - b\n\n----------\n',
    `log: ${'='.repeat(500)}\n${'-'.repeat(500)}\n${'#'.repeat(300)}`,
    '****\n____\n``````\ncode\n``````',
  ])('and not: %j', (body) => {
    expect(isAbuse(body)).toBe(false);
  });
});
