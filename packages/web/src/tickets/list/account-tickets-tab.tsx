import { getRouteApi, useNavigate } from '@tanstack/react-router';
import { usePages } from '../../api/use-pages.ts';
import { QueryState } from '../../ui/query-state.tsx';
import { NewTicketButton } from '../submit/new-ticket-button.tsx';
import { type TicketSearch, ticketQuery } from '../ticket-search.ts';
import { NoTickets } from './no-tickets.tsx';
import { TicketFilters } from './ticket-filters.tsx';
import classes from './ticket-list.module.css';
import { TicketTable } from './ticket-table.tsx';

const route = getRouteApi('/signed-in/accounts/$accountId/tickets/');

/** The tickets of one account: its tab in the console, and a page of the portal. */
export function AccountTicketsTab() {
  const { accountId } = route.useParams();
  const search = route.useSearch();
  const navigate = useNavigate({ from: '/accounts/$accountId/tickets' });
  const change = (next: TicketSearch) => void navigate({ search: next, replace: true });
  const pages = usePages('GET /tickets', { query: ticketQuery({ ...search, account: accountId }) });
  return (
    <>
      <div className={classes['above']}>
        <TicketFilters search={search} onChange={change} isOneAccount />
        <NewTicketButton accountId={accountId} />
      </div>
      <QueryState query={pages}>
        {({ rows }) =>
          rows.length === 0 ? (
            <NoTickets search={search} onChange={change} accountId={accountId} />
          ) : (
            <TicketTable columns={search.columns} isOneAccount rows={rows} pages={pages} />
          )
        }
      </QueryState>
    </>
  );
}
