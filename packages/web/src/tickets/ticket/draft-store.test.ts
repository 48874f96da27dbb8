import { expect, test } from 'vitest';
import { takenBack } from './draft-store.ts';

const sending = { body: 'Which kernel?', files: [] };

test('what the server did not take stands again in the box, before what was written since', () => {
  const draft = { body: 'And which disk?', files: [], uploads: [], sending };
  expect(takenBack(draft)).toEqual({ ...draft, body: 'Which kernel?\n\nAnd which disk?', sending: undefined });
});

test('a draft of which nothing is on its way stays as it is', () => {
  const draft = { body: 'Hello', files: [], uploads: [] };
  expect(takenBack(draft)).toBe(draft);
});
