import { createRoute } from '@tanstack/react-router';
import { NothingHere } from './parts/nothing-here.tsx';
import { signedInRoute } from './signed-in-route.ts';

/** Any other address. Below the sign-in, so that strangers do not learn which addresses exist. */
export const nothingHereRoute = createRoute({
  getParentRoute: () => signedInRoute,
  path: '$',
  staticData: { title: 'Nothing here' },
  component: NothingHere,
});
