import { Button, Group, NativeSelect, PasswordInput, SimpleGrid, Stack, TagsInput, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { STAFF_ROLES } from '../../api/contract-tables.ts';
import { RefusalNote } from '../../ui/refusal-note.tsx';
import { refusedFields } from '../../ui/refused-fields.ts';
import { CallbackAddress } from './callback-address.tsx';
import type { Provider } from './provider.ts';
import { useKeepProvider } from './use-keep-provider.ts';

export type ProviderFormProps = {
  /** Absent for a new one. */
  readonly provider?: Provider;
  readonly onDone: () => void;
};

const NEWCOMERS = [
  { value: '', label: 'Stays outside' },
  ...STAFF_ROLES.filter(({ name }) => name !== 'administrator').map(({ name, title }) => ({
    value: name,
    label: `Becomes staff: ${title}`,
  })),
];

/** A provider by OpenID Connect. Its short name cannot change: it is in the address that is registered there. */
export function ProviderForm({ provider, onDone }: ProviderFormProps) {
  const form = useForm({
    initialValues: {
      slug: provider?.slug ?? '',
      name: provider?.name ?? '',
      issuer: provider?.issuer ?? '',
      clientId: provider?.clientId ?? '',
      clientSecret: '',
      domains: [...(provider?.domains ?? [])],
      newcomerRole: provider?.newcomerRole ?? '',
    },
  });
  const { keep, isPending, error } = useKeepProvider(provider);
  const submit = form.onSubmit((values) =>
    keep(values, { onSuccess: onDone, onError: (refused) => form.setErrors(refusedFields(refused)) }),
  );
  const { slug } = form.getValues();
  return (
    <form onSubmit={submit}>
      <Stack>
        <RefusalNote error={error} />
        <SimpleGrid cols={{ base: 1, sm: 2 }}>
          <TextInput
            label="Name"
            description="On the button of the sign-in page."
            placeholder="Northwind Entra ID"
            required
            withAsterisk={false}
            {...form.getInputProps('name')}
          />
          <TextInput
            label="Short name"
            description={provider ? 'Stays as it is: it is in the callback address.' : 'In the callback address.'}
            placeholder="entra"
            required
            withAsterisk={false}
            disabled={provider !== undefined}
            {...form.getInputProps('slug')}
          />
        </SimpleGrid>
        {slug !== '' && <CallbackAddress path={provider?.redirectPath ?? `/api/auth/callback/${slug}`} />}
        <TextInput
          label="Issuer"
          description="Below it lies /.well-known/openid-configuration."
          placeholder="https://login.example.com"
          required
          withAsterisk={false}
          {...form.getInputProps('issuer')}
        />
        <SimpleGrid cols={{ base: 1, sm: 2 }}>
          <TextInput
            label="Client"
            description="What the provider calls this installation."
            required
            withAsterisk={false}
            autoComplete="off"
            {...form.getInputProps('clientId')}
          />
          <PasswordInput
            label="Secret"
            description={provider ? 'Left empty, the one that is kept stays.' : 'Kept sealed, and never shown again.'}
            required={provider === undefined}
            withAsterisk={false}
            autoComplete="off"
            {...form.getInputProps('clientSecret')}
          />
        </SimpleGrid>
        <TagsInput
          label="Domains"
          description="The e-mail domains for which it speaks; it is not believed about other addresses."
          placeholder={form.getValues().domains.length === 0 ? 'example.com' : ''}
          clearable={false}
          {...form.getInputProps('domains')}
        />
        <NativeSelect label="Who was not invited" data={NEWCOMERS} maw={360} {...form.getInputProps('newcomerRole')} />
        <Group>
          <Button type="submit" loading={isPending}>
            {provider ? 'Save' : 'Add the provider'}
          </Button>
          <Button variant="default" onClick={onDone}>
            Not now
          </Button>
        </Group>
      </Stack>
    </form>
  );
}
