import { useMutation } from '@tanstack/react-query';
import { queryClient } from '../../../api/query-client.ts';
import { PasswordStep } from './password-step.tsx';
import { endSecondFactor } from './second-factor-calls.ts';

/** Switches the second factor off. */
export function EndSecondFactor({ onDone }: { readonly onDone: () => void }) {
  const end = useMutation({
    mutationFn: endSecondFactor,
    onSuccess: async () => {
      // Who is signed in and no more: without the factor all else may be refused by now.
      await queryClient.invalidateQueries({ queryKey: ['GET /me'] });
      onDone();
    },
    meta: { quiet: true },
  });
  return (
    <PasswordStep
      says="Then your password alone signs you in."
      label="Switch it off"
      isPending={end.isPending}
      error={end.error}
      onPassword={end.mutate}
      onBack={onDone}
    />
  );
}
