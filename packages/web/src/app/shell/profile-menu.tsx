import { Avatar, Menu, UnstyledButton, VisuallyHidden } from '@mantine/core';
import { IconKeyboard, IconLogout, IconUser } from '@tabler/icons-react';
import { useRouter } from '@tanstack/react-router';
import type { Me } from '../../api/me.ts';
import { forgetEverything } from '../../api/forget-everything.ts';
import { signOut } from '../../api/sign-in.ts';
import { tellFailure } from '../../api/tell-failure.ts';
import { Keys } from '../parts/keys.tsx';
import { ColourItems } from './colour-items.tsx';
import { useCommands } from './overlays.tsx';

/** Who is signed in, and what concerns only them. */
export function ProfileMenu({ me }: { readonly me: Me }) {
  const router = useRouter();
  const run = useCommands();
  const leave = async () => {
    try {
      await signOut();
      await router.navigate({ to: '/sign-in' });
      forgetEverything();
    } catch (error) {
      if (error instanceof Error) tellFailure(error);
    }
  };
  return (
    <Menu position="bottom-end" width={240} withinPortal={false}>
      <Menu.Target>
        <UnstyledButton style={{ borderRadius: 999 }}>
          <Avatar size={30} color="spruce" variant="filled" name={me.name} alt="" />
          <VisuallyHidden> {me.name}: profile and more</VisuallyHidden>
        </UnstyledButton>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Label>
          {me.name}
          <br />
          {me.email}
        </Menu.Label>
        <Menu.Item leftSection={<IconUser size={16} aria-hidden />} onClick={() => router.history.push('/profile')}>
          Profile
        </Menu.Item>
        <Menu.Item
          leftSection={<IconKeyboard size={16} aria-hidden />}
          rightSection={<Keys keys="?" />}
          onClick={() => run('show-shortcuts')}
        >
          Keyboard shortcuts
        </Menu.Item>
        <Menu.Divider />
        <ColourItems />
        <Menu.Divider />
        <Menu.Item leftSection={<IconLogout size={16} aria-hidden />} onClick={() => void leave()}>
          Sign out
        </Menu.Item>
      </Menu.Dropdown>
    </Menu>
  );
}
