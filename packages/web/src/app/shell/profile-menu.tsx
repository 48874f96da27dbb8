import { Avatar, Button, Group, Menu, Text, UnstyledButton, VisuallyHidden } from '@mantine/core';
import { IconKeyboard, IconLogout, IconUser } from '@tabler/icons-react';
import { useRouter } from '@tanstack/react-router';
import { useState } from 'react';
import type { Me } from '../../api/me.ts';
import { holdsUnsavedText } from '../../api/drafts-of-browser.ts';
import { forgetEverything } from '../../api/forget-everything.ts';
import { signOut } from '../../api/sign-in.ts';
import { tellUndone } from '../../api/tell-failure.ts';
import { Dialogue } from '../../ui/dialogue.tsx';
import { Keys } from '../parts/keys.tsx';
import { ColourItems } from './colour-items.tsx';
import { useCommands } from './overlays.tsx';

/** Who is signed in, and what concerns only them. */
export function ProfileMenu({ me }: { readonly me: Me }) {
  const router = useRouter();
  const run = useCommands();
  const [asks, setAsks] = useState(false);
  const leave = async () => {
    try {
      await signOut();
      forgetEverything();
    } catch (error) {
      if (error instanceof Error) tellUndone(error, 'Sign out');
    }
  };
  const askOrLeave = () => (holdsUnsavedText() ? setAsks(true) : void leave());
  return (
    <>
      {asks && <LosesText onStay={() => setAsks(false)} onLeave={() => void leave()} />}
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
          <Menu.Item leftSection={<IconLogout size={16} aria-hidden />} onClick={askOrLeave}>
            Sign out
          </Menu.Item>
        </Menu.Dropdown>
      </Menu>
    </>
  );
}

/** A description's text is nowhere but here until it is saved. */
function LosesText({ onStay, onLeave }: { readonly onStay: () => void; readonly onLeave: () => void }) {
  return (
    <Dialogue title="A text is not saved" onClose={onStay}>
      <Text>
        You wrote in a service description and did not save it. Signing out takes that text from this browser.
      </Text>
      <Group justify="flex-end" mt="lg">
        <Button variant="default" onClick={onLeave}>
          Sign out without it
        </Button>
        <Button onClick={onStay}>Stay</Button>
      </Group>
    </Dialogue>
  );
}
