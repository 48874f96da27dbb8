import { Button, Group, Stack, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useRouter } from '@tanstack/react-router';
import { useCall } from '../api/use-call.ts';
import { Dialogue } from '../ui/dialogue.tsx';
import { refusedFields } from '../ui/refused-fields.ts';
import { RefusalNote } from '../ui/refusal-note.tsx';
import { PlaceFields } from './edit/place-fields.tsx';

export type NewAccountFormProps = { readonly zone: string; readonly onClose: () => void };

/** What has to be known to open an account; the rest can wait. */
export function NewAccountForm({ zone, onClose }: NewAccountFormProps) {
  const router = useRouter();
  const form = useForm({ initialValues: { name: '', zone, country: '', hosts: '' } });
  const open = useCall('POST /accounts', { quiet: true });
  const submit = form.onSubmit(({ name, zone: ownZone, country, hosts }) => {
    const body = {
      name,
      zone: ownZone,
      country: country === '' ? null : country.toUpperCase(),
      hosts: typeof hosts === 'number' ? hosts : null,
    };
    open.mutate(
      { body },
      {
        onSuccess: ({ id }) => {
          onClose();
          router.history.push(`/accounts/${id}`);
        },
        onError: (error) => form.setErrors(refusedFields(error)),
      },
    );
  });
  return (
    <Dialogue onClose={onClose} title="New account">
      <form onSubmit={submit}>
        <Stack>
          <RefusalNote error={open.error} />
          <TextInput label="Name" required data-autofocus {...form.getInputProps('name')} />
          <PlaceFields inputProps={form.getInputProps} />
          <Group justify="end">
            <Button variant="default" onClick={onClose}>
              Not now
            </Button>
            <Button type="submit" loading={open.isPending}>
              Open the account
            </Button>
          </Group>
        </Stack>
      </form>
    </Dialogue>
  );
}
