import { CUSTOMER_ROLES } from '../../../api/contract-tables.ts';
import { useCall } from '../../../api/use-call.ts';
import { useGet } from '../../../api/use-get.ts';
import { Dialogue } from '../../../ui/dialogue.tsx';
import { InvitationForm } from '../../../ui/invitation-form.tsx';
import { tellInvited } from '../../../ui/tell-invited.ts';

export type InviteCustomerProps = { readonly accountId: string; readonly onClose: () => void };

/** Invites somebody of the customer; whoever is known by the address already is added and told. */
export function InviteCustomer({ accountId, onClose }: InviteCustomerProps) {
  const params = { accountId };
  const account = useGet('GET /accounts/:accountId', { params });
  const invite = useCall('POST /accounts/:accountId/invitations', { quiet: true });
  return (
    <Dialogue onClose={onClose} size="lg" title="Invite">
      {account.data && (
        <InvitationForm
          zone={account.data.zone}
          roles={CUSTOMER_ROLES}
          isPending={invite.isPending}
          error={invite.error}
          onBack={onClose}
          onInvite={(body) =>
            invite.mutate(
              { params, body },
              {
                onSuccess: ({ expiresAt }) => {
                  tellInvited(body.name, expiresAt);
                  onClose();
                },
              },
            )
          }
        />
      )}
    </Dialogue>
  );
}
