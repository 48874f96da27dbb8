import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { SMALL_DESCRIPTION } from './examples/small-description.ts';
import { readDescription } from './read-description.ts';

/** Half a megabyte, the most that is read. Each of these once took a parser minutes, or its stack. */
const HALF_A_MEGABYTE = 500_000;

function fill(piece: (index: number) => string): string {
  let text = '';
  for (let index = 0; text.length < HALF_A_MEGABYTE - 60; index += 1) text += piece(index);
  return text;
}

describe('half a megabyte of anything is read to its end', () => {
  test.for([
    ['brackets', fill(() => '[')],
    ['compact keys', fill(() => '? ')],
    ['compact dashes', fill(() => '- ')],
    ['dashes', fill(() => '-\n')],
    ['distinct keys', fill((i) => `key-${i}: 1\n`)],
    ['distinct keys on one line', `{${fill((i) => `key-${i}: 1,`)}}`],
    ['the same key', fill(() => 'k: 1\n')],
    ['colons', fill(() => ':')],
    ['quotes', fill(() => '"')],
    ['directives', fill(() => '%\n')],
    ['anchors', fill((i) => `k${i}: &a${i} 1\n`)],
    ['promises without a form', `promises:\n${fill((i) => `  promise-${i}: {title: A promise of nothing at all}\n`)}`],
    ['tags', fill(() => '!')],
  ])('%s', ([, text = '']) => {
    expect(readDescription(text).diagnostics.length).toBeGreaterThan(0);
  });

  test('a billion laughs stay unlaughed', () => {
    const lines = Array.from(
      { length: 9 },
      (_, i) =>
        `l${i}: &l${i} [${Array(9)
          .fill(i === 0 ? 'lol' : `*l${i - 1}`)
          .join(', ')}]`,
    );
    const { ready, diagnostics } = readDescription(lines.join('\n'));
    expect(ready).toBeUndefined();
    expect(new Set(diagnostics.map(({ code }) => code))).toEqual(new Set(['yaml.anchor']));
  });
});

/** A change as people and editors make them by accident. */
const mutation = fc.record({
  at: fc.nat(SMALL_DESCRIPTION.length - 1),
  length: fc.integer({ min: 0, max: 30 }),
  put: fc.oneof(
    fc.constant(''),
    fc.constantFrom(
      ':',
      '\n',
      '\t',
      '- ',
      '"',
      "'",
      '{',
      '}',
      '[',
      ']',
      '#',
      '&a ',
      '*a',
      '!x ',
      '|',
      '>',
      '%',
      '\u0000',
      '\r',
      '\u2028',
      '😀',
      '\ud800',
      '---\n',
      '<<: ',
      '$',
      '01',
      'no',
    ),
    fc.string({ unit: 'binary', maxLength: 5 }),
    fc.nat(SMALL_DESCRIPTION.length - 1).map((from) => SMALL_DESCRIPTION.slice(from, from + 40)),
  ),
});

const mutated = fc
  .array(mutation, { minLength: 1, maxLength: 4 })
  .map((mutations) =>
    mutations.reduce(
      (text, { at, length, put }) => text.slice(0, at) + put + text.slice(at + length),
      SMALL_DESCRIPTION,
    ),
  );

/** Lines in another order: valid pieces at places that are wrong for them. */
const shuffled = fc.shuffledSubarray(SMALL_DESCRIPTION.split('\n')).map((lines) => lines.join('\n'));

test('whatever happens to a description: no exception, and every finding lies in the text', () => {
  fc.assert(
    fc.property(fc.oneof({ weight: 5, arbitrary: mutated }, { weight: 1, arbitrary: shuffled }), (text) => {
      const { ready, diagnostics } = readDescription(text);
      const lines = text.replace(/^\uFEFF/, '').split('\n');
      expect(ready === undefined).toBe(diagnostics.some(({ level }) => level === 'error'));
      for (const { start, end, sentence } of diagnostics) {
        expect(start.line).toBeLessThanOrEqual(lines.length);
        expect(end.line).toBe(start.line);
        expect(start.column).toBeGreaterThanOrEqual(1);
        expect(end.column).toBeGreaterThanOrEqual(start.column);
        expect(end.column).toBeLessThanOrEqual((lines[end.line - 1] ?? '').length + 1);
        expect(sentence).not.toMatch(/undefined|\[object|Invalid input/);
      }
      const places = diagnostics.map(({ start }) => start.line * 1e6 + start.column);
      expect(places).toEqual(places.toSorted((a, b) => a - b));
    }),
    { numRuns: 600 },
  );
});
