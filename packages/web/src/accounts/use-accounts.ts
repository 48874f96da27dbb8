import { useDebouncedValue } from '@mantine/hooks';
import { keepPreviousData, useInfiniteQuery } from '@tanstack/react-query';
import { call } from '../api/call.ts';

/** As many as the API gives at once. */
const PAGE = 200;
const TYPING_MS = 180;

/** The accounts by name, page after page; `search` finds by a part of the name. */
export function useAccounts(search: string | undefined) {
  const [settled] = useDebouncedValue(search, TYPING_MS);
  return useInfiniteQuery({
    queryKey: ['GET /accounts', { query: { search: settled, limit: PAGE } }],
    queryFn: ({ pageParam, signal }) =>
      call('GET /accounts', { query: { search: settled, limit: PAGE, after: pageParam } }, { signal }),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: ({ next }) => next,
    select: ({ pages }) => ({ rows: pages.flatMap(({ rows }) => rows) }),
    placeholderData: keepPreviousData,
  });
}
