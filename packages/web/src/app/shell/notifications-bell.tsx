import { ActionIcon, Indicator } from '@mantine/core';
import { IconBell } from '@tabler/icons-react';
import { Link } from '../../ui/link.tsx';
import { useNotifications } from './use-notifications.ts';

/** How many notifications wait, and the way to them. */
export function NotificationsBell() {
  const unread = useNotifications();
  if (!unread) return null;
  const { count } = unread;
  return (
    <Indicator label={count} disabled={count === 0} color="larch" size={16} offset={6}>
      <ActionIcon
        component={Link}
        href="/notifications"
        variant="subtle"
        color="gray"
        size="lg"
        aria-label={count === 0 ? 'Notifications' : `Notifications, ${count} unread`}
      >
        <IconBell size={19} stroke={1.7} aria-hidden />
      </ActionIcon>
    </Indicator>
  );
}
