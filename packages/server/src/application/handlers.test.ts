import { expect, test } from 'vitest';
import { routes } from '@tamarack/contract';
import { handlers } from './handlers.ts';

test('every route of the contract has a handler, and every handler a route', () => {
  expect(Object.keys(handlers).toSorted()).toEqual(Object.keys(routes).toSorted());
});
