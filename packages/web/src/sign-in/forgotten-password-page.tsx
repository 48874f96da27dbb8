import { Button, Stack, TextInput } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { call } from '../api/call.ts';
import { PageHeader } from '../ui/page-header.tsx';
import { RefusalNote } from '../ui/refusal-note.tsx';
import { textOf } from './text-of.ts';
import { ToSignIn } from './to-sign-in.tsx';

/** Asks for a link that sets a new password. The answer is the same for every address, so nobody learns who is here. */
export function ForgottenPasswordPage() {
  const { mutate, error, isPending, isSuccess } = useMutation({
    mutationFn: (form: FormData) => call('POST /password-resets', { body: { email: textOf(form, 'email') } }),
    meta: { quiet: true },
  });
  if (isSuccess) {
    return (
      <Stack>
        <PageHeader title="Look into your mail" />
        <p style={{ margin: 0 }} role="status">
          If the address is known here, a link is on its way. It works once, for an hour.
        </p>
        <ToSignIn />
      </Stack>
    );
  }
  return (
    <form action={(form) => mutate(form)}>
      <PageHeader title="Forgotten password" says="A link by mail lets you set a new one." />
      <Stack>
        <RefusalNote error={error} />
        <TextInput
          name="email"
          type="email"
          label="E-mail"
          autoComplete="username"
          required
          withAsterisk={false}
          autoFocus
        />
        <Button type="submit" loading={isPending} fullWidth size="md">
          Send the link
        </Button>
        <ToSignIn />
      </Stack>
    </form>
  );
}
