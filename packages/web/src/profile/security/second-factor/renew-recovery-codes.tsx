import { useMutation } from '@tanstack/react-query';
import { PasswordStep } from './password-step.tsx';
import { RecoveryCodes } from './recovery-codes.tsx';
import { renewRecoveryCodes } from './second-factor-calls.ts';

/** New recovery codes, when the old ones are used up or seen by others. */
export function RenewRecoveryCodes({ onDone }: { readonly onDone: () => void }) {
  const renew = useMutation({ mutationFn: renewRecoveryCodes, meta: { quiet: true } });
  if (renew.data) return <RecoveryCodes codes={renew.data} onDone={onDone} />;
  return (
    <PasswordStep
      says="The codes that you have now will open nothing any more."
      label="Make new codes"
      isPending={renew.isPending}
      error={renew.error}
      onPassword={renew.mutate}
      onBack={onDone}
    />
  );
}
