import { createRoute } from '@tanstack/react-router';
import { lazyPage } from '../app/lazy-page.ts';
import { signedInRoute } from '../app/signed-in-route.ts';

export const notificationsRoute = createRoute({
  getParentRoute: () => signedInRoute,
  path: '/notifications',
  staticData: { title: 'Notifications' },
  component: lazyPage(() => import('./notifications-page.tsx'), 'NotificationsPage'),
});
