import { Select, Title } from '@mantine/core';
import { getRouteApi } from '@tanstack/react-router';
import { useState } from 'react';
import { useGet } from '../../api/use-get.ts';
import { EmptyState } from '../../ui/empty-state.tsx';
import { longList } from '../../ui/long-list.ts';
import { QueryState } from '../../ui/query-state.tsx';
import { NewTicketForm } from './new-ticket-form.tsx';
import type { Offer } from './offer.ts';

/** Nothing stands before it. */
const isFree = ({ obstacles }: Offer) => obstacles.length === 0;

const route = getRouteApi('/signed-in/accounts/$accountId/tickets/new');

/** The form of a ticket: what the account's contracts offer, and whether it may be asked for. Staff say for whom they ask. */
export function NewTicketPage() {
  const { accountId } = route.useParams();
  const [requesterId, setRequesterId] = useState<string>();
  const form = useGet('GET /accounts/:accountId/ticket-form', { params: { accountId }, query: { requesterId } });
  return (
    <>
      <Title order={2} mb="sm">
        New ticket
      </Title>
      <QueryState query={form}>
        {({ offers, products, requesters }) => (
          <>
            {requesters.length > 0 && (
              <Select
                label="For whom"
                description="Who of the customer asks: what that person is entitled to counts, and the answer goes there."
                placeholder="Choose who asks"
                searchable
                {...longList}
                maw={640}
                mb="md"
                data={requesters.map(({ id, name }) => ({ value: id, label: name }))}
                value={requesterId ?? null}
                onChange={(id) => setRequesterId(id ?? undefined)}
              />
            )}
            {offers.length === 0 ? (
              <EmptyState title="No contract takes tickets">
                Tickets are submitted under a contract that runs. This account has none at present; its executive or
                account manager knows what can be agreed.
              </EmptyState>
            ) : requesters.length > 0 && requesterId === undefined && !offers.some(isFree) ? (
              <p style={{ color: 'var(--tm-quiet)' }}>
                Choose who asks. Whether a ticket can be submitted depends on that person.
              </p>
            ) : (
              <NewTicketForm {...{ accountId, requesterId, offers, products }} />
            )}
          </>
        )}
      </QueryState>
    </>
  );
}
