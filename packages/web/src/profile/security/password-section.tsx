import { Button, Group, PasswordInput, Stack } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { useForm } from '@mantine/form';
import { Refused } from '../../api/refused.ts';
import { useCall } from '../../api/use-call.ts';
import { NewPasswordField } from '../../sign-in/new-password-field.tsx';
import { RefusalNote } from '../../ui/refusal-note.tsx';
import { refusedFields } from '../../ui/refused-fields.ts';
import { Section } from '../../ui/section.tsx';

/** A new password, by whoever knows the present one. */
export function PasswordSection() {
  const form = useForm({ initialValues: { current: '', next: '' } });
  const change = useCall('PUT /me/password', { refreshes: ['GET /me/sessions'], quiet: true });
  const submit = form.onSubmit((body) =>
    change.mutate(
      { body },
      {
        onSuccess: () => {
          form.reset();
          notifications.show({
            title: 'The password is changed.',
            message: 'Your other sessions have ended.',
            color: 'spruce',
            withBorder: true,
          });
        },
        onError: (error) => form.setErrors(fieldsOf(error)),
      },
    ),
  );
  return (
    <Section title="Password" says="A new one ends your other sessions.">
      <form onSubmit={submit}>
        <Stack maw={460}>
          <RefusalNote error={change.error} />
          <PasswordInput
            label="Present password"
            autoComplete="current-password"
            required
            withAsterisk={false}
            {...form.getInputProps('current')}
          />
          <NewPasswordField label="New password" {...form.getInputProps('next')} />
          <Group>
            <Button type="submit" loading={change.isPending}>
              Change the password
            </Button>
          </Group>
        </Stack>
      </form>
    </Section>
  );
}

/** The note above says why; the field shows where. */
function fieldsOf(error: Error): Record<string, string> {
  if (!(error instanceof Refused)) return {};
  const named: Readonly<Record<string, Record<string, string>>> = {
    'sign-in.failed': { current: 'Check this one.' },
    'password.too-weak': { next: 'Choose another.' },
  };
  return named[error.code] ?? refusedFields(error);
}
