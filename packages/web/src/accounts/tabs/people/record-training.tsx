import { Button, Group, Stack, Textarea } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useMe } from '../../../api/me.ts';
import { useCall } from '../../../api/use-call.ts';
import { MomentField } from '../../../ledger/record/moment-field.tsx';
import { instantOfWallTime } from '../../../ui/wall-time.ts';
import { Dialogue } from '../../../ui/dialogue.tsx';
import { RefusalNote } from '../../../ui/refusal-note.tsx';
import { refusedFields } from '../../../ui/refused-fields.ts';
import type { AccountPerson } from './account-person.ts';

export type RecordTrainingProps = {
  readonly accountId: string;
  readonly person: AccountPerson;
  readonly onClose: () => void;
};

/** Puts on record that somebody completed the training that a role needs (AC5). */
export function RecordTraining({ accountId, person, onClose }: RecordTrainingProps) {
  const { zone } = useMe();
  const form = useForm({ initialValues: { at: '', note: '' } });
  const record = useCall('POST /accounts/:accountId/people/:personId/training', { quiet: true });
  const submit = form.onSubmit(({ at, note }) => {
    const ms = at === '' ? undefined : instantOfWallTime(at, zone);
    const body = { note, ...(ms === undefined ? {} : { at: new Date(ms).toISOString() }) };
    record.mutate(
      { params: { accountId, personId: person.id }, body },
      { onSuccess: onClose, onError: (error) => form.setErrors(refusedFields(error)) },
    );
  });
  const { error } = form.getInputProps('at') as { readonly error?: string };
  return (
    <Dialogue onClose={onClose} title={`${person.name} completed the training`}>
      <form onSubmit={submit}>
        <Stack>
          <RefusalNote error={record.error} />
          <MomentField
            zone={zone}
            value={form.getValues().at}
            onChange={(at) => form.setFieldValue('at', at)}
            error={error}
          />
          <Textarea
            label="Note"
            description="Which training, by whom; the customer sees it."
            autosize
            minRows={2}
            maxLength={2000}
            data-autofocus
            {...form.getInputProps('note')}
          />
          <Group justify="end">
            <Button variant="default" onClick={onClose}>
              Not now
            </Button>
            <Button type="submit" loading={record.isPending}>
              Record it
            </Button>
          </Group>
        </Stack>
      </form>
    </Dialogue>
  );
}
