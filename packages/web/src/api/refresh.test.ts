import { QueryClient } from '@tanstack/react-query';
import { expect, test } from 'vitest';
import { refreshLong, refreshShort } from './refresh.ts';

const HERE = new Set(['a']);
const pages = (many: number) => ({ pages: Array.from({ length: many }, () => ({ rows: [] })), pageParams: [] });

test('a list of which much was read is not read again at each event, but now and then', () => {
  const client = new QueryClient();
  const [short, long, other] = [
    ['GET /tickets', { query: { limit: 100 } }, 'pages'],
    ['GET /tickets', { query: { limit: 100, order: 'latest' } }, 'pages'],
    ['GET /accounts/:accountId/facts', { params: { accountId: 'b' } }, 'pages'],
  ];
  client.setQueryData(short, pages(3));
  client.setQueryData(long, pages(4));
  client.setQueryData(other, pages(4));
  const isStale = () => [short, long, other].map((key) => client.getQueryState(key)?.isInvalidated);
  refreshShort(client, HERE);
  expect(isStale()).toEqual([true, false, false]);
  refreshLong(client, HERE);
  expect(isStale()).toEqual([true, true, false]);
});
