import { Button, Group, SimpleGrid, Stack, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useEffect } from 'react';
import { refusedFields } from './refused-fields.ts';
import { RefusalNote } from './refusal-note.tsx';
import { RolesChoice } from './roles-choice.tsx';
import { ZoneSelect } from './zone-select.tsx';

export type InvitationFormProps<Role extends string> = {
  readonly zone: string;
  readonly roles: readonly { readonly name: Role; readonly title: string }[];
  readonly isPending: boolean;
  readonly error: Error | null;
  readonly onInvite: (body: { name: string; email: string; zone: string; roles: Role[] }) => void;
  readonly onBack: () => void;
};

/** Whom to invite, with which roles. */
export function InvitationForm<Role extends string>(props: InvitationFormProps<Role>) {
  const { zone, roles, isPending, error, onInvite, onBack } = props;
  const form = useForm({
    initialValues: { name: '', email: '', zone, roles: [] as string[] },
    validate: { roles: (chosen) => (chosen.length === 0 ? 'Choose at least one role.' : null) },
  });
  const { setErrors } = form;
  useEffect(() => setErrors(refusedFields(error)), [error, setErrors]);
  const submit = form.onSubmit((values) => {
    const chosen = roles.map(({ name }) => name).filter((name) => values.roles.includes(name));
    onInvite({ ...values, roles: chosen });
  });
  return (
    <form onSubmit={submit}>
      <Stack>
        <RefusalNote error={error} />
        <SimpleGrid cols={{ base: 1, xs: 2 }}>
          <TextInput label="Name" required withAsterisk={false} data-autofocus {...form.getInputProps('name')} />
          <TextInput
            label="E-mail"
            type="email"
            autoComplete="off"
            required
            withAsterisk={false}
            {...form.getInputProps('email')}
          />
        </SimpleGrid>
        <ZoneSelect
          label="Time zone"
          description="The person can change it when accepting."
          {...form.getInputProps('zone')}
        />
        <RolesChoice
          label="Roles"
          roles={roles}
          value={form.getValues().roles}
          onChange={(chosen) => form.setFieldValue('roles', chosen)}
          error={form.errors['roles']}
        />
        <Group justify="end">
          <Button variant="default" onClick={onBack}>
            Not now
          </Button>
          <Button type="submit" loading={isPending}>
            Send the invitation
          </Button>
        </Group>
      </Stack>
    </form>
  );
}
