import { Outlet, useRouterState } from '@tanstack/react-router';
import { LinkContext } from '../ui/link.tsx';
import { LoadingBar } from '../ui/loading-bar.tsx';
import { PageTitle } from './parts/page-title.tsx';
import { ReachabilityBanner } from './parts/reachability-banner.tsx';
import { RouterLink } from './parts/router-link.tsx';

/** What every page has, signed in or not. */
export function Root() {
  const busy = useRouterState({ select: ({ isLoading }) => isLoading });
  return (
    <LinkContext value={RouterLink}>
      <LoadingBar busy={busy} />
      <ReachabilityBanner />
      <PageTitle />
      <Outlet />
    </LinkContext>
  );
}
