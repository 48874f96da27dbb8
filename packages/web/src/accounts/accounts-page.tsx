import { Button, TextInput } from '@mantine/core';
import { IconSearch } from '@tabler/icons-react';
import { getRouteApi, useNavigate } from '@tanstack/react-router';
import { useMe } from '../api/me.ts';
import type { Sort } from '../ui/data-table/column.ts';
import { DataTable } from '../ui/data-table/data-table.tsx';
import { PageHeader } from '../ui/page-header.tsx';
import { QueryState } from '../ui/query-state.tsx';
import { accountColumns } from './account-columns.tsx';
import classes from './accounts-page.module.css';
import { sortOf } from './accounts-search.ts';
import { NewAccountButton } from './new-account-button.tsx';
import { NoAccounts } from './no-accounts.tsx';
import { useAccounts } from './use-accounts.ts';

const route = getRouteApi('/signed-in/accounts/');

/** All accounts that the viewer may see, with what was kept and broken in the last 90 days. */
export function AccountsPage() {
  const me = useMe();
  const search = route.useSearch();
  const navigate = useNavigate({ from: '/accounts/' });
  const accounts = useAccounts(search.search);
  const look = (text: string) =>
    void navigate({ search: (now) => ({ ...now, search: text === '' ? undefined : text }), replace: true });
  const order = ({ by, descending }: Sort) =>
    void navigate({ search: (now) => ({ ...now, sort: by, descending: descending || undefined }), replace: true });
  const isEmpty = accounts.data?.rows.length === 0 && search.search === undefined;
  return (
    <>
      <PageHeader
        title="Accounts"
        says="Figures of each ledger over the last 90 days"
        actions={
          !isEmpty && (
            <>
              <TextInput
                type="search"
                aria-label="Search accounts by name"
                placeholder="Search by name"
                leftSection={<IconSearch size={15} aria-hidden />}
                defaultValue={search.search ?? ''}
                onChange={({ currentTarget }) => look(currentTarget.value)}
                className={classes['search'] ?? ''}
              />
              <NewAccountButton me={me} />
            </>
          )
        }
      />
      <QueryState query={accounts}>
        {({ rows }) =>
          rows.length === 0 ? (
            <NoAccounts me={me} search={search.search} />
          ) : (
            <DataTable
              label="Accounts"
              columns={accountColumns}
              rows={rows}
              rowId={({ id }) => id}
              rowHref={({ id }) => `/accounts/${id}`}
              sort={sortOf(search)}
              onSort={order}
              isPartial={accounts.hasNextPage}
              footer={
                accounts.hasNextPage ? (
                  <Button
                    variant="default"
                    size="xs"
                    loading={accounts.isFetchingNextPage}
                    onClick={() => void accounts.fetchNextPage()}
                  >
                    Show more
                  </Button>
                ) : undefined
              }
            />
          )
        }
      </QueryState>
    </>
  );
}
