import { createRoute } from '@tanstack/react-router';
import { getOptions } from '../api/use-get.ts';
import { lazyPage } from '../app/lazy-page.ts';
import { signedInRoute } from '../app/signed-in-route.ts';
import { textIn } from '../ui/one-of.ts';
import { readLedgerSearch } from '../ledger/ledger-search.ts';
import { readAccountsSearch } from './accounts-search.ts';
import { openTicketsOptions } from '../tickets/list/open-tickets-options.ts';
import { readTicketSearch } from '../tickets/ticket-search.ts';
import { readTicketView } from '../tickets/ticket/ticket-view.ts';
import { readTimelineSearch } from './timeline/timeline-search.ts';

const accountsRoute = createRoute({
  getParentRoute: () => signedInRoute,
  path: '/accounts',
  staticData: { title: 'Accounts' },
});

const accountListRoute = createRoute({
  getParentRoute: () => accountsRoute,
  path: '/',
  validateSearch: readAccountsSearch,
  component: lazyPage(() => import('./accounts-page.tsx'), 'AccountsPage'),
});

const accountRoute = createRoute({
  getParentRoute: () => accountsRoute,
  path: '$accountId',
  loader: async ({ context: { queryClient }, params: { accountId } }) => {
    const account = await queryClient.query(getOptions('GET /accounts/:accountId', { params: { accountId } }));
    return { title: account.name };
  },
  component: lazyPage(() => import('./account-page.tsx'), 'AccountPage'),
});

const overviewRoute = createRoute({
  getParentRoute: () => accountRoute,
  path: '/',
  // Not waited for: what a customer's first page shows comes with its scripts and not after them.
  loader: ({ context: { me, queryClient }, params: { accountId } }) => {
    if (me.side !== 'customer') return;
    void queryClient.query(openTicketsOptions(accountId)).catch(() => undefined);
    void queryClient
      .query(getOptions('GET /accounts/:accountId/ledger', { params: { accountId } }))
      .catch(() => undefined);
  },
  component: lazyPage(() => import('./tabs/overview-tab.tsx'), 'OverviewTab'),
});

const ledgerRoute = createRoute({
  getParentRoute: () => accountRoute,
  path: 'ledger',
  staticData: { title: 'Ledger' },
});

const ledgerListRoute = createRoute({
  getParentRoute: () => ledgerRoute,
  path: '/',
  validateSearch: readLedgerSearch,
  component: lazyPage(() => import('../ledger/ledger-tab.tsx'), 'LedgerTab'),
});

const obligationRoute = createRoute({
  getParentRoute: () => ledgerRoute,
  path: '$obligationId',
  staticData: { title: 'Obligation' },
  component: lazyPage(() => import('../ledger/obligation-page.tsx'), 'ObligationPage'),
});

const recordRoute = createRoute({
  getParentRoute: () => accountRoute,
  path: 'record',
  staticData: { title: 'Record a fact' },
  component: lazyPage(() => import('../ledger/record/record-fact-page.tsx'), 'RecordFactPage'),
});

const accountTicketsRoute = createRoute({
  getParentRoute: () => accountRoute,
  path: 'tickets',
  staticData: { title: 'Tickets' },
});

const ticketListRoute = createRoute({
  getParentRoute: () => accountTicketsRoute,
  path: '/',
  validateSearch: readTicketSearch,
  component: lazyPage(() => import('../tickets/list/account-tickets-tab.tsx'), 'AccountTicketsTab'),
});

const newTicketRoute = createRoute({
  getParentRoute: () => accountTicketsRoute,
  path: 'new',
  staticData: { title: 'New ticket' },
  component: lazyPage(() => import('../tickets/submit/new-ticket-page.tsx'), 'NewTicketPage'),
});

const ticketRoute = createRoute({
  getParentRoute: () => accountTicketsRoute,
  path: '$ticketId',
  validateSearch: readTicketView,
  loader: async ({ context: { queryClient }, params }) => {
    const ticket = await queryClient.query(getOptions('GET /accounts/:accountId/tickets/:ticketId', { params }));
    return { title: `#${ticket.reference} ${ticket.subject}` };
  },
  component: lazyPage(() => import('../tickets/ticket/ticket-page.tsx'), 'TicketPage'),
});

const contractsRoute = createRoute({
  getParentRoute: () => accountRoute,
  path: 'contracts',
  staticData: { title: 'Contracts' },
});

const contractListRoute = createRoute({
  getParentRoute: () => contractsRoute,
  path: '/',
  component: lazyPage(() => import('./tabs/contracts-tab.tsx'), 'ContractsTab'),
});

const newContractRoute = createRoute({
  getParentRoute: () => contractsRoute,
  path: 'new',
  staticData: { title: 'New contract' },
  component: lazyPage(() => import('./tabs/contracts/new-contract-page.tsx'), 'NewContractPage'),
});

const contractRoute = createRoute({
  getParentRoute: () => contractsRoute,
  path: '$contractId',
  loader: async ({ context: { queryClient }, params }) => {
    const contract = await queryClient.query(getOptions('GET /accounts/:accountId/contracts/:contractId', { params }));
    return { title: contract.name };
  },
});

const contractPageRoute = createRoute({
  getParentRoute: () => contractRoute,
  path: '/',
  component: lazyPage(() => import('./tabs/contracts/contract-page.tsx'), 'ContractPage'),
});

const contractDocumentRoute = createRoute({
  getParentRoute: () => contractRoute,
  path: 'document',
  staticData: { title: 'Document' },
  validateSearch: ({ terms }: Readonly<Record<string, unknown>>): { readonly terms?: string | undefined } => ({
    terms: textIn(terms, 36),
  }),
  component: lazyPage(() => import('./tabs/contracts/contract-document-page.tsx'), 'ContractDocumentPage'),
});

const changeContractRoute = createRoute({
  getParentRoute: () => contractRoute,
  path: 'change',
  staticData: { title: 'Change' },
  component: lazyPage(() => import('./tabs/contracts/change-contract-page.tsx'), 'ChangeContractPage'),
});

const peopleRoute = createRoute({
  getParentRoute: () => accountRoute,
  path: 'people',
  staticData: { title: 'People' },
  component: lazyPage(() => import('./tabs/people-tab.tsx'), 'PeopleTab'),
});

const licencesRoute = createRoute({
  getParentRoute: () => accountRoute,
  path: 'licences',
  staticData: { title: 'Licences' },
  component: lazyPage(() => import('./tabs/licences-tab.tsx'), 'LicencesTab'),
});

const timelineRoute = createRoute({
  getParentRoute: () => accountRoute,
  path: 'timeline',
  staticData: { title: 'Timeline' },
  validateSearch: readTimelineSearch,
  component: lazyPage(() => import('./tabs/timeline-tab.tsx'), 'TimelineTab'),
});

const dataRoute = createRoute({
  getParentRoute: () => accountRoute,
  path: 'data',
  staticData: { title: 'Data' },
  component: lazyPage(() => import('./tabs/data-tab.tsx'), 'DataTab'),
});

/** The list, and an account with a child for each tab. */
export const accountRoutes = [
  accountsRoute.addChildren([
    accountListRoute,
    accountRoute.addChildren([
      overviewRoute,
      ledgerRoute.addChildren([ledgerListRoute, obligationRoute]),
      accountTicketsRoute.addChildren([ticketListRoute, newTicketRoute, ticketRoute]),
      recordRoute,
      contractsRoute.addChildren([
        contractListRoute,
        newContractRoute,
        contractRoute.addChildren([contractPageRoute, contractDocumentRoute, changeContractRoute]),
      ]),
      peopleRoute,
      licencesRoute,
      timelineRoute,
      dataRoute,
    ]),
  ]),
] as const;
