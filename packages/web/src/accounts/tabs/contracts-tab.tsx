import { Button, Group } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import { getRouteApi } from '@tanstack/react-router';
import { useMemo } from 'react';
import { mayDo, useMe } from '../../api/me.ts';
import { useGet } from '../../api/use-get.ts';
import { DataTable } from '../../ui/data-table/data-table.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { Link } from '../../ui/link.tsx';
import { QueryState } from '../../ui/query-state.tsx';
import { contractColumns } from './contracts/contract-columns.tsx';

const route = getRouteApi('/signed-in/accounts/$accountId/contracts/');

/** What was sold to the account. */
export function ContractsTab() {
  const { accountId } = route.useParams();
  const me = useMe();
  const account = useGet('GET /accounts/:accountId', { params: { accountId } });
  const contracts = useGet('GET /accounts/:accountId/contracts', { params: { accountId } });
  const zone = account.data?.zone ?? 'UTC';
  const columns = useMemo(() => contractColumns(zone), [zone]);
  const open = mayDo(me, 'contracts.write', accountId) && (
    <Button
      component={Link}
      href={`/accounts/${accountId}/contracts/new`}
      leftSection={<IconPlus size={16} aria-hidden />}
    >
      New contract
    </Button>
  );
  return (
    <QueryState query={contracts}>
      {({ rows }) =>
        rows.length === 0 ? (
          <EmptyState title="No contract yet" action={open}>
            A contract gives the account a level of a published description. From its first day on, the promises of that
            level run.
          </EmptyState>
        ) : (
          <>
            <Group justify="end" mb="sm">
              {open}
            </Group>
            <DataTable
              label="Contracts"
              columns={columns}
              rows={rows}
              rowId={({ id }) => id}
              rowHref={({ id }) => `/accounts/${accountId}/contracts/${id}`}
            />
          </>
        )
      }
    </QueryState>
  );
}
