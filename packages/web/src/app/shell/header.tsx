import { ActionIcon, Button } from '@mantine/core';
import { IconSearch } from '@tabler/icons-react';
import type { Me } from '../../api/me.ts';
import { Breadcrumb } from '../parts/breadcrumb.tsx';
import { Keys } from '../parts/keys.tsx';
import { AccountSwitcher } from './account-switcher.tsx';
import classes from './header.module.css';
import { NotificationsBell } from './notifications-bell.tsx';
import { useCommands } from './overlays.tsx';
import { ProfileMenu } from './profile-menu.tsx';

export type HeaderProps = { readonly me: Me; readonly accountId: string | undefined };

/** Where one is, how to find something else, and who one is. */
export function Header({ me, accountId }: HeaderProps) {
  const run = useCommands();
  const find = () => run('open-palette');
  return (
    <div className={classes['header']}>
      <Breadcrumb {...(me.side === 'customer' ? { without: '/accounts' } : {})} />
      {me.accounts.length > 1 && me.side === 'customer' && <AccountSwitcher me={me} accountId={accountId} />}
      <Button
        visibleFrom="sm"
        variant="default"
        size="xs"
        className={classes['find'] ?? ''}
        leftSection={<IconSearch size={15} aria-hidden />}
        rightSection={<Keys keys="mod+k" />}
        onClick={find}
        aria-keyshortcuts="Control+K Meta+K"
      >
        Find or do
      </Button>
      <ActionIcon hiddenFrom="sm" variant="subtle" color="gray" size="lg" aria-label="Find or do" onClick={find}>
        <IconSearch size={19} aria-hidden />
      </ActionIcon>
      <NotificationsBell />
      <ProfileMenu me={me} />
    </div>
  );
}
