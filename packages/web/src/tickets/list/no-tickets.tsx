import { Button } from '@mantine/core';
import { EmptyState } from '../../ui/empty-state.tsx';
import { NewTicketButton } from '../submit/new-ticket-button.tsx';
import { isFiltered, type TicketSearch } from '../ticket-search.ts';

export type NoTicketsProps = {
  readonly search: TicketSearch;
  readonly onChange: (search: TicketSearch) => void;
  /** The account whose list it is. */
  readonly accountId?: string;
};

/** An empty list says what would be here, and how it comes. */
export function NoTickets({ search, onChange, accountId }: NoTicketsProps) {
  const { show, order, account, columns } = search;
  const isOneEnd = show !== undefined && show !== 'ended' && show !== 'all';
  if (isFiltered(search) || isOneEnd)
    return (
      <EmptyState
        title="No such tickets"
        action={
          <Button
            variant="default"
            onClick={() => onChange({ show: isOneEnd ? undefined : show, order, account, columns })}
          >
            {isOneEnd ? 'Show those that are open' : 'Show all of them'}
          </Button>
        }
      >
        No ticket fits the filters.
      </EmptyState>
    );
  if (show === 'ended')
    return (
      <EmptyState title="No ticket has ended yet">
        What is resolved, closed, declined or merged stands here, with every clock that ran on it.
      </EmptyState>
    );
  return (
    <EmptyState
      title={show === 'all' ? 'No tickets yet' : 'No open tickets'}
      action={accountId === undefined ? undefined : <NewTicketButton accountId={accountId} />}
    >
      Incidents and service requests stand here, the next clock to breach first. Each brings the promises of its
      contract: who owes what until when is known the moment it is submitted.
    </EmptyState>
  );
}
