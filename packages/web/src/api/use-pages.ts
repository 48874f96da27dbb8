import type { Gives, Sends } from '@tamarack/contract';
import { keepPreviousData, useInfiniteQuery } from '@tanstack/react-query';
import { call } from './call.ts';

/** Lists that are as long as an account's life. */
export type PagedKey = 'GET /today' | 'GET /accounts/:accountId/obligations' | 'GET /accounts/:accountId/facts';

export type RowOf<K extends PagedKey> = Gives<K>['rows'][number];

/**
 * A list page after page, by the cursor of the API. Live changes read the pages that are there again. While other filters
 * load, the list keeps showing what it had.
 */
export function usePages<K extends PagedKey>(key: K, sends: Sends<K>) {
  return useInfiniteQuery({
    queryKey: [key, sends, 'pages'],
    queryFn: async ({ pageParam, signal }) => {
      const query = { ...sends.query, after: pageParam };
      const page: Gives<PagedKey> = await call(key, { ...sends, query } as Sends<K>, { signal });
      return page as { readonly rows: readonly RowOf<K>[]; readonly next?: string };
    },
    initialPageParam: undefined as string | undefined,
    getNextPageParam: ({ next }) => next,
    select: ({ pages }): { readonly rows: readonly RowOf<K>[] } => ({ rows: pages.flatMap(({ rows }) => rows) }),
    placeholderData: keepPreviousData,
  });
}
