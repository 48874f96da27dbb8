import { expect, test } from 'vitest';
import { concerns } from './concerns.ts';

const changed = new Set(['a']);

test('an account that changed is read again, another is not', () => {
  expect(concerns(['GET /accounts/:accountId', { params: { accountId: 'a' } }], changed)).toBe(true);
  expect(concerns(['GET /accounts/:accountId', { params: { accountId: 'b' } }], changed)).toBe(false);
});

test('lists across accounts are read again, whoever changed', () => {
  expect(concerns(['GET /accounts', {}], changed)).toBe(true);
  expect(concerns(['me'], changed)).toBe(true);
});
