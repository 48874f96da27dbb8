import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { queryClient } from '../../../api/query-client.ts';
import { AuthenticatorStep } from './authenticator-step.tsx';
import { PasswordStep } from './password-step.tsx';
import { RecoveryCodes } from './recovery-codes.tsx';
import { beginSecondFactor } from './second-factor-calls.ts';

/** Three steps: the password, the app, the recovery codes. Only the app's first code switches it on. */
export function SetUpSecondFactor({ onDone }: { readonly onDone: () => void }) {
  const [isConfirmed, setConfirmed] = useState(false);
  const begin = useMutation({ mutationFn: beginSecondFactor, meta: { quiet: true } });
  if (!begin.data) {
    return (
      <PasswordStep
        says="First your password, so that nobody does this at a screen that you left."
        label="Go on"
        isPending={begin.isPending}
        error={begin.error}
        onPassword={begin.mutate}
        onBack={onDone}
      />
    );
  }
  if (!isConfirmed)
    return <AuthenticatorStep uri={begin.data.totpURI} onConfirmed={() => setConfirmed(true)} onBack={onDone} />;
  const leave = () => {
    onDone();
    // Only now: the page would take the codes away with the first sign that the factor is on.
    void queryClient.invalidateQueries();
  };
  return <RecoveryCodes codes={begin.data.backupCodes} onDone={leave} />;
}
