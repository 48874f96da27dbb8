import { createRoute, redirect } from '@tanstack/react-router';
import { keptAccount } from './shell/kept-account.ts';
import { signedInRoute } from './signed-in-route.ts';

/** `/`: staff begin with what they owe today, customers with their account. */
export const firstPageRoute = createRoute({
  getParentRoute: () => signedInRoute,
  path: '/',
  beforeLoad: ({ context: { me } }) => {
    const accountId = keptAccount(me);
    if (me.side === 'provider') redirect({ to: '/today', throw: true });
    if (accountId !== undefined) redirect({ to: '/accounts/$accountId', params: { accountId }, throw: true });
    redirect({ to: '/profile', throw: true });
  },
});
