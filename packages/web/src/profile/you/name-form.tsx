import { Button, Group, Stack, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import type { Me } from '../../api/me.ts';
import { RefusalNote } from '../../ui/refusal-note.tsx';
import { refusedFields } from '../../ui/refused-fields.ts';
import { ZoneSelect } from '../../ui/zone-select.tsx';
import { useChangeMe } from '../use-change-me.ts';

/** What others call the person, and the zone in which times are shown. */
export function NameForm({ me }: { readonly me: Me }) {
  const form = useForm({ initialValues: { name: me.name, zone: me.zone } });
  const change = useChangeMe();
  const submit = form.onSubmit((body) =>
    change.mutate(
      { body, version: me.version },
      {
        onSuccess: ({ name, zone }) => form.resetDirty({ name, zone }),
        onError: (error) => form.setErrors(refusedFields(error)),
      },
    ),
  );
  return (
    <form onSubmit={submit}>
      <Stack maw={460}>
        <RefusalNote error={change.error} />
        <TextInput label="Name" required withAsterisk={false} autoComplete="name" {...form.getInputProps('name')} />
        <ZoneSelect label="Time zone" {...form.getInputProps('zone')} />
        <Group>
          <Button type="submit" loading={change.isPending} disabled={!form.isDirty()}>
            Save
          </Button>
        </Group>
      </Stack>
    </form>
  );
}
