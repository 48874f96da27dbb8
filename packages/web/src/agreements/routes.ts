import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { signedInRoute } from '../app/signed-in-route.ts';

export const agreementsRoute = createRoute({
  getParentRoute: () => signedInRoute,
  path: '/agreements',
  staticData: { title: 'Agreements' },
  component: lazyRouteComponent(() => import('./agreements-page.tsx'), 'AgreementsPage'),
});
