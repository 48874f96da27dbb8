import { Button, Menu } from '@mantine/core';
import { IconCheck, IconSelector } from '@tabler/icons-react';
import { useRouter } from '@tanstack/react-router';
import type { Me } from '../../api/me.ts';

export type AccountSwitcherProps = { readonly me: Me; readonly accountId: string | undefined };

/** For people of several accounts: which one the portal shows. */
export function AccountSwitcher({ me, accountId }: AccountSwitcherProps) {
  const router = useRouter();
  const name = me.accounts.find(({ id }) => id === accountId)?.name ?? 'Choose an account';
  return (
    <Menu position="bottom-end" withinPortal={false}>
      <Menu.Target>
        <Button
          variant="default"
          size="xs"
          maw={200}
          rightSection={<IconSelector size={14} aria-hidden />}
          aria-label={`Account: ${name}`}
        >
          {name}
        </Button>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Label>Your accounts</Menu.Label>
        {me.accounts.map((account) => (
          <Menu.Item
            key={account.id}
            aria-current={account.id === accountId || undefined}
            rightSection={account.id === accountId ? <IconCheck size={15} aria-hidden /> : undefined}
            onClick={() => router.history.push(`/accounts/${account.id}`)}
          >
            {account.name}
          </Menu.Item>
        ))}
      </Menu.Dropdown>
    </Menu>
  );
}
