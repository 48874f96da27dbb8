import { getRouteApi } from '@tanstack/react-router';
import { useGet } from '../../api/use-get.ts';
import { EmptyState } from '../../ui/empty-state.tsx';
import { QueryState } from '../../ui/query-state.tsx';
import { NewTicketForm } from './new-ticket-form.tsx';

const route = getRouteApi('/signed-in/accounts/$accountId/tickets/new');

/** The form of a ticket: what the account's contracts offer, and whether the reader may ask for it. */
export function NewTicketPage() {
  const { accountId } = route.useParams();
  const form = useGet('GET /accounts/:accountId/ticket-form', { params: { accountId } });
  return (
    <QueryState query={form}>
      {({ offers, products }) =>
        offers.length === 0 ? (
          <EmptyState title="No contract takes tickets">
            Tickets are submitted under a contract that runs. This account has none at present; its executive or account
            manager knows what can be agreed.
          </EmptyState>
        ) : (
          <NewTicketForm accountId={accountId} offers={offers} products={products} />
        )
      }
    </QueryState>
  );
}
