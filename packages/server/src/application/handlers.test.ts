import { expect, test } from 'vitest';
import { routes } from '@tamarack/contract';
import { diskStore } from '../platform/files/store-on-disk.ts';
import { openDatabase } from '../platform/database/database.ts';
import { handlersOf } from './handlers.ts';

test('every route of the contract has a handler, and every handler a route', () => {
  const feed = {
    listen: () => () => undefined,
    nudge: () => undefined,
    ready: () => Promise.resolve(),
    ending: new AbortController().signal,
    stop: () => Promise.resolve(),
  };
  const files = diskStore('unused');
  const db = openDatabase({ url: 'postgres://nowhere' });
  const handlers = handlersOf({
    ...{ db, feed, files, hasMailServer: false, webhookNetworks: [] },
    visitorOf: () => Promise.resolve(undefined),
  });
  expect(Object.keys(handlers).toSorted()).toEqual(Object.keys(routes).toSorted());
});
