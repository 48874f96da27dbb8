import { Button, NativeSelect } from '@mantine/core';
import { getRouteApi, useNavigate } from '@tanstack/react-router';
import { useCall } from '../api/use-call.ts';
import { useGet } from '../api/use-get.ts';
import { usePages } from '../api/use-pages.ts';
import { EmptyState } from '../ui/empty-state.tsx';
import { Link } from '../ui/link.tsx';
import { MoreRows } from '../ui/more-rows.tsx';
import { PageHeader } from '../ui/page-header.tsx';
import { QueryState } from '../ui/query-state.tsx';
import { NotificationRow } from './notification-row.tsx';
import classes from './notifications.module.css';

const route = getRouteApi('/signed-in/notifications');

/** What the viewer was told, the latest first. */
export function NotificationsPage() {
  const { show } = route.useSearch();
  const navigate = useNavigate({ from: '/notifications' });
  const told = usePages('GET /me/notifications', {
    query: { limit: 50, unread: show === 'unread' ? 'true' : 'false' },
  });
  const { data } = useGet('GET /me/notifications', { query: { limit: 1, unread: 'true' } });
  const read = useCall('POST /me/notifications/read', { refreshes: ['GET /me/notifications'] });
  const unread = data?.unread ?? 0;
  return (
    <>
      <PageHeader
        title="Notifications"
        says={data && (unread === 0 ? 'All read' : `${unread} unread`)}
        actions={
          <>
            <NativeSelect
              aria-label="Which"
              value={show ?? ''}
              data={[
                { value: '', label: 'All' },
                { value: 'unread', label: 'Unread' },
              ]}
              onChange={({ currentTarget }) =>
                void navigate({
                  search: { show: currentTarget.value === 'unread' ? 'unread' : undefined },
                  replace: true,
                })
              }
            />
            <Button component={Link} href="/profile/notifications" variant="default">
              Mail
            </Button>
            {unread > 0 && (
              <Button loading={read.isPending} onClick={() => read.mutate({ body: { all: true } })}>
                Mark all as read
              </Button>
            )}
          </>
        }
      />
      <QueryState query={told}>
        {({ rows }) =>
          rows.length === 0 ? (
            <EmptyState title={show === 'unread' ? 'Nothing unread' : 'Nothing to tell'}>
              Warnings before a deadline, breaches, waivers and proposals that wait for you and what else concerns your
              accounts arrive here, and by mail as your profile says.
            </EmptyState>
          ) : (
            <>
              <ol className={classes['list']} aria-label="Notifications, the latest first">
                {rows.map((row) => (
                  <NotificationRow key={row.id} told={row} />
                ))}
              </ol>
              <div className={classes['more']}>
                <MoreRows pages={told} />
              </div>
            </>
          )
        }
      </QueryState>
    </>
  );
}
