import { Button, Group, NumberInput, Select, SimpleGrid, Stack, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { mayDo, useMe } from '../../../api/me.ts';
import { useCall } from '../../../api/use-call.ts';
import { useGet } from '../../../api/use-get.ts';
import { Dialogue } from '../../../ui/dialogue.tsx';
import { refusedFields } from '../../../ui/refused-fields.ts';
import { RefusalNote } from '../../../ui/refusal-note.tsx';

export type IssueLicenceProps = {
  readonly accountId: string;
  /** In the account's zone, year-month-day. */
  readonly today: string;
  readonly onClose: () => void;
};

/** Gives the customer the right to use a product (AC20). */
export function IssueLicence({ accountId, today, onClose }: IssueLicenceProps) {
  const me = useMe();
  const products = useGet('GET /products', {});
  const form = useForm({
    initialValues: { productId: '', newProduct: '', quantity: '', validFrom: today, validUntil: '', note: '' },
  });
  const add = useCall('POST /products', { quiet: true });
  const issue = useCall('POST /accounts/:accountId/licences', { quiet: true });
  const submit = form.onSubmit(async ({ newProduct, quantity, validFrom, validUntil, note, ...chosen }) => {
    try {
      const name = newProduct.trim();
      const productId = name === '' ? chosen.productId : (await add.mutateAsync({ body: { name } })).id;
      const body = {
        productId,
        quantity: quantity === '' ? null : Number(quantity),
        validFrom,
        validUntil: validUntil === '' ? null : validUntil,
        note: note.trim() === '' ? null : note,
      };
      await issue.mutateAsync({ params: { accountId }, body });
      onClose();
    } catch (error) {
      form.setErrors(refusedFields(error, { name: 'newProduct' }));
    }
  });
  const mayAdd = mayDo(me, 'administration.write');
  const isNew = form.values.newProduct.trim() !== '';
  return (
    <Dialogue onClose={onClose} title="Issue a licence">
      <form onSubmit={submit}>
        <Stack>
          <RefusalNote error={issue.error ?? add.error} />
          <Select
            label="Product"
            required={!isNew}
            disabled={isNew}
            searchable
            allowDeselect={false}
            data={(products.data?.rows ?? []).map(({ id, name }) => ({ value: id, label: name }))}
            nothingFoundMessage="No such product"
            {...form.getInputProps('productId')}
          />
          {mayAdd && (
            <TextInput
              label="Or a new product"
              description="It can then be chosen for every account."
              maxLength={120}
              {...form.getInputProps('newProduct')}
            />
          )}
          {!mayAdd && products.data?.rows.length === 0 && (
            <p style={{ margin: 0 }}>There is no product yet; an administrator adds the first with its licence.</p>
          )}
          <NumberInput
            label="Quantity"
            description="Empty: unlimited."
            min={1}
            max={2_000_000_000}
            allowDecimal={false}
            {...form.getInputProps('quantity')}
          />
          <SimpleGrid cols={2}>
            <TextInput type="date" label="First day" required {...form.getInputProps('validFrom')} />
            <TextInput type="date" label="Last day" {...form.getInputProps('validUntil')} />
          </SimpleGrid>
          <TextInput label="Note" maxLength={2000} {...form.getInputProps('note')} />
          <Group justify="end">
            <Button variant="default" onClick={onClose}>
              Not now
            </Button>
            <Button type="submit" loading={issue.isPending || add.isPending}>
              Issue it
            </Button>
          </Group>
        </Stack>
      </form>
    </Dialogue>
  );
}
