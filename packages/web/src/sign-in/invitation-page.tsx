import { Button, Stack, TextInput } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { call } from '../api/call.ts';
import { useGet } from '../api/use-get.ts';
import { PageHeader } from '../ui/page-header.tsx';
import { QueryState } from '../ui/query-state.tsx';
import { refusedFields } from '../ui/refused-fields.ts';
import { RefusalNote } from '../ui/refusal-note.tsx';
import { ZoneSelect } from '../ui/zone-select.tsx';
import { NewPasswordField } from './new-password-field.tsx';
import { textOf } from './text-of.ts';
import { ToSignIn } from './to-sign-in.tsx';
import { useEnterWith } from './use-enter-with.ts';

const route = getRouteApi('/threshold/invitations/$token');

/** Accepts an invitation with a name, a zone and a password. */
export function InvitationPage() {
  const { token } = route.useParams();
  const enter = useEnterWith();
  const invitation = useGet('GET /invitations/:token', { params: { token } });
  const { mutate, error, isPending } = useMutation({
    mutationFn: async (form: FormData) => {
      const password = textOf(form, 'password');
      const body = { name: textOf(form, 'name'), password, zone: textOf(form, 'zone') };
      const sends = { params: { token }, body };
      const { email } = await call('POST /invitations/:token/acceptance', sends);
      await enter(email, password);
    },
    meta: { quiet: true },
  });
  const wrong = refusedFields(error);
  return (
    <>
      <PageHeader title="Welcome" says="You have been invited." />
      <Stack>
        <QueryState query={invitation}>
          {({ name, email, zone, providerName }) => (
            <form action={(form) => mutate(form)}>
              <Stack>
                <p style={{ margin: 0 }}>
                  {providerName} has invited <strong>{email}</strong>.
                </p>
                <RefusalNote error={error} />
                <TextInput
                  name="name"
                  label="Your name"
                  defaultValue={name}
                  autoComplete="name"
                  required
                  withAsterisk={false}
                  error={wrong['name']}
                />
                <ZoneSelect name="zone" label="Your time zone" defaultValue={zone} error={wrong['zone']} />
                <NewPasswordField error={wrong['password']} />
                <Button type="submit" loading={isPending} fullWidth size="md">
                  Accept
                </Button>
              </Stack>
            </form>
          )}
        </QueryState>
        <ToSignIn />
      </Stack>
    </>
  );
}
