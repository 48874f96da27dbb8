import { Button, Checkbox, Group, Radio, Stack, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import type { Gives } from '@tamarack/contract';
import { useCall } from '../../api/use-call.ts';
import { RefusalNote } from '../../ui/refusal-note.tsx';
import { refusedFields } from '../../ui/refused-fields.ts';

export type SettingsFormProps = { readonly settings: Gives<'GET /settings'> };

/** All settings; saved together. */
export function SettingsForm({ settings }: SettingsFormProps) {
  const { version, ...initialValues } = settings;
  const form = useForm({ initialValues });
  const save = useCall('PUT /settings', { quiet: true });
  const submit = form.onSubmit((body) =>
    save.mutate(
      { body, version },
      {
        onSuccess: ({ version: _next, ...saved }) => {
          form.setValues(saved);
          form.resetDirty(saved);
        },
        onError: (error) => form.setErrors(refusedFields(error)),
      },
    ),
  );
  return (
    <form onSubmit={submit}>
      <Stack maw={560} gap="lg">
        <RefusalNote error={save.error} />
        <TextInput
          label="Who provides the service"
          description="The name on pages, in mails and in authenticator apps."
          required
          withAsterisk={false}
          maxLength={120}
          {...form.getInputProps('providerName')}
        />
        <Radio.Group label="Staff see" {...form.getInputProps('staffSee')}>
          <Stack gap={8} mt={6}>
            <Radio value="all" label="All accounts" />
            <Radio
              value="served"
              label="The accounts that they serve"
              description="Those in whose team they are; administrators see all."
            />
          </Stack>
        </Radio.Group>
        <Checkbox
          label="Staff need a second factor"
          description="An app, a passkey or single sign-on. Without one nothing works for them but their profile; set up your own first."
          {...form.getInputProps('secondFactorForStaff', { type: 'checkbox' })}
        />
        <Group>
          <Button type="submit" loading={save.isPending} disabled={!form.isDirty()}>
            Save
          </Button>
        </Group>
      </Stack>
    </form>
  );
}
