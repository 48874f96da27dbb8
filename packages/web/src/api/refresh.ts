import type { Query, QueryClient } from '@tanstack/react-query';
import { concerns } from './concerns.ts';

/** A list of which somebody has read more pages than this costs as many calls: it is read again only now and then. */
const MANY_PAGES = 3;

/** Has what these accounts concern read again, but for long lists. */
export function refreshShort(client: QueryClient, accounts: ReadonlySet<string>): void {
  void client.invalidateQueries({ predicate: (query) => concerns(query.queryKey, accounts) && !isLong(query) });
}

/** Has the long lists read again. One that is being read is read to its end: where much happens it would begin anew for ever. */
export function refreshLong(client: QueryClient, accounts: ReadonlySet<string>): void {
  const predicate = (query: Query) => concerns(query.queryKey, accounts) && isLong(query);
  void client.invalidateQueries({ predicate }, { cancelRefetch: false });
}

/** What `usePages` holds of many pages. */
function isLong({ state }: Query): boolean {
  const data = state.data as { readonly pages?: unknown } | undefined;
  return Array.isArray(data?.pages) && data.pages.length > MANY_PAGES;
}
