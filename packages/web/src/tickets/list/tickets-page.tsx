import { getRouteApi, useNavigate } from '@tanstack/react-router';
import { usePages } from '../../api/use-pages.ts';
import { AccountFilter } from '../../today/account-filter.tsx';
import { PageHeader } from '../../ui/page-header.tsx';
import { QueryState } from '../../ui/query-state.tsx';
import { type TicketSearch, ticketQuery } from '../ticket-search.ts';
import { NoTickets } from './no-tickets.tsx';
import { ticketColumns } from './ticket-columns.tsx';
import { TicketFilters } from './ticket-filters.tsx';
import { TicketTable } from './ticket-table.tsx';

const route = getRouteApi('/signed-in/tickets');

/** The tickets of all accounts, by the next clock to breach. */
export function TicketsPage() {
  const search = route.useSearch();
  const navigate = useNavigate({ from: '/tickets' });
  const change = (next: TicketSearch) => void navigate({ search: next, replace: true });
  const pages = usePages('GET /tickets', { query: ticketQuery(search) });
  return (
    <>
      <PageHeader
        title="Tickets"
        says={search.order === 'latest' ? 'The latest happening first' : 'The next clock to breach first'}
        actions={<AccountFilter value={search.account} onChange={(account) => change({ ...search, account })} />}
      />
      <TicketFilters search={search} onChange={change} />
      <QueryState query={pages}>
        {({ rows }) =>
          rows.length === 0 ? (
            <NoTickets search={search} onChange={change} />
          ) : (
            <TicketTable columns={ticketColumns} rows={rows} pages={pages} />
          )
        }
      </QueryState>
    </>
  );
}
