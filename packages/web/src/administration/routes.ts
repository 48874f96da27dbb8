import { createRoute } from '@tanstack/react-router';
import { lazyPage } from '../app/lazy-page.ts';
import { signedInRoute } from '../app/signed-in-route.ts';

export const administrationRoute = createRoute({
  getParentRoute: () => signedInRoute,
  path: '/administration',
  staticData: { title: 'Administration' },
  component: lazyPage(() => import('./administration-page.tsx'), 'AdministrationPage'),
});
