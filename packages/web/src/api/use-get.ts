import type { CallableKey, Gives, Sends } from '@tamarack/contract';
import { keepPreviousData, queryOptions, useQuery, type UseQueryResult } from '@tanstack/react-query';
import { call } from './call.ts';

export type GetKey = Extract<CallableKey, `GET ${string}`>;

/** The cache key of a GET: [route, what was sent]. live.ts finds an account's queries by it. */
export function getOptions<K extends GetKey>(key: K, sends: Sends<K>) {
  return queryOptions<Gives<K>>({
    queryKey: [key, sends],
    queryFn: ({ signal }) => call(key, sends, { signal }),
  });
}

/** Gets and keeps what a route gives; while other parameters load, the page keeps showing what it had. */
export function useGet<K extends GetKey>(
  key: K,
  sends: Sends<K>,
  options: { readonly enabled?: boolean } = {},
): UseQueryResult<Gives<K>> {
  return useQuery({ ...getOptions(key, sends), placeholderData: keepPreviousData, ...options });
}
