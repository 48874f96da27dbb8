import {
  IconAlertTriangle,
  IconBell,
  IconCircleCheck,
  IconClock,
  IconFileText,
  IconHandStop,
  IconTicket,
} from '@tabler/icons-react';
import { Button } from '@mantine/core';
import type { RowOf } from '../api/use-pages.ts';
import { useCall } from '../api/use-call.ts';
import { Instant } from '../ui/instant.tsx';
import { Link } from '../ui/link.tsx';
import { notificationHref } from './notification-href.ts';
import classes from './notifications.module.css';

type Notification = RowOf<'GET /me/notifications'>;

/** By the beginning of the kind, the first that fits. */
const LOOKS = [
  ['obligation.warned', IconClock, 'open'],
  ['obligation.breached', IconAlertTriangle, 'broken'],
  ['obligation.corrected', IconCircleCheck, 'kept'],
  ['obligation.waive', IconHandStop, 'waived'],
  ['contract.', IconFileText, 'accent'],
  ['description.', IconFileText, 'accent'],
  ['ticket.', IconTicket, 'accent'],
] as const;
const OTHER = ['', IconBell, 'quiet'] as const;

/** What somebody was told; following it marks it as read. */
export function NotificationRow({ told }: { readonly told: Notification }) {
  const { id, kind, says, title, account, createdAt, readAt } = told;
  const read = useCall('POST /me/notifications/read', { refreshes: ['GET /me/notifications'] });
  const mark = () => {
    if (readAt === null && !read.isPending) read.mutate({ body: { ids: [id] } });
  };
  const [, Icon, colour] = LOOKS.find(([beginning]) => kind.startsWith(beginning)) ?? OTHER;
  return (
    <li className={classes['row']} data-unread={readAt === null || undefined}>
      <Icon size={18} stroke={1.8} aria-hidden className={classes['icon'] ?? ''} color={`var(--tm-${colour})`} />
      <div className={classes['words']}>
        <div className={classes['says']}>
          {readAt === null && <span className={classes['unread']}>Unread</span>}
          {says}
        </div>
        <Link href={notificationHref(told)} className={classes['title']} onClick={mark}>
          {title}
        </Link>
        <div className={classes['where']}>
          {account !== null && `${account} · `}
          <Instant at={createdAt} />
        </div>
      </div>
      {readAt === null && (
        <Button
          size="compact-sm"
          variant="default"
          className={classes['action'] ?? ''}
          loading={read.isPending}
          onClick={mark}
          aria-label={`Mark as read: ${title}`}
        >
          Mark as read
        </Button>
      )}
    </li>
  );
}
