import { SegmentedControl } from '@mantine/core';
import { getRouteApi, useNavigate } from '@tanstack/react-router';
import { useMe } from '../api/me.ts';
import { usePages } from '../api/use-pages.ts';
import { CountedViews } from '../tickets/list/views/counted-views.tsx';
import { PageHeader } from '../ui/page-header.tsx';
import { QueryState } from '../ui/query-state.tsx';
import { AccountFilter } from './account-filter.tsx';
import { DueTable } from './due-table.tsx';
import { NothingDue } from './nothing-due.tsx';
import { WaitingOnCustomers } from './waiting-on-customers.tsx';

const route = getRouteApi('/signed-in/today');

/** What the provider owes, by next due, across accounts; and what customers owe. */
export function TodayPage() {
  const search = route.useSearch();
  const navigate = useNavigate({ from: '/today' });
  const { accounts } = useMe();
  // Whoever serves no account, such as a service manager, looks after them all.
  const whose = search.whose ?? (accounts.length > 0 ? 'mine' : 'all');
  const query = { mine: whose === 'mine' ? ('true' as const) : ('false' as const), accountId: search.account };
  const pages = usePages('GET /today', { query: { ...query, limit: 100 } });
  return (
    <>
      <PageHeader
        title="Today"
        says={whose === 'all' ? 'What everybody owes, the next due first' : 'What you owe, the next due first'}
        actions={
          <>
            <AccountFilter
              value={search.account}
              onChange={(account) => void navigate({ search: (now) => ({ ...now, account }), replace: true })}
            />
            <SegmentedControl
              size="xs"
              aria-label="Whose"
              data={[
                { value: 'mine', label: 'Mine' },
                { value: 'all', label: 'Everybody’s' },
              ]}
              value={whose}
              onChange={(value) =>
                void navigate({
                  search: (now) => ({ ...now, whose: value === 'all' ? 'all' : 'mine' }),
                  replace: true,
                })
              }
            />
          </>
        }
      />
      <CountedViews />
      <QueryState query={pages}>
        {({ rows }) =>
          rows.length === 0 ? (
            <NothingDue isMine={whose === 'mine'} />
          ) : (
            <DueTable label="What is owed" rows={rows} pages={pages} />
          )
        }
      </QueryState>
      <WaitingOnCustomers query={query} />
    </>
  );
}
