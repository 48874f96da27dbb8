import { createRoute } from '@tanstack/react-router';
import { getOptions } from '../api/use-get.ts';
import { lazyPage } from '../app/lazy-page.ts';
import { signedInRoute } from '../app/signed-in-route.ts';

const agreementsRoute = createRoute({
  getParentRoute: () => signedInRoute,
  path: '/agreements',
  staticData: { title: 'Agreements' },
});

const descriptionListRoute = createRoute({
  getParentRoute: () => agreementsRoute,
  path: '/',
  component: lazyPage(() => import('./agreements-page.tsx'), 'AgreementsPage'),
});

const descriptionRoute = createRoute({
  getParentRoute: () => agreementsRoute,
  path: '$descriptionId',
  loader: async ({ context: { queryClient }, params }) => {
    const { title } = await queryClient.query(getOptions('GET /descriptions/:descriptionId', { params }));
    return { title };
  },
});

const versionListRoute = createRoute({
  getParentRoute: () => descriptionRoute,
  path: '/',
  component: lazyPage(() => import('./description-page.tsx'), 'DescriptionPage'),
});

const versionRoute = createRoute({
  getParentRoute: () => descriptionRoute,
  path: 'versions/$versionId',
  loader: async ({ context: { queryClient }, params }) => {
    const version = await queryClient.query(
      getOptions('GET /descriptions/:descriptionId/versions/:versionId', { params }),
    );
    return { title: `Version ${version.documentVersion}` };
  },
  component: lazyPage(() => import('./version-page.tsx'), 'VersionPage'),
});

const documentRoute = createRoute({
  getParentRoute: () => versionRoute,
  path: '/',
  component: lazyPage(() => import('./document-tab.tsx'), 'DocumentTab'),
});

const sourceRoute = createRoute({
  getParentRoute: () => versionRoute,
  path: 'source',
  staticData: { title: 'Source' },
  component: lazyPage(() => import('./source/source-tab.tsx'), 'SourceTab'),
});

const changesRoute = createRoute({
  getParentRoute: () => versionRoute,
  path: 'changes',
  staticData: { title: 'Changes' },
  component: lazyPage(() => import('./changes-tab.tsx'), 'ChangesTab'),
});

const historyRoute = createRoute({
  getParentRoute: () => versionRoute,
  path: 'history',
  staticData: { title: 'History' },
  component: lazyPage(() => import('./history-tab.tsx'), 'HistoryTab'),
});

/** The list, a description with its versions, and a version with a child for each tab. */
export const agreementRoutes = [
  agreementsRoute.addChildren([
    descriptionListRoute,
    descriptionRoute.addChildren([
      versionListRoute,
      versionRoute.addChildren([documentRoute, sourceRoute, changesRoute, historyRoute]),
    ]),
  ]),
] as const;
