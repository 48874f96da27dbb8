import { expect, test } from 'vitest';
import { addressOf } from './address.ts';

test('a key becomes a method and a path with its parameters', () => {
  expect(addressOf('GET /accounts/:accountId/people/:personId', { accountId: 'a', personId: 'b' })).toEqual({
    method: 'GET',
    path: '/api/v1/accounts/a/people/b',
  });
});

test('a parameter cannot lead to another route', () => {
  expect(addressOf('GET /accounts/:accountId', { accountId: '../products?x=1' }).path).toBe(
    '/api/v1/accounts/..%2Fproducts%3Fx%3D1',
  );
});

test('a query leaves out what is not given, and repeats a list', () => {
  const { path } = addressOf(
    'GET /accounts',
    {},
    { search: 'a&b', after: undefined, segment: null, state: ['x', 'y'] },
  );
  expect(path).toBe('/api/v1/accounts?search=a%26b&state=x&state=y');
});
