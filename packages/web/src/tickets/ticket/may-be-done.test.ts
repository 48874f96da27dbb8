import { expect, test } from 'vitest';
import { mayBeDone } from './may-be-done.ts';

const names = (...asked: Parameters<typeof mayBeDone>) =>
  Object.entries(mayBeDone(...asked))
    .filter(([, may]) => may)
    .map(([name]) => name);
const all = () => true;

test.each([
  ['open', ['reply', 'note', 'work']],
  ['resolved', ['reply', 'note', 'reopen', 'close']],
  ['declined', ['reply', 'note', 'reopen']],
  ['merged', ['note']],
] as const)('staff, of a ticket that is %s: %j', (state, expected) => {
  expect(names({ state, mayChange: true }, all)).toEqual(expected);
});

test.each([
  ['open', ['reply', 'close']],
  ['resolved', ['reply', 'reopen', 'close']],
  ['closed', ['reply', 'reopen']],
  ['merged', []],
] as const)('customers, of a ticket that is %s: %j', (state, expected) => {
  expect(names({ state, mayChange: false }, all)).toEqual(expected);
});

test('nobody is offered what their roles do not let them do', () => {
  expect(names({ state: 'open', mayChange: false }, () => false)).toEqual([]);
  expect(names({ state: 'resolved', mayChange: false }, (action) => action !== 'tickets.end')).toEqual([
    'reply',
    'reopen',
  ]);
});
