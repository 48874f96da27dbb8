import { Button } from '@mantine/core';
import { useCall } from '../../api/use-call.ts';
import { tellInvited } from '../../ui/tell-invited.ts';
import type { Person } from './person.ts';

/** Sends the invitation again; the earlier link ends. */
export function ResendInvitation({ person: { id, name } }: { readonly person: Person }) {
  const resend = useCall('POST /people/:personId/invitations', { refreshes: ['GET /people/:personId', 'GET /people'] });
  return (
    <Button
      variant="default"
      size="xs"
      loading={resend.isPending}
      onClick={() =>
        resend.mutate(
          { params: { personId: id }, body: {} },
          { onSuccess: ({ expiresAt }) => tellInvited(name, expiresAt) },
        )
      }
    >
      Invite again
    </Button>
  );
}
