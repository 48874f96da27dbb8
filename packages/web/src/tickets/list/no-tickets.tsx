import { Button, Group } from '@mantine/core';
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
  if (isFiltered(search)) return <NoneFits search={search} onChange={onChange} />;
  if (show !== undefined && show !== 'ended' && show !== 'all')
    return (
      <EmptyState
        title="No such tickets"
        action={
          <Button variant="default" onClick={() => onChange({ show: undefined, order, account, columns })}>
            Show those that are open
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

/** What is looked for may be there in another state: the search goes on with one click, and so does the way out of it. */
function NoneFits({ search, onChange }: Pick<NoTicketsProps, 'search' | 'onChange'>) {
  const { show, order, account, columns } = search;
  const ways = [
    ...(show === 'all' ? [] : [{ says: elsewhere(show), to: { ...search, show: 'all' as const } }]),
    { says: 'Show all of them', to: { show: 'all' as const, order, account, columns } },
  ];
  return (
    <EmptyState
      title="No such tickets"
      action={
        <Group justify="center" gap="xs">
          {ways.map(({ says, to }) => (
            <Button key={says} variant="default" onClick={() => onChange(to)}>
              {says}
            </Button>
          ))}
        </Group>
      }
    >
      {show === undefined ? 'No open ticket fits the filters.' : 'No ticket fits the filters.'}
    </EmptyState>
  );
}

function elsewhere(show: TicketSearch['show']): string {
  return show === undefined ? 'Search among the ended ones too' : 'Search in any state';
}
