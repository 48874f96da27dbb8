import { createRouter } from '@tanstack/react-router';
import { queryClient } from '../api/query-client.ts';
import { NothingHere } from './parts/nothing-here.tsx';
import { PageFailed } from './parts/page-failed.tsx';
import { routeTree } from './route-tree.ts';

export const router = createRouter({
  routeTree,
  context: { queryClient },
  defaultPreload: 'intent',
  // The cache of queries knows what is fresh; the router asks it every time.
  defaultPreloadStaleTime: 0,
  defaultErrorComponent: PageFailed,
  defaultNotFoundComponent: NothingHere,
  scrollRestoration: true,
});

declare module '@tanstack/react-router' {
  interface Register {
    router: typeof router;
  }
  interface StaticDataRouteOption {
    /** The page's name in the browser's tab and in the breadcrumb; a loader's `title` replaces it. */
    title?: string;
  }
}
