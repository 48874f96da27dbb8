import { createRoute } from '@tanstack/react-router';
import { lazyPage } from '../app/lazy-page.ts';
import { signedInRoute } from '../app/signed-in-route.ts';

const profile = createRoute({
  getParentRoute: () => signedInRoute,
  path: '/profile',
  staticData: { title: 'Profile' },
  component: lazyPage(() => import('./profile-page.tsx'), 'ProfilePage'),
});

const you = createRoute({
  getParentRoute: () => profile,
  path: '/',
  component: lazyPage(() => import('./you/you-page.tsx'), 'YouPage'),
});

const notifications = createRoute({
  getParentRoute: () => profile,
  path: 'notifications',
  staticData: { title: 'Mail' },
  component: lazyPage(() => import('./notifications/preferences-page.tsx'), 'PreferencesPage'),
});

const security = createRoute({
  getParentRoute: () => profile,
  path: 'security',
  staticData: { title: 'Sign-in' },
  component: lazyPage(() => import('./security/security-page.tsx'), 'SecurityPage'),
});

const tokens = createRoute({
  getParentRoute: () => profile,
  path: 'tokens',
  staticData: { title: 'API tokens' },
  component: lazyPage(() => import('./tokens/tokens-page.tsx'), 'TokensPage'),
});

/** What concerns only the person who is signed in. */
export const profileRoute = profile.addChildren([you, notifications, security, tokens]);
