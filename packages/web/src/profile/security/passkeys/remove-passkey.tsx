import { useMutation } from '@tanstack/react-query';
import { queryClient } from '../../../api/query-client.ts';
import { SureButton } from '../../../ui/sure-button.tsx';
import { type Passkey, removePasskey } from './passkey-calls.ts';

/** Takes a passkey away for good; the device keeps its half, which opens nothing then. */
export function RemovePasskey({ passkey }: { readonly passkey: Passkey }) {
  const remove = useMutation({ mutationFn: removePasskey, onSuccess: () => queryClient.invalidateQueries() });
  return (
    <SureButton
      size="compact-sm"
      label="Remove"
      sureLabel="Remove for good"
      loading={remove.isPending}
      onSure={() => remove.mutate(passkey.id)}
    />
  );
}
