import fc from 'fast-check';
import { expect, test } from 'vitest';
import { cursorOf, readCursor, StrangeCursor } from './cursor.ts';

const id = '0196f000-0000-7000-8000-000000000000';

test('gives back what it was made of', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme' }), fc.nat(), (text, number) => {
      fc.pre(!text.includes('\0'));
      expect(readCursor(cursorOf([text, id, number]), ['text', 'id', 'number'])).toEqual([text, id, String(number)]);
    }),
  );
  for (const at of ['2026-11-21T13:38:06.5Z', '2026-11-21 13:38:06.123456+00', 'infinity'])
    expect(readCursor(cursorOf([at]), ['instant'])).toEqual([at]);
});

test.each([
  ['half a character', cursorOf(['\ud800', id])],
  ['a NUL, which PostgreSQL does not store', cursorOf(['a\0b', id])],
  ['no id', cursorOf(['a', `${id}0`])],
  ['only hyphens', cursorOf(['a', '-'.repeat(36)])],
  ['too little', cursorOf(['a'])],
  ['too much', cursorOf(['a', id, id])],
  ['an object', Buffer.from(`{"0":"a","1":"${id}","length":2}`).toString('base64url')],
  ['a list in a list', Buffer.from(`["a",[["${id}"],1]]`).toString('base64url')],
  ['a number that is none', Buffer.from(`["a",1e999]`).toString('base64url')],
  ['no JSON', '%%%'],
])('a cursor that somebody made up is thrown back: %s', (_what, cursor) => {
  expect(() => readCursor(cursor, ['text', 'id'])).toThrow(StrangeCursor);
});
