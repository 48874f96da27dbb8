import { NativeSelect } from '@mantine/core';
import { useState } from 'react';
import { SeverityChoice } from '../submit/severity-choice.tsx';
import { useTicketTerms } from '../terms/ticket-terms.ts';
import { useTicketCall } from '../ticket/use-ticket-call.ts';
import { ActForm } from './act-form.tsx';
import type { ActProps } from './act.ts';
import { ReasonField } from './reason-field.tsx';

/** Where the description knows none. */
const USUAL = [1, 2, 3, 4].map((severity) => ({ severity, name: '', criteria: [], also: [] }));

const CRITERIA = 'criteria';

/** AC11: another severity on the facts, by the criteria that the customer had; or by a further case, which may need an approval. */
export function ChangeSeverity({ ticket, onClose }: ActProps) {
  const { accountId, id, severity } = ticket;
  const [chosen, setChosen] = useState(severity ?? undefined);
  const [because, setBecause] = useState(CRITERIA);
  const [reason, setReason] = useState('');
  const ids = { accountId, ticketId: id };
  const { data } = useTicketTerms(ids);
  const choices = data && data.severities.length > 0 ? data.severities : USUAL;
  const cases = choices.find((each) => each.severity === chosen)?.also ?? [];
  const further = because === CRITERIA ? undefined : cases[Number(because)];
  const change = useTicketCall('POST /accounts/:accountId/tickets/:ticketId/severity', ids, { quiet: true });
  const propose = useTicketCall('POST /accounts/:accountId/tickets/:ticketId/severity-proposal', ids, { quiet: true });
  const waits = further !== undefined && further.approver !== null;
  const submit = () => {
    if (chosen === undefined) return;
    const why = reason.trim();
    if (waits)
      propose.mutate({ body: { severity: chosen, also: Number(because), reason: why } }, { onSuccess: onClose });
    else {
      const said = further ? `${further.says} ${why}` : why;
      change.mutate({ body: { severity: chosen, reason: said } }, { onSuccess: onClose });
    }
  };
  return (
    <ActForm
      title="Change the severity"
      says={
        waits
          ? `It waits for ${further.approver ?? ''}. Until it is approved, the severity and its clocks stay as they are.`
          : 'New targets count from the same start, and pauses that were earned stay earned.'
      }
      button={waits ? 'Ask for the approval' : 'Change it'}
      isPending={change.isPending || propose.isPending}
      isReady={chosen !== undefined && chosen !== severity && reason.trim() !== ''}
      error={change.error ?? propose.error}
      onSubmit={submit}
      onClose={onClose}
    >
      <SeverityChoice
        choices={choices.map((each) => ({ ...each, alsoWithApproval: [] }))}
        value={chosen}
        onChange={(next) => {
          setChosen(next);
          setBecause(CRITERIA);
        }}
      />
      {cases.length > 0 && chosen !== severity && (
        <NativeSelect
          label="Because"
          data={[
            { value: CRITERIA, label: 'Its criteria hold' },
            ...cases.map(({ says }, at) => ({ value: String(at), label: says })),
          ]}
          value={because}
          onChange={({ currentTarget }) => setBecause(currentTarget.value)}
        />
      )}
      <ReasonField
        label="Reason"
        description="Which facts make it so: the customer reads it."
        value={reason}
        onChange={setReason}
      />
    </ActForm>
  );
}
