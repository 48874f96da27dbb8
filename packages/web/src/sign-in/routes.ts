import { createRoute } from '@tanstack/react-router';
import { lazyPage } from '../app/lazy-page.ts';
import { rootRoute } from '../app/root-route.ts';
import { readSignInSearch } from './sign-in-search.ts';

const threshold = createRoute({
  getParentRoute: () => rootRoute,
  id: 'threshold',
  component: lazyPage(() => import('./threshold.tsx'), 'Threshold'),
});

const signIn = createRoute({
  getParentRoute: () => threshold,
  path: '/sign-in',
  staticData: { title: 'Sign in' },
  validateSearch: readSignInSearch,
  component: lazyPage(() => import('./sign-in-page.tsx'), 'SignInPage'),
});

const forgotten = createRoute({
  getParentRoute: () => threshold,
  path: '/forgotten-password',
  staticData: { title: 'Forgotten password' },
  component: lazyPage(() => import('./forgotten-password-page.tsx'), 'ForgottenPasswordPage'),
});

const reset = createRoute({
  getParentRoute: () => threshold,
  path: '/password-resets/$token',
  staticData: { title: 'New password' },
  component: lazyPage(() => import('./new-password-page.tsx'), 'NewPasswordPage'),
});

const invitation = createRoute({
  getParentRoute: () => threshold,
  path: '/invitations/$token',
  staticData: { title: 'Invitation' },
  component: lazyPage(() => import('./invitation-page.tsx'), 'InvitationPage'),
});

const setUp = createRoute({
  getParentRoute: () => threshold,
  path: '/set-up/$token',
  staticData: { title: 'Set up Tamarack' },
  component: lazyPage(() => import('./set-up-page.tsx'), 'SetUpPage'),
});

/** The pages for which nobody has to be signed in. */
export const signInRoutes = [threshold.addChildren([signIn, forgotten, reset, invitation, setUp])] as const;
