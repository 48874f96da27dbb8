import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { signedInRoute } from '../app/signed-in-route.ts';

export const administrationRoute = createRoute({
  getParentRoute: () => signedInRoute,
  path: '/administration',
  staticData: { title: 'Administration' },
  component: lazyRouteComponent(() => import('./administration-page.tsx'), 'AdministrationPage'),
});
