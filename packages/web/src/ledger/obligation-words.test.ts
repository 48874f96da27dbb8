import { expect, test } from 'vitest';
import { countWords, nameWords, ownerWords, turnWords } from './obligation-words.ts';

test('a limit tells how much is used, in its own unit', () => {
  const hours = { counted: 7200, least: null, most: 144_000, unit: 'seconds' } as const;
  expect(countWords(hours)).toBe('2 h of 40 h used');
  expect(countWords({ ...hours, counted: 5400 })).toBe('1 h 30 min of 40 h used');
});

test('times tell how many there were; the only one needs no count', () => {
  const times = { counted: 1, least: 2, most: null, unit: 'times' } as const;
  expect(countWords(times)).toBe('1 of 2');
  expect(countWords({ ...times, least: 1 })).toBeUndefined();
  expect(countWords({ ...times, counted: null })).toBeUndefined();
});

test('what no role owes is owed by its side', () => {
  expect(ownerWords({ side: 'customer', role: 'technical-lead' })).toBe('customer’s technical lead');
  expect(ownerWords({ side: 'provider', role: 'account-manager' })).toBe('account manager');
  expect(ownerWords({ side: 'provider', role: '' })).toBe('provider');
});

test('names are read as words', () => {
  expect(nameWords('incident.handed-to-customer')).toBe('Incident handed to customer');
  expect(turnWords({ turn: 1, form: 'response' })).toBeUndefined();
  expect(turnWords({ turn: 1, form: 'cadence' })).toBe('no. 1');
});
