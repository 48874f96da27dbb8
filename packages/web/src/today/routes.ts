import { createRoute } from '@tanstack/react-router';
import { lazyPage } from '../app/lazy-page.ts';
import { signedInRoute } from '../app/signed-in-route.ts';
import { readTodaySearch } from './today-search.ts';

export const todayRoute = createRoute({
  getParentRoute: () => signedInRoute,
  path: '/today',
  staticData: { title: 'Today' },
  validateSearch: readTodaySearch,
  component: lazyPage(() => import('./today-page.tsx'), 'TodayPage'),
});
