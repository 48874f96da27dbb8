import { expect, test } from 'vitest';
import type { Obligation } from '../../ledger/obligation-words.ts';
import { clockWords, cyclesOf } from './clock-words.ts';

const now = Date.parse('2026-06-01T08:00:00Z');
const clock = (more: Partial<Obligation>) =>
  ({
    form: 'response',
    state: 'open',
    dueAt: '2026-06-01T08:30:00Z',
    metAt: null,
    because: null,
    cycle: 1,
    ...more,
  }) as Obligation;

test.for([
  [{}, '30 min left'],
  [{ dueAt: null }, 'runs'],
  [{ state: 'paused' }, 'stands still'],
  [{ state: 'met', metAt: '2026-06-01T08:12:00Z' }, 'kept 18 min early'],
  [{ state: 'met', metAt: '2026-06-01T08:30:00Z' }, 'kept'],
  [{ form: 'gate', state: 'met', dueAt: null }, 'passed'],
  [{ state: 'breached' }, 'broken'],
  [{ state: 'void', because: 'merged' }, 'ended by merging'],
] as const)('%o: %s', ([more, says]) => {
  expect(clockWords(clock(more), now).says).toBe(says);
});

test('the present cycle by its next deadline, past cycles the latest first', () => {
  const rows = [
    clock({ id: 'met', state: 'met', cycle: 2 }),
    clock({ id: 'gate', form: 'gate', state: 'met', cycle: 3 }),
    clock({ id: 'later', dueAt: '2026-06-01T10:00:00Z', cycle: 3 }),
    clock({ id: 'sooner', cycle: 3 }),
    clock({ id: 'first', state: 'breached' }),
  ];
  const { present, past } = cyclesOf(rows);
  expect(present.map(({ id }) => id)).toEqual(['sooner', 'later', 'gate']);
  expect(past.map(([cycle, own]) => [cycle, ...own.map(({ id }) => id)])).toEqual([
    [2, 'met'],
    [1, 'first'],
  ]);
});
