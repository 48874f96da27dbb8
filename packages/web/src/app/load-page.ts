import { router } from './router.ts';

/**
 * Asks at once for the scripts of the page that the address names, frame and all. By itself the router asks for them once it knows
 * who is signed in, and that takes a call of its own. What fails here is asked for again by the router, which says so.
 */
export function loadPage(): void {
  const [matchedRoutes] = router.getMatchedRoutes(router.latestLocation.pathname);
  for (const route of matchedRoutes) void router.loadRouteChunk(route)?.catch(() => undefined);
}
