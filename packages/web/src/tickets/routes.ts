import { createRoute, redirect } from '@tanstack/react-router';
import { lazyPage } from '../app/lazy-page.ts';
import { keptAccount } from '../app/shell/kept-account.ts';
import { signedInRoute } from '../app/signed-in-route.ts';
import { readTicketSearch } from './ticket-search.ts';

/**
 * The tickets of all accounts, for staff; those of one are below the account. A customer who was sent the address is led to the
 * own list, by what of the filters says something there.
 */
export const ticketsRoute = createRoute({
  getParentRoute: () => signedInRoute,
  path: '/tickets',
  staticData: { title: 'Tickets' },
  validateSearch: readTicketSearch,
  beforeLoad: ({ context: { me }, search: { account, whose: _whose, queue: _queue, view: _view, ...search } }) => {
    if (me.side === 'provider') return;
    const accountId = me.accounts.find(({ id }) => id === account)?.id ?? keptAccount(me);
    if (accountId === undefined) redirect({ to: '/', throw: true });
    else redirect({ to: '/accounts/$accountId/tickets', params: { accountId }, search, throw: true });
  },
  component: lazyPage(() => import('./list/tickets-page.tsx'), 'TicketsPage'),
});
