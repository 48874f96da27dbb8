import { Button, Group, Stack, Textarea, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useState } from 'react';
import { useCall } from '../../../api/use-call.ts';
import { Dialogue } from '../../../ui/dialogue.tsx';
import { useNow } from '../../../ui/now.ts';
import { refusedFields } from '../../../ui/refused-fields.ts';
import { RefusalNote } from '../../../ui/refusal-note.tsx';
import { dayOf } from '../../../ui/wall-time.ts';
import { endOfDay } from './contract-days.ts';
import type { Contract } from './contract.ts';

export type EndContractProps = { readonly accountId: string; readonly zone: string; readonly contract: Contract };

/** Records that it ends and is not renewed. There is no way back, so it asks for the reason. */
export function EndContract({ accountId, zone, contract }: EndContractProps) {
  const [opened, setOpened] = useState(false);
  const today = dayOf(useNow(), zone);
  const form = useForm({ initialValues: { last: '', note: '' } });
  const end = useCall('POST /accounts/:accountId/contracts/:contractId/ending', { quiet: true });
  const close = () => {
    setOpened(false);
    end.reset();
  };
  const submit = form.onSubmit(({ last, note }) => {
    const params = { accountId, contractId: contract.id };
    const endsAt = last === '' ? null : (endOfDay(last, zone) ?? null);
    end.mutate(
      { params, version: contract.version, body: { endsAt, note } },
      { onSuccess: close, onError: (error) => form.setErrors(refusedFields(error, { endsAt: 'last' })) },
    );
  });
  return (
    <>
      <Button variant="default" onClick={() => setOpened(true)}>
        End
      </Button>
      {opened && (
        <Dialogue onClose={close} title={`End “${contract.name}”`}>
          <form onSubmit={submit}>
            <Stack>
              <RefusalNote error={end.error} />
              <p style={{ margin: 0 }}>
                What is owed until then stays owed; after it nothing new falls due. Add-ons end with it. This cannot be
                taken back: a new contract can follow.
              </p>
              <TextInput
                type="date"
                label="Last day"
                description={`In ${zone.replaceAll('_', ' ')}. Empty: it ends now.`}
                min={today}
                data-autofocus
                {...form.getInputProps('last')}
              />
              <Textarea label="Reason" required autosize minRows={2} maxLength={4000} {...form.getInputProps('note')} />
              <Group justify="end">
                <Button variant="default" onClick={close}>
                  Not now
                </Button>
                <Button type="submit" color="larch" loading={end.isPending}>
                  End it
                </Button>
              </Group>
            </Stack>
          </form>
        </Dialogue>
      )}
    </>
  );
}
