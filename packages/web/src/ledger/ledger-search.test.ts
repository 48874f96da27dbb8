import { expect, test } from 'vitest';
import { ledgerHref, obligationQuery, readLedgerSearch } from './ledger-search.ts';

test('an address that somebody typed yields only what the API knows', () => {
  expect(readLedgerSearch({ show: 'everything', side: 'both', month: 'May', promise: 7, contract: 'x' })).toEqual({});
  const contract = '0199a0b0-0000-7000-8000-000000000001';
  const fine = { show: 'broken', side: 'provider', month: '2026-11', promise: 'first-response', contract };
  expect(readLedgerSearch(fine)).toEqual(fine);
});

test('a figure leads to the rows that it counts', () => {
  expect(ledgerHref('a', { show: 'kept', promise: 'x y' })).toBe('/accounts/a/ledger?show=kept&promise=x+y');
  expect(ledgerHref('a', {})).toBe('/accounts/a/ledger');
  expect(obligationQuery({ show: 'kept', month: '2026-11' })).toEqual({ state: 'met', month: '2026-11', limit: 50 });
  expect(obligationQuery({ show: 'settled', month: '2026-11' })).toMatchObject({ show: 'settled' });
  expect(obligationQuery({ contract: 'c', promise: 'p' })).toEqual({ contractId: 'c', promise: 'p', limit: 50 });
  // What is due is open or paused, as the figure counts it.
  expect(obligationQuery({ show: 'due' })).toEqual({ show: 'due', limit: 50 });
});
