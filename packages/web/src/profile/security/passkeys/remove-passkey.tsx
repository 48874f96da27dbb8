import { useMutation } from '@tanstack/react-query';
import { SureButton } from '../../../ui/sure-button.tsx';
import { type Passkey, removePasskey } from './passkey-calls.ts';
import { readAgain } from './read-again.ts';

/** Takes a passkey away for good; the device keeps its half, which opens nothing then. */
export function RemovePasskey({ passkey }: { readonly passkey: Passkey }) {
  const remove = useMutation({ mutationFn: removePasskey, onSuccess: readAgain });
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
