import { notifications } from '@mantine/notifications';

/** Says what became of an invitation: a link is on its way, or the person was known and needs none. */
export function tellInvited(name: string, expiresAt: string | null): void {
  notifications.show({
    title: expiresAt === null ? `${name} was added.` : `${name} is invited.`,
    message: expiresAt === null ? 'A mail says so.' : 'A mail with the link is on its way; it works once.',
    color: 'spruce',
    withBorder: true,
  });
}
