import { expect, test } from 'vitest';
import { ledgerHref, obligationQuery, readLedgerSearch } from './ledger-search.ts';

test('an address that somebody typed yields only what the API knows', () => {
  expect(readLedgerSearch({ show: 'everything', side: 'both', month: 'May', promise: 7 })).toEqual({});
  const fine = { show: 'broken', side: 'provider', month: '2026-11', promise: 'first-response' };
  expect(readLedgerSearch(fine)).toEqual(fine);
});

test('a figure leads to the rows that it counts', () => {
  expect(ledgerHref('a', { show: 'kept', promise: 'x y' })).toBe('/accounts/a/ledger?show=kept&promise=x+y');
  expect(ledgerHref('a', {})).toBe('/accounts/a/ledger');
  expect(obligationQuery({ show: 'kept', month: '2026-11' })).toEqual({ state: 'met', month: '2026-11', limit: 50 });
  expect(obligationQuery({ show: 'settled', month: '2026-11' })).toMatchObject({ show: 'settled' });
  // What is due is open or paused, as the figure counts it.
  expect(obligationQuery({ show: 'due' })).toEqual({ show: 'due', limit: 50 });
});
