import { expect, test } from 'vitest';
import { mergedMessages } from './merged-messages.ts';
import type { Message } from './message.ts';

const said = (id: string, at: string, body = id): Message => ({
  id,
  at,
  body,
  author: null,
  authorSide: 'customer',
  movedTo: null,
  audience: 'shared',
  via: 'web',
  files: [],
});
const known = [said('a', '2026-06-01T08:00:00Z'), said('b', '2026-06-01T08:05:00Z')];

test('what came since stands behind what is known, and what is known stays the same object', () => {
  const merged = mergedMessages(known, [{ ...(known[1] as Message) }, said('c', '2026-06-01T08:05:00.5Z')]);
  expect(merged.map(({ id }) => id)).toEqual(['a', 'b', 'c']);
  expect(merged[0]).toBe(known[0]);
  expect(merged[1]).toBe(known[1]);
});

test('nothing new is the same list, so that nothing is shown anew', () => {
  expect(mergedMessages(known, [{ ...(known[1] as Message) }])).toBe(known);
});

test('what was written at one time and stored later stands where it was written; what changed is replaced', () => {
  const merged = mergedMessages(known, [
    said('late', '2026-06-01T08:04:00Z'),
    said('b', '2026-06-01T08:05:00Z', '(erased)'),
  ]);
  expect(merged.map(({ id, body }) => [id, body])).toEqual([
    ['a', 'a'],
    ['late', 'late'],
    ['b', '(erased)'],
  ]);
});
