import { Button, SimpleGrid, Stack, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';

export type Names = {
  readonly reference: string;
  readonly service: string;
  readonly provider: string;
  readonly approver: string;
};
export type NamesFormProps = { readonly pending: boolean; readonly onNames: (names: Names) => void };

/** What even an empty draft has to say, because it is filed under it. */
export function NamesForm({ pending, onNames }: NamesFormProps) {
  const form = useForm({ initialValues: { reference: '', service: '', provider: '', approver: '' } });
  return (
    <form onSubmit={form.onSubmit((names) => onNames(names))}>
      <Stack>
        <SimpleGrid cols={{ base: 1, sm: 2 }}>
          <TextInput label="Name of the service" required maxLength={200} {...form.getInputProps('service')} />
          <TextInput
            label="Reference"
            placeholder="SD-CARE"
            required
            maxLength={200}
            {...form.getInputProps('reference')}
          />
          <TextInput label="Provider" required maxLength={200} {...form.getInputProps('provider')} />
          <TextInput
            label="Approver"
            description="A person by name, or an office"
            inputWrapperOrder={['label', 'input', 'description', 'error']}
            required
            maxLength={200}
            {...form.getInputProps('approver')}
          />
        </SimpleGrid>
        <Button type="submit" loading={pending} style={{ alignSelf: 'start' }}>
          Begin the draft
        </Button>
      </Stack>
    </form>
  );
}
