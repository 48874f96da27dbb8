import { Button, Group, Stack, TextInput } from '@mantine/core';
import { useState } from 'react';
import { after } from '../../../api/after.ts';
import { useCall } from '../../../api/use-call.ts';
import { Dialogue } from '../../../ui/dialogue.tsx';
import { offerUndo } from '../../../ui/offer-undo.tsx';
import { RefusalNote } from '../../../ui/refusal-note.tsx';
import type { Licence } from './licence.ts';

export type RevokeLicenceProps = {
  readonly accountId: string;
  readonly licence: Licence;
  readonly onClose: () => void;
};

/** Takes the right away. The record stays, so taking that back is a licence of its own with the same words. */
export function RevokeLicence({ accountId, licence, onClose }: RevokeLicenceProps) {
  const [note, setNote] = useState('');
  const revoke = useCall('POST /accounts/:accountId/licences/:licenceId/revocation', { quiet: true });
  const issue = useCall('POST /accounts/:accountId/licences');
  const { id, reference, product, productId, quantity, validFrom, validUntil, note: words } = licence;
  const again = () =>
    issue.mutate({ params: { accountId }, body: { productId, quantity, validFrom, validUntil, note: words } });
  const submit = (event: React.SubmitEvent) => {
    event.preventDefault();
    void after(revoke.mutateAsync({ params: { accountId, licenceId: id }, body: { note } }), () => {
      onClose();
      offerUndo({ says: `Licence #${reference} was revoked. Undo issues the same anew.`, undo: again });
    });
  };
  return (
    <Dialogue onClose={onClose} title={`Revoke ${product}`}>
      <form onSubmit={submit}>
        <Stack>
          <RefusalNote error={revoke.error} />
          <p style={{ margin: 0 }}>From now on the customer has no right to use it by licence #{reference}.</p>
          <TextInput
            label="Reason"
            maxLength={2000}
            data-autofocus
            value={note}
            onChange={({ currentTarget }) => setNote(currentTarget.value)}
          />
          <Group justify="end">
            <Button variant="default" onClick={onClose}>
              Not now
            </Button>
            <Button type="submit" color="larch" loading={revoke.isPending}>
              Revoke it
            </Button>
          </Group>
        </Stack>
      </form>
    </Dialogue>
  );
}
