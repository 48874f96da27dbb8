import { Button, Stack } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { call } from '../api/call.ts';
import { PageHeader } from '../ui/page-header.tsx';
import { refusedFields } from '../ui/refused-fields.ts';
import { RefusalNote } from '../ui/refusal-note.tsx';
import { NewPasswordField } from './new-password-field.tsx';
import { textOf } from './text-of.ts';
import { ToSignIn } from './to-sign-in.tsx';
import { useEnterWith } from './use-enter-with.ts';

const route = getRouteApi('/threshold/password-resets/$token');

/** Sets a new password by a link from a mail. */
export function NewPasswordPage() {
  const { token } = route.useParams();
  const enter = useEnterWith();
  const { mutate, error, isPending } = useMutation({
    mutationFn: async (form: FormData) => {
      const password = textOf(form, 'password');
      const sends = { params: { token }, body: { password } };
      const { email } = await call('POST /password-resets/:token/completion', sends);
      await enter(email, password);
    },
    meta: { quiet: true },
  });
  return (
    <form action={(form) => mutate(form)}>
      <PageHeader title="New password" says="It ends all your sessions and signs you in here." />
      <Stack>
        <RefusalNote error={error} />
        <NewPasswordField error={refusedFields(error)['password']} autoFocus />
        <Button type="submit" loading={isPending} fullWidth size="md">
          Set the password
        </Button>
        <ToSignIn />
      </Stack>
    </form>
  );
}
