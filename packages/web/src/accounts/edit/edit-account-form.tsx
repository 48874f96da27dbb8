import { Button, Group, NumberInput, SimpleGrid, Stack, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { after } from '../../api/after.ts';
import { Refused } from '../../api/refused.ts';
import { useCall } from '../../api/use-call.ts';
import { getOptions } from '../../api/use-get.ts';
import { Dialogue } from '../../ui/dialogue.tsx';
import { refusedFields } from '../../ui/refused-fields.ts';
import { RefusalNote } from '../../ui/refusal-note.tsx';
import { type Account, changesOf, type FieldName, inputsOf, mergedInputs } from './account-fields.ts';
import { ChangedMeanwhile } from './changed-meanwhile.tsx';
import { PlaceFields } from './place-fields.tsx';

export type EditAccountFormProps = { readonly account: Account; readonly onClose: () => void };

/**
 * Changes what is known of an account, from the version that the form was opened with. Where somebody else was faster, the
 * form takes over what they changed, keeps what was entered here, says so, and saves only when it is asked again.
 */
export function EditAccountForm({ account, onClose }: EditAccountFormProps) {
  const client = useQueryClient();
  const [base, setBase] = useState(account);
  const [theirs, setTheirs] = useState<readonly FieldName[]>();
  const form = useForm({ initialValues: inputsOf(account) });
  const change = useCall('PATCH /accounts/:accountId', { quiet: true });
  const params = { accountId: account.id };
  const takeOver = () =>
    after(client.query({ ...getOptions('GET /accounts/:accountId', { params }), staleTime: 0 }), (now) => {
      const { inputs, changed } = mergedInputs(base, now, form.getValues());
      form.setValues(inputs);
      setBase(now);
      setTheirs(changed);
      change.reset();
    });
  const submit = form.onSubmit((inputs) => {
    const body = changesOf(base, inputs);
    if (Object.keys(body).length === 0) return onClose();
    change.mutate(
      { params, version: base.version, body },
      {
        onSuccess: onClose,
        onError: (error) => {
          if (error instanceof Refused && error.code === 'edit.conflict') void takeOver();
          else form.setErrors(refusedFields(error));
        },
      },
    );
  });
  return (
    <Dialogue onClose={onClose} title="Edit the account">
      <form onSubmit={submit}>
        <Stack>
          {theirs && change.error === null && (
            <ChangedMeanwhile account={base} fields={theirs} own={changesOf(base, form.values)} />
          )}
          <RefusalNote error={change.error} />
          <TextInput label="Name" required maxLength={200} data-autofocus {...form.getInputProps('name')} />
          <SimpleGrid cols={{ base: 1, xs: 2 }}>
            <TextInput label="Segment" maxLength={60} {...form.getInputProps('segment')} />
            <TextInput label="Industry" maxLength={100} {...form.getInputProps('industry')} />
            <NumberInput
              label="Recurring revenue"
              description="A year"
              min={0}
              thousandSeparator=","
              {...form.getInputProps('annualRecurringRevenue')}
            />
            <TextInput
              label="Currency"
              description="Three letters"
              required
              maxLength={3}
              {...form.getInputProps('currency')}
            />
          </SimpleGrid>
          <PlaceFields inputProps={form.getInputProps} />
          <Group justify="end">
            <Button variant="default" onClick={onClose}>
              Not now
            </Button>
            <Button type="submit" loading={change.isPending}>
              Save
            </Button>
          </Group>
        </Stack>
      </form>
    </Dialogue>
  );
}
