import { STAFF_ROLES } from '../../api/contract-tables.ts';
import { useMe } from '../../api/me.ts';
import { useCall } from '../../api/use-call.ts';
import { Dialogue } from '../../ui/dialogue.tsx';
import { InvitationForm } from '../../ui/invitation-form.tsx';
import { tellInvited } from '../../ui/tell-invited.ts';

/** Invites a member of staff: the link goes out by mail. */
export function InviteStaffForm({ onClose }: { readonly onClose: () => void }) {
  const me = useMe();
  const invite = useCall('POST /staff-invitations', { refreshes: ['GET /people', 'GET /staff'], quiet: true });
  return (
    <Dialogue onClose={onClose} size="lg" title="Invite staff">
      <InvitationForm
        zone={me.zone}
        roles={STAFF_ROLES}
        isPending={invite.isPending}
        error={invite.error}
        onBack={onClose}
        onInvite={(body) =>
          invite.mutate(
            { body },
            {
              onSuccess: ({ expiresAt }) => {
                tellInvited(body.name, expiresAt);
                onClose();
              },
            },
          )
        }
      />
    </Dialogue>
  );
}
