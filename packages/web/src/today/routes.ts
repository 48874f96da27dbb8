import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { signedInRoute } from '../app/signed-in-route.ts';

export const todayRoute = createRoute({
  getParentRoute: () => signedInRoute,
  path: '/today',
  staticData: { title: 'Today' },
  component: lazyRouteComponent(() => import('./today-page.tsx'), 'TodayPage'),
});
