import { Button, Stack, TextInput } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { verifySecondFactor } from '../api/sign-in.ts';
import { PageHeader } from '../ui/page-header.tsx';
import { RefusalNote } from '../ui/refusal-note.tsx';
import { textOf } from './text-of.ts';

export type SecondFactorFormProps = { readonly onDone: () => void; readonly onBack: () => void };

/** The second step, for those who have set one up. */
export function SecondFactorForm({ onDone, onBack }: SecondFactorFormProps) {
  const { mutate, error, isPending } = useMutation({
    mutationFn: (form: FormData) => verifySecondFactor(textOf(form, 'code').replaceAll(' ', '')),
    onSuccess: onDone,
    meta: { quiet: true },
  });
  return (
    <form action={(form) => mutate(form)}>
      <PageHeader title="Second factor" />
      <Stack>
        <RefusalNote error={error} />
        <TextInput
          name="code"
          label="Code"
          description="The six digits that your app shows now, or one of your recovery codes."
          autoComplete="one-time-code"
          maxLength={40}
          required
          withAsterisk={false}
          autoFocus
        />
        <Button type="submit" loading={isPending} fullWidth size="md">
          Go on
        </Button>
        <Button variant="subtle" onClick={onBack}>
          Back to the password
        </Button>
      </Stack>
    </form>
  );
}
