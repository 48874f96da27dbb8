import fc from 'fast-check';
import { expect, test } from 'vitest';
import { jsonText } from './json-text.ts';
import { visibleText } from './visible-text.ts';

/** What terminals obey: C0, DEL, C1, and marks that turn the direction of a line. */
const OBEYED = /[\u0000-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069]/;

test('escape sequences and direction marks are shown, other text stays', () => {
  expect(visibleText('a\u001b[31mb\u009bc\u202ed')).toBe('a\\u001b[31mb\\u009bc\\u202ed');
  expect(visibleText('Grüße, 日本語, 👩‍👩‍👧')).toBe('Grüße, 日本語, 👩‍👩‍👧');
});

test('nothing that a terminal obeys is left, whatever the text', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), (text) => {
      expect(visibleText(text)).not.toMatch(OBEYED);
      const json = jsonText({ text });
      expect(json.replaceAll('\n', '')).not.toMatch(OBEYED);
      expect(JSON.parse(json)).toEqual({ text });
    }),
  );
});
