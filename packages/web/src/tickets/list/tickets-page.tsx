import { getRouteApi, useNavigate } from '@tanstack/react-router';
import { useRef } from 'react';
import { mayDo, useMe } from '../../api/me.ts';
import { type PageShortcut, usePageShortcuts } from '../../app/page-shortcuts.ts';
import { usePages } from '../../api/use-pages.ts';
import { AccountFilter } from '../../today/account-filter.tsx';
import { PageHeader } from '../../ui/page-header.tsx';
import { QueryState } from '../../ui/query-state.tsx';
import { type TicketSearch, ticketQuery } from '../ticket-search.ts';
import { SelectionBar } from './many/selection-bar.tsx';
import { useSelection } from './many/use-selection.tsx';
import { NoTickets } from './no-tickets.tsx';
import { TicketFilters } from './ticket-filters.tsx';
import { TicketTable } from './ticket-table.tsx';
import { ViewLinks } from './views/view-links.tsx';

const route = getRouteApi('/signed-in/tickets');

/** The tickets of all accounts, by the next clock to breach; in views, found by words, worked on one by one or many at once. */
export function TicketsPage() {
  const mayWork = mayDo(useMe(), 'tickets.work');
  const search = route.useSearch();
  const navigate = useNavigate({ from: '/tickets' });
  const field = useRef<HTMLInputElement>(null);
  const change = (next: TicketSearch) => void navigate({ search: next, replace: true });
  const pages = usePages('GET /tickets', { query: ticketQuery(search) });
  const selection = useSelection(pages.data?.rows ?? []);
  const choose = () => {
    const index = document.activeElement?.closest<HTMLElement>('tr[data-index]')?.dataset['index'];
    const row = index === undefined ? undefined : pages.data?.rows[Number(index)];
    if (row) selection.toggle(row);
  };
  const keys: (PageShortcut | false)[] = [
    { keys: '/', says: 'Search the tickets', run: () => field.current?.focus() },
    mayWork && { keys: 'x', says: 'Choose the row for work on many', run: choose },
  ];
  usePageShortcuts(keys.filter((each) => each !== false));
  return (
    <>
      <PageHeader
        title="Tickets"
        says={search.order === 'latest' ? 'The latest happening first' : 'The next clock to breach first'}
        actions={<AccountFilter value={search.account} onChange={(account) => change({ ...search, account })} />}
      />
      <ViewLinks search={search} />
      <TicketFilters search={search} onChange={change} field={field} />
      <SelectionBar selection={selection} />
      <QueryState query={pages}>
        {({ rows }) =>
          rows.length === 0 ? (
            <NoTickets search={search} onChange={change} />
          ) : (
            <TicketTable
              columns={search.columns}
              lead={mayWork ? selection.lead : undefined}
              rows={rows}
              pages={pages}
            />
          )
        }
      </QueryState>
    </>
  );
}
