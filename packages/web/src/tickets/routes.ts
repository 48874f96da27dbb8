import { createRoute } from '@tanstack/react-router';
import { lazyPage } from '../app/lazy-page.ts';
import { signedInRoute } from '../app/signed-in-route.ts';
import { readTicketSearch } from './ticket-search.ts';

/** The tickets of all accounts; those of one are below the account. */
export const ticketsRoute = createRoute({
  getParentRoute: () => signedInRoute,
  path: '/tickets',
  staticData: { title: 'Tickets' },
  validateSearch: readTicketSearch,
  component: lazyPage(() => import('./list/tickets-page.tsx'), 'TicketsPage'),
});
