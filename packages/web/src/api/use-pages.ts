import type { Gives, Sends } from '@tamarack/contract';
import { keepPreviousData, useInfiniteQuery } from '@tanstack/react-query';
import { call } from './call.ts';

/** Lists that are as long as an account's life. */
export type PagedKey =
  | 'GET /today'
  | 'GET /tickets'
  | 'GET /accounts/:accountId/tickets/:ticketId/messages'
  | 'GET /accounts/:accountId/obligations'
  | 'GET /accounts/:accountId/facts'
  | 'GET /journal'
  | 'GET /jobs'
  | 'GET /mails'
  | 'GET /webhooks/:webhookId/deliveries'
  | 'GET /people'
  | 'GET /me/notifications';

type PageOf<K extends PagedKey> = Extract<Gives<K>, { readonly rows: readonly unknown[] }>;
export type RowOf<K extends PagedKey> = PageOf<K>['rows'][number];

type Page<K extends PagedKey> = PageOf<K> & { readonly rows: readonly RowOf<K>[]; readonly next?: string };

/**
 * A list page after page, by the cursor of the API. Live changes read the pages that are there again. While other filters
 * load, the list keeps showing what it had.
 */
export function usePages<K extends PagedKey>(key: K, sends: Sends<K>) {
  return useInfiniteQuery({
    queryKey: [key, sends, 'pages'],
    queryFn: async ({ pageParam, signal }) => {
      const { params, query } = sends as { readonly params?: object; readonly query?: object };
      const asked = { ...(params && { params }), query: { ...query, after: pageParam } };
      const page: unknown = await call(key, asked as Sends<K>, { signal });
      return page as Page<K>;
    },
    initialPageParam: undefined as string | undefined,
    getNextPageParam: ({ next }) => next,
    select: ({ pages }): { readonly rows: readonly RowOf<K>[]; readonly first: PageOf<K> | undefined } => ({
      rows: pages.flatMap(({ rows }) => rows),
      // What a page says beside its rows (counts, whether there is a mail server).
      first: pages[0],
    }),
    placeholderData: keepPreviousData,
  });
}
