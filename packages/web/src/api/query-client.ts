import { MutationCache, type Query, QueryCache, QueryClient } from '@tanstack/react-query';
import { isReachable, onReachability } from './reachability.ts';
import { Refused } from './refused.ts';
import { tellFailure, tellUndone } from './tell-failure.ts';
import { Unreachable } from './unreachable.ts';

declare module '@tanstack/react-query' {
  interface Register {
    mutationMeta: {
      /** The page shows refusals itself, beside the fields. */
      readonly quiet?: boolean;
      /** What somebody did, as its button says it, for whoever has to be told that no answer came. */
      readonly act?: string | undefined;
    };
  }
}

const TRIES = 2;
const ANEW_MS = 1000;
const LONGEST_ANEW_MS = 60_000;

/** The one cache, and the one funnel for what goes wrong. */
export const queryClient = new QueryClient({
  queryCache: new QueryCache({
    // A page that has nothing to show shows the failure itself; this is for one whose figures grow old unseen.
    onError: (error, query) => {
      if (query.state.data !== undefined && !isOfBanner(error)) tellFailure(error);
    },
  }),
  mutationCache: new MutationCache({
    onError: (error, _sends, _onMutate, mutation) => {
      if (!mutation.meta?.quiet) tellUndone(error, mutation.meta?.act);
    },
  }),
  defaultOptions: {
    // The browser's idea of being online is about its own cable; ours is about our server.
    queries: { retry: false, networkMode: 'always', staleTime: 10_000, refetchInterval: untilAnswered },
    mutations: { retry: worthRepeating, retryDelay: (failures) => 600 * 2 ** failures, networkMode: 'always' },
  },
});

onReachability((reachable) => {
  if (reachable) void queryClient.invalidateQueries();
});

/** A call of which nobody knows whether it arrived; its Idempotency-Key makes the second one harmless. */
function worthRepeating(failures: number, error: Error): boolean {
  return (
    failures < TRIES && (error instanceof Unreachable || (error instanceof Refused && error.code === 'server.busy'))
  );
}

/** A lost server has a banner, which says it of all that is shown, and says when it is over. */
function isOfBanner(error: Error): boolean {
  return error instanceof Unreachable && !isReachable();
}

/** What got no answer from a server that is there is asked for alone, ever more seldom; a lost server's return asks for everything. */
function untilAnswered({ state: { error, errorUpdateCount } }: Query): number | false {
  if (!(error instanceof Unreachable) || !isReachable()) return false;
  return Math.min(ANEW_MS * 2 ** errorUpdateCount, LONGEST_ANEW_MS);
}
