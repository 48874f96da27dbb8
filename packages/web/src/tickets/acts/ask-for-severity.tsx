import { Radio, Stack } from '@mantine/core';
import { useState } from 'react';
import { ChoiceCard } from '../submit/choice-card.tsx';
import { Severity } from '../severity.tsx';
import { useTicketTerms } from '../terms/ticket-terms.ts';
import { casesByApproval } from '../terms/what-to-ask.ts';
import { useTicketCall } from '../ticket/use-ticket-call.ts';
import { ActForm } from './act-form.tsx';
import type { ActProps } from './act.ts';
import { ReasonField } from './reason-field.tsx';

/** AC11: asks for a severity whose criteria do not hold, by a further case that the provider has to approve. */
export function AskForSeverity({ ticket: { accountId, id, severity }, onClose }: ActProps) {
  const { data } = useTicketTerms({ accountId, ticketId: id });
  const cases = data ? casesByApproval(data, severity) : [];
  const [place, setPlace] = useState('0');
  const [reason, setReason] = useState('');
  const chosen = cases[Number(place)];
  const ask = useTicketCall(
    'POST /accounts/:accountId/tickets/:ticketId/severity-proposal',
    { accountId, ticketId: id },
    { quiet: true },
  );
  const submit = () => {
    if (!chosen) return;
    const body = { severity: chosen.severity, also: chosen.also, reason: reason.trim() };
    ask.mutate({ body }, { onSuccess: onClose });
  };
  return (
    <ActForm
      title="Ask for another severity"
      says="It waits for an approval. Until then the severity and its clocks stay as they are."
      button="Ask for it"
      isPending={ask.isPending}
      isReady={chosen !== undefined && reason.trim() !== ''}
      error={ask.error}
      onSubmit={submit}
      onClose={onClose}
    >
      <Radio.Group label="Which one" value={place} onChange={setPlace}>
        <Stack gap={8} mt={6}>
          {cases.map((each, at) => (
            <ChoiceCard
              key={`${each.severity} ${each.also}`}
              value={String(at)}
              name={
                <>
                  <Severity severity={each.severity} /> {each.name}
                </>
              }
            >
              <span>{each.says}</span>
              <span>Approved by: {each.approver}</span>
            </ChoiceCard>
          ))}
        </Stack>
      </Radio.Group>
      <ReasonField label="Reason" description="Both sides read it." value={reason} onChange={setReason} hasFocus />
    </ActForm>
  );
}
