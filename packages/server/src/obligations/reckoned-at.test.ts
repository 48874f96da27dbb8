import { expect, test } from 'vitest';
import type { StoredRow } from './ledger-row.ts';
import { reckonedAt } from './reckoned-at.ts';

const fact = (at: number) => ({ id: '', contractId: null, fact: 'incident.received', subject: '', at });
const row = (instants: Partial<StoredRow>) =>
  ({ openedAt: 0, warnedAt: null, metAt: null, breachedAt: null, endedAt: null, ...instants }) as StoredRow;

test.for([
  ['now, where all is past', [fact(90)], [row({ metAt: 95 })], 100],
  ['at a fact that another server recorded a moment ahead', [fact(90), fact(130)], [], 130],
  ['at what another server found broken', [fact(90)], [row({ breachedAt: 110 }), row({ warnedAt: 105 })], 110],
  ['now, whatever stands further ahead than clocks differ', [fact(221)], [row({ breachedAt: 4000 })], 100],
] as const)('a unit is reckoned %s', ([, facts, rows, expected]) => {
  expect(reckonedAt(facts, rows, 100)).toBe(expected);
});
