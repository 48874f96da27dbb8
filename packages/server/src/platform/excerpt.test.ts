import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { excerpt } from './excerpt.ts';

/** The two lines, as they stand below one another. */
function shown(source: string, from: number, to: number, width = 80): string[] {
  const { line, marks } = excerpt(source, from, to, width);
  return [line, marks];
}

describe('the marks stand below what they mean', () => {
  test.for([
    ['plain text', 'within: 30m', 9, 12, ['within: 30m', '        ^^^']],
    ['behind the end, where something is missing', 'a:', 3, 3, ['a:', '  ^']],
    ['an empty range', 'a: b', 4, 4, ['a: b', '   ^']],
    ['an empty line', '', 1, 1, ['', '^']],
    ['tabs are four wide', '\ta:\tx', 5, 6, ['    a:    x', '          ^']],
    ['a tab itself', '\ta', 1, 2, ['    a', '^^^^']],
    ['wide characters are two wide', '名前: 30m', 5, 8, ['名前: 30m', '      ^^^']],
    ['a wide character itself', 'a名b', 2, 3, ['a名b', ' ^^']],
    ['emoji count two columns in the file and two on the screen', '😀: x', 5, 6, ['😀: x', '    ^']],
    ['a family is one emoji', '👩‍👩‍👧: x', 11, 12, ['👩‍👩‍👧: x', '    ^']],
    ['combining marks have no width', 'e\u0301: x', 5, 6, ['e\u0301: x', '   ^']],
    ['control characters are shown by their code', 'a\u001b: x', 5, 6, ['a\\u001b: x', '         ^']],
  ] as const)('%s', ([, source, from, to, expected]) => {
    expect(shown(source, from, to)).toEqual(expected);
  });
});

describe('a long line is cut around the place', () => {
  const long = `${'a'.repeat(100)}HERE${'b'.repeat(100)}`;

  test('in the middle', () => {
    const [line = '', marks = ''] = shown(long, 101, 105, 60);
    expect(line).toMatch(/^…a+HEREb+…$/);
    expect(line.slice(marks.indexOf('^'), marks.lastIndexOf('^') + 1)).toBe('HERE');
    expect(line.length).toBeLessThanOrEqual(60);
  });

  test('at the beginning and at the end', () => {
    expect(shown(long, 1, 2, 40)).toEqual([`${'a'.repeat(38)}…`, '^']);
    const [line = '', marks = ''] = shown(long, 204, 205, 40);
    expect(line).toMatch(/^…b+$/);
    expect(marks.length).toBe(line.length);
  });

  test('a mark that is longer than the line shows its beginning', () => {
    const [line = '', marks = ''] = shown('x'.repeat(300), 1, 301, 40);
    expect(marks.length).toBe(38);
    expect(line).toBe(`${'x'.repeat(38)}…`);
  });

  test('half a megabyte on one line', () => {
    const [line = ''] = shown('x'.repeat(500_000), 250_000, 250_001, 60);
    expect(line.length).toBeLessThanOrEqual(60);
  });
});

test('whatever the line: something is marked, and what is marked is inside what is shown', () => {
  fc.assert(
    fc.property(
      fc.string({ unit: 'binary', maxLength: 300 }),
      fc.nat(300),
      fc.nat(300),
      fc.integer({ min: 1, max: 200 }),
      (text, a, b, width) => {
        const source = text.replaceAll('\n', ' ');
        const from = Math.min(a, source.length) + 1;
        const { line, marks } = excerpt(source, from, Math.max(from, Math.min(b, source.length) + 1), width);
        expect(marks).toMatch(/^ *\^+$/);
        expect(line).not.toMatch(/[\u0000-\u001f\u007f-\u009f]/);
        expect(marks.length).toBeLessThanOrEqual(Math.max(20, width) + 6);
      },
    ),
  );
});
