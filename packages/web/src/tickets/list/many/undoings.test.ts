import { expect, test } from 'vitest';
import { type Result, undoingsOf } from './undoings.ts';

const before = { assigneeId: null, queue: null, side: 'provider', state: 'open' } as const;
const result = (ticketId: string, more: Partial<Result> = {}): Result => ({
  ...{ accountId: 'a', ticketId, refusal: null, before },
  ...more,
});

test('each ticket goes back to whom it had, in as few calls as there were ways', () => {
  const erin = { ...before, assigneeId: 'erin' };
  const results = [result('1'), result('2', { before: erin }), result('3')];
  const undoings = undoingsOf(results, { do: 'assign', assigneeId: 'tess' });
  expect(undoings.map(({ tickets, action }) => [tickets.map(({ ticketId }) => ticketId), action])).toEqual([
    [['1', '3'], { do: 'assign', assigneeId: null }],
    [['2'], { do: 'assign', assigneeId: 'erin' }],
  ]);
});

test('what was refused was not done, so that there is nothing to take back', () => {
  const refused = result('1', { refusal: { code: 'state.not-possible', sentence: 'No.' }, before: null });
  expect(undoingsOf([refused], { do: 'end', how: 'resolved' })).toEqual([]);
});

test('what was ended is reopened; what was reopened stays open', () => {
  expect(undoingsOf([result('1')], { do: 'end', how: 'resolved' })[0]?.action.do).toBe('reopen');
  expect(undoingsOf([result('1')], { do: 'reopen', reason: 'x' })).toEqual([]);
});
