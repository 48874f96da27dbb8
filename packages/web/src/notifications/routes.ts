import { createRoute } from '@tanstack/react-router';
import { lazyPage } from '../app/lazy-page.ts';
import { signedInRoute } from '../app/signed-in-route.ts';
import { readNotificationsSearch } from './notifications-search.ts';

export const notificationsRoute = createRoute({
  getParentRoute: () => signedInRoute,
  path: '/notifications',
  staticData: { title: 'Notifications' },
  validateSearch: readNotificationsSearch,
  component: lazyPage(() => import('./notifications-page.tsx'), 'NotificationsPage'),
});
