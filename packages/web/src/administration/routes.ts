import { createRoute, redirect } from '@tanstack/react-router';
import { mayDo } from '../api/me.ts';
import { lazyPage } from '../app/lazy-page.ts';
import { signedInRoute } from '../app/signed-in-route.ts';
import { readAuditSearch } from './audit/audit-search.ts';
import { readJobsSearch } from './jobs/jobs-search.ts';
import { readMailSearch } from './mail/mail-search.ts';
import { readDeliveriesSearch } from './webhooks/deliveries-search.ts';
import { readPeopleSearch } from './people/people-search.ts';

const administration = createRoute({
  getParentRoute: () => signedInRoute,
  path: '/administration',
  staticData: { title: 'Administration' },
  component: lazyPage(() => import('./administration-page.tsx'), 'AdministrationPage'),
});

const first = createRoute({
  getParentRoute: () => administration,
  path: '/',
  beforeLoad: ({ context: { me } }) => {
    const to = mayDo(me, 'administration.read') ? '/administration/people' : '/administration/audit';
    redirect({ to, replace: true, throw: true });
  },
});

const people = createRoute({
  getParentRoute: () => administration,
  path: 'people',
  staticData: { title: 'People' },
});

const peopleList = createRoute({
  getParentRoute: () => people,
  path: '/',
  validateSearch: readPeopleSearch,
  component: lazyPage(() => import('./people/people-page.tsx'), 'PeoplePage'),
});

const person = createRoute({
  getParentRoute: () => people,
  path: '$personId',
  staticData: { title: 'Person' },
  component: lazyPage(() => import('./people/person-page.tsx'), 'PersonPage'),
});

const settings = createRoute({
  getParentRoute: () => administration,
  path: 'settings',
  staticData: { title: 'Settings' },
  component: lazyPage(() => import('./settings/settings-page.tsx'), 'SettingsPage'),
});

const signOn = createRoute({
  getParentRoute: () => administration,
  path: 'single-sign-on',
  staticData: { title: 'Single sign-on' },
  component: lazyPage(() => import('./sign-on/sign-on-page.tsx'), 'SignOnPage'),
});

const products = createRoute({
  getParentRoute: () => administration,
  path: 'products',
  staticData: { title: 'Products' },
  component: lazyPage(() => import('./products/products-page.tsx'), 'ProductsPage'),
});

const jobs = createRoute({
  getParentRoute: () => administration,
  path: 'jobs',
  staticData: { title: 'Jobs' },
  validateSearch: readJobsSearch,
  component: lazyPage(() => import('./jobs/jobs-page.tsx'), 'JobsPage'),
});

const mails = createRoute({
  getParentRoute: () => administration,
  path: 'mail',
  staticData: { title: 'Mail' },
});

const mailList = createRoute({
  getParentRoute: () => mails,
  path: '/',
  validateSearch: readMailSearch,
  component: lazyPage(() => import('./mail/mails-page.tsx'), 'MailsPage'),
});

const mail = createRoute({
  getParentRoute: () => mails,
  path: '$mailId',
  staticData: { title: 'One mail' },
  component: lazyPage(() => import('./mail/mail-page.tsx'), 'MailPage'),
});

const webhooks = createRoute({
  getParentRoute: () => administration,
  path: 'webhooks',
  staticData: { title: 'Webhooks' },
});

const webhookList = createRoute({
  getParentRoute: () => webhooks,
  path: '/',
  component: lazyPage(() => import('./webhooks/webhooks-page.tsx'), 'WebhooksPage'),
});

const deliveries = createRoute({
  getParentRoute: () => webhooks,
  path: '$webhookId',
  staticData: { title: 'Deliveries' },
  validateSearch: readDeliveriesSearch,
  component: lazyPage(() => import('./webhooks/deliveries-page.tsx'), 'DeliveriesPage'),
});

const audit = createRoute({
  getParentRoute: () => administration,
  path: 'audit',
  staticData: { title: 'Audit' },
  validateSearch: readAuditSearch,
  component: lazyPage(() => import('./audit/audit-page.tsx'), 'AuditPage'),
});

/** The provider's house, a page for each room. */
export const administrationRoute = administration.addChildren([
  first,
  people.addChildren([peopleList, person]),
  settings,
  signOn,
  products,
  jobs,
  mails.addChildren([mailList, mail]),
  webhooks.addChildren([webhookList, deliveries]),
  audit,
]);
