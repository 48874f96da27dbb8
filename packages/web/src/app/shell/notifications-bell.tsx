import { ActionIcon, Indicator } from '@mantine/core';
import { IconBell } from '@tabler/icons-react';
import { useMe } from '../../api/me.ts';
import { useGet } from '../../api/use-get.ts';
import { Link } from '../../ui/link.tsx';

/** How many notifications wait, and the way to them. */
export function NotificationsBell() {
  const { isMissing } = useMe().secondFactor;
  const { data } = useGet('GET /me/notifications', { query: { limit: 1, unread: 'true' } }, { enabled: !isMissing });
  const count = data?.unread ?? 0;
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
