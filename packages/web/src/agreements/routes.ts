import { createRoute } from '@tanstack/react-router';
import { lazyPage } from '../app/lazy-page.ts';
import { signedInRoute } from '../app/signed-in-route.ts';

export const agreementsRoute = createRoute({
  getParentRoute: () => signedInRoute,
  path: '/agreements',
  staticData: { title: 'Agreements' },
  component: lazyPage(() => import('./agreements-page.tsx'), 'AgreementsPage'),
});
