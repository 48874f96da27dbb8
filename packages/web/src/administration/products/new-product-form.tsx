import { Button, Group, Stack, Textarea, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useCall } from '../../api/use-call.ts';
import { RefusalNote } from '../../ui/refusal-note.tsx';
import { refusedFields } from '../../ui/refused-fields.ts';

/** Names a product. */
export function NewProductForm() {
  const form = useForm({ initialValues: { name: '', says: '' } });
  const add = useCall('POST /products', { refreshes: ['GET /products'], quiet: true });
  const submit = form.onSubmit(({ name, says }) =>
    add.mutate(
      { body: { name, says: says.trim() === '' ? null : says } },
      { onSuccess: () => form.reset(), onError: (error) => form.setErrors(refusedFields(error)) },
    ),
  );
  return (
    <form onSubmit={submit}>
      <Stack maw={560}>
        <RefusalNote error={add.error} />
        <TextInput label="Name" required withAsterisk={false} maxLength={120} {...form.getInputProps('name')} />
        <Textarea label="What it is" autosize minRows={2} maxLength={2000} {...form.getInputProps('says')} />
        <Group>
          <Button type="submit" loading={add.isPending}>
            Add the product
          </Button>
        </Group>
      </Stack>
    </form>
  );
}
