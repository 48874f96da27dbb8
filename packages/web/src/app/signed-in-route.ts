import { createRoute, redirect } from '@tanstack/react-router';
import { forgetOthers } from '../api/forget-everything.ts';
import { meOptions } from '../api/me.ts';
import { Refused } from '../api/refused.ts';
import { NobodyKnown } from './parts/nobody-known.tsx';
import { rootRoute } from './root-route.ts';
import { SignedIn } from './shell/signed-in.tsx';

/** Above all pages for which somebody has to be signed in: loads who, or leads to the sign-in and back. */
export const signedInRoute = createRoute({
  getParentRoute: () => rootRoute,
  id: 'signed-in',
  beforeLoad: async ({ context: { queryClient }, location }) => {
    try {
      const me = await queryClient.query(meOptions);
      if (forgetOthers(me.id)) {
        globalThis.location.replace(location.href);
        // Nothing is shown until the page is gone.
        await new Promise(() => {});
      }
      // The server refuses everything else until there is one.
      if (me.secondFactor.isMissing && !location.pathname.startsWith('/profile'))
        redirect({ to: '/profile/security', throw: true });
      return { me };
    } catch (error) {
      if (error instanceof Refused && error.status === 401) {
        const back = location.href === '/' ? undefined : location.href;
        redirect({ to: '/sign-in', search: { back }, throw: true });
      }
      throw error;
    }
  },
  errorComponent: NobodyKnown,
  // Not loaded apart: but for a stranger's one page all have it, and it is there with the first script.
  component: SignedIn,
});
