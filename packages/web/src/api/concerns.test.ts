import { expect, test } from 'vitest';
import { concerns, isOf } from './concerns.ts';

const changed = new Set(['a']);

test('an account that changed is read again, another is not', () => {
  expect(concerns(['GET /accounts/:accountId', { params: { accountId: 'a' } }], changed)).toBe(true);
  expect(concerns(['GET /accounts/:accountId', { params: { accountId: 'b' } }], changed)).toBe(false);
});

test('lists across accounts are read again, whoever changed', () => {
  expect(concerns(['GET /accounts', {}], changed)).toBe(true);
  expect(concerns(['me'], changed)).toBe(true);
});

test('what is of an account is no list across accounts', () => {
  expect(isOf(['GET /accounts/:accountId', { params: { accountId: 'a' } }], changed)).toBe(true);
  expect(isOf(['GET /accounts', {}], changed)).toBe(false);
  expect(isOf(['GET /me', {}], changed)).toBe(false);
});
