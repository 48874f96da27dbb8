import { Button } from '@mantine/core';
import { useCall } from '../api/use-call.ts';
import { useGet } from '../api/use-get.ts';
import { DataTable } from '../ui/data-table/data-table.tsx';
import { EmptyState } from '../ui/empty-state.tsx';
import { PageHeader } from '../ui/page-header.tsx';
import { QueryState } from '../ui/query-state.tsx';
import { notificationColumns } from './notification-columns.tsx';

/** What the viewer was told, the latest first. */
export function NotificationsPage() {
  const told = useGet('GET /me/notifications', { query: { limit: 200 } });
  const read = useCall('POST /me/notifications/read', { refreshes: ['GET /me/notifications'] });
  const unread = told.data?.unread ?? 0;
  return (
    <>
      <PageHeader
        title="Notifications"
        says={told.data && (unread === 0 ? 'All read' : `${unread} unread`)}
        actions={
          unread > 0 && (
            <Button variant="default" loading={read.isPending} onClick={() => read.mutate({ body: { all: true } })}>
              Mark all as read
            </Button>
          )
        }
      />
      <QueryState query={told}>
        {({ rows }) =>
          rows.length === 0 ? (
            <EmptyState title="Nothing to tell">
              Warnings before a deadline, breaches, waivers that wait for you and what else concerns your accounts
              arrive here, and by mail as your profile says.
            </EmptyState>
          ) : (
            <DataTable
              label="Notifications"
              columns={notificationColumns}
              rows={rows}
              rowId={({ id }) => id}
              rowHref={({ accountId }) => `/accounts/${accountId}/ledger`}
            />
          )
        }
      </QueryState>
    </>
  );
}
