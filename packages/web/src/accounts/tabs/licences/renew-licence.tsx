import { Button, Group, Stack, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useCall } from '../../../api/use-call.ts';
import { Dialogue } from '../../../ui/dialogue.tsx';
import { refusedFields } from '../../../ui/refused-fields.ts';
import { RefusalNote } from '../../../ui/refusal-note.tsx';
import { dateWords } from '../../../ui/time-words.ts';
import type { Licence } from './licence.ts';

export type RenewLicenceProps = {
  readonly accountId: string;
  readonly licence: Licence;
  readonly onClose: () => void;
};

/** Makes a licence valid until a later day, or without end. */
export function RenewLicence({ accountId, licence, onClose }: RenewLicenceProps) {
  const form = useForm({ initialValues: { validUntil: '', note: '' } });
  const renew = useCall('POST /accounts/:accountId/licences/:licenceId/renewal', { quiet: true });
  const submit = form.onSubmit(({ validUntil, note }) => {
    const params = { accountId, licenceId: licence.id };
    const body = { validUntil: validUntil === '' ? null : validUntil, note };
    renew.mutate(
      { params, version: licence.version, body },
      { onSuccess: onClose, onError: (error) => form.setErrors(refusedFields(error)) },
    );
  });
  return (
    <Dialogue onClose={onClose} title={`Renew ${licence.product}`}>
      <form onSubmit={submit}>
        <Stack>
          <RefusalNote error={renew.error} />
          <TextInput
            type="date"
            label="New last day"
            description={`${licence.validUntil === null ? '' : `Now it is ${dateWords(licence.validUntil)}. `}Empty: without end.`}
            data-autofocus
            {...form.getInputProps('validUntil')}
          />
          <TextInput label="Note" maxLength={2000} {...form.getInputProps('note')} />
          <Group justify="end">
            <Button variant="default" onClick={onClose}>
              Not now
            </Button>
            <Button type="submit" loading={renew.isPending}>
              Renew it
            </Button>
          </Group>
        </Stack>
      </form>
    </Dialogue>
  );
}
