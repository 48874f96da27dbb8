import { Button, Stack, TextInput } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { call } from '../api/call.ts';
import { PageHeader } from '../ui/page-header.tsx';
import { refusedFields } from '../ui/refused-fields.ts';
import { RefusalNote } from '../ui/refusal-note.tsx';
import { ZoneSelect } from '../ui/zone-select.tsx';
import { NewPasswordField } from './new-password-field.tsx';
import { textOf } from './text-of.ts';
import { ToSignIn } from './to-sign-in.tsx';
import { useEnterWith } from './use-enter-with.ts';

const route = getRouteApi('/threshold/set-up/$token');

/** The very first page of an installation: who provides the service, and its first administrator. */
export function SetUpPage() {
  const { token } = route.useParams();
  const enter = useEnterWith();
  const { mutate, error, isPending } = useMutation({
    mutationFn: async (form: FormData) => {
      const password = textOf(form, 'password');
      const body = {
        providerName: textOf(form, 'providerName'),
        name: textOf(form, 'name'),
        email: textOf(form, 'email'),
        zone: textOf(form, 'zone'),
        password,
      };
      const sends = { params: { token }, body };
      const { email } = await call('POST /set-up/:token/completion', sends);
      await enter(email, password);
    },
    meta: { quiet: true },
  });
  const wrong = refusedFields(error);
  return (
    <form action={(form) => mutate(form)}>
      <PageHeader title="Set up Tamarack" says="This link works once. It makes you the first administrator." />
      <Stack>
        <RefusalNote error={error} />
        <TextInput
          name="providerName"
          label="Who provides the service"
          description="Your company, as it stands on pages and in mails."
          autoComplete="organization"
          required
          withAsterisk={false}
          autoFocus
          error={wrong['providerName']}
        />
        <TextInput
          name="name"
          label="Your name"
          autoComplete="name"
          required
          withAsterisk={false}
          error={wrong['name']}
        />
        <TextInput
          name="email"
          type="email"
          label="Your e-mail"
          autoComplete="username"
          required
          withAsterisk={false}
          error={wrong['email']}
        />
        <ZoneSelect
          name="zone"
          label="Your time zone"
          defaultValue={Intl.DateTimeFormat().resolvedOptions().timeZone}
          error={wrong['zone']}
        />
        <NewPasswordField error={wrong['password']} />
        <Button type="submit" loading={isPending} fullWidth size="md">
          Begin
        </Button>
        <ToSignIn />
      </Stack>
    </form>
  );
}
