import { expect, test } from 'vitest';
import { columnsIn, columnsText, USUAL } from './column-names.ts';

test('columns stand in their own order, however somebody typed them, and each once', () => {
  expect(columnsIn('queue.next.queue')).toEqual(['next', 'queue']);
  expect(columnsText(['queue', 'next'])).toBe('next.queue');
});

test('the usual ones, none, and what nobody knows are the usual ones', () => {
  for (const text of [undefined, '', 'shoe-size', 'next,queue', USUAL.join('.'), USUAL.toReversed().join('.')])
    expect(columnsIn(text)).toBeUndefined();
  expect(columnsIn('shoe-size.queue')).toEqual(['queue']);
});
