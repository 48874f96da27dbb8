import { useCall } from '../../api/use-call.ts';
import { SureButton } from '../../ui/sure-button.tsx';

/** Ends a token for good; the program that has it is refused from now on. */
export function RevokeToken({ tokenId }: { readonly tokenId: string }) {
  const revoke = useCall('DELETE /me/tokens/:tokenId', { refreshes: ['GET /me/tokens'] });
  return (
    <SureButton
      size="compact-sm"
      label="Revoke"
      sureLabel="Revoke for good"
      loading={revoke.isPending}
      onSure={() => revoke.mutate({ params: { tokenId } })}
    />
  );
}
