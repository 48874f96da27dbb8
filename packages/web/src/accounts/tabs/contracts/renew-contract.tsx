import { Button, Group, Stack, Textarea, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useState } from 'react';
import { useCall } from '../../../api/use-call.ts';
import { Dialogue } from '../../../ui/dialogue.tsx';
import { refusedFields } from '../../../ui/refused-fields.ts';
import { RefusalNote } from '../../../ui/refusal-note.tsx';
import { endOfDay, lastDayOf, lastDayWords } from './contract-days.ts';
import type { Contract } from './contract.ts';

export type RenewContractProps = {
  readonly accountId: string;
  readonly zone: string;
  readonly contract: Contract;
  readonly endsAt: string;
};

/** Moves the last day further away. */
export function RenewContract({ accountId, zone, contract, endsAt }: RenewContractProps) {
  const [opened, setOpened] = useState(false);
  const form = useForm({ initialValues: { last: '', note: '' } });
  const renew = useCall('POST /accounts/:accountId/contracts/:contractId/renewal', { quiet: true });
  const close = () => {
    setOpened(false);
    renew.reset();
  };
  const submit = form.onSubmit(({ last, note }) => {
    const end = endOfDay(last, zone);
    if (end === undefined) return;
    const params = { accountId, contractId: contract.id };
    renew.mutate(
      { params, version: contract.version, body: { endsAt: end, note } },
      { onSuccess: close, onError: (error) => form.setErrors(refusedFields(error, { endsAt: 'last' })) },
    );
  });
  return (
    <>
      <Button variant="default" onClick={() => setOpened(true)}>
        Extend
      </Button>
      {opened && (
        <Dialogue onClose={close} title="Extend the contract">
          <form onSubmit={submit}>
            <Stack>
              <RefusalNote error={renew.error} />
              <TextInput
                type="date"
                label="New last day"
                description={`Now it is ${lastDayWords(endsAt, zone)}.`}
                min={lastDayOf(endsAt, zone)}
                required
                data-autofocus
                {...form.getInputProps('last')}
              />
              <Textarea label="Note" autosize minRows={2} maxLength={4000} {...form.getInputProps('note')} />
              <Group justify="end">
                <Button variant="default" onClick={close}>
                  Not now
                </Button>
                <Button type="submit" loading={renew.isPending}>
                  Extend it
                </Button>
              </Group>
            </Stack>
          </form>
        </Dialogue>
      )}
    </>
  );
}
