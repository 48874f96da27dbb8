import { List, NativeSelect } from '@mantine/core';
import { useState } from 'react';
import { useCall } from '../../api/use-call.ts';
import { useTicketTerms } from '../terms/ticket-terms.ts';
import { laddersNow } from '../terms/what-to-ask.ts';
import { ActForm } from './act-form.tsx';
import type { ActProps } from './act.ts';
import { ReasonField } from './reason-field.tsx';

/** AC16: escalates by a ladder of the description, with what it is for and who is told. */
export function Escalate({ ticket: { accountId, id }, onClose }: ActProps) {
  const { data } = useTicketTerms({ accountId, ticketId: id });
  const ladders = data ? laddersNow(data) : [];
  const [chosen, setChosen] = useState<string>();
  const [reason, setReason] = useState('');
  const ladder = ladders.find((each) => each.ladder === chosen) ?? ladders[0];
  const raise = useCall('POST /accounts/:accountId/tickets/:ticketId/escalations', { quiet: true });
  const submit = () => {
    if (!ladder) return;
    const body = { ladder: ladder.ladder, reason: reason.trim() };
    raise.mutate({ params: { accountId, ticketId: id }, body }, { onSuccess: onClose });
  };
  return (
    <ActForm
      title="Escalate the ticket"
      says={ladder && `${ladder.steps[0]?.role ?? ''} is told at once, and so is whoever works on it.`}
      button="Escalate"
      isPending={raise.isPending}
      isReady={ladder !== undefined && reason.trim() !== ''}
      error={raise.error}
      onSubmit={submit}
      onClose={onClose}
    >
      {ladders.length > 1 && (
        <NativeSelect
          label="How"
          data={ladders.map((each) => ({ value: each.ladder, label: each.title }))}
          value={ladder?.ladder ?? ''}
          onChange={({ currentTarget }) => setChosen(currentTarget.value)}
        />
      )}
      {ladder && (
        <>
          <div>
            When it may be used:
            <List size="sm">
              {ladder.grounds.map((ground) => (
                <List.Item key={ground}>{ground}</List.Item>
              ))}
            </List>
          </div>
          <div>
            Its steps:
            <List size="sm" type="ordered">
              {ladder.steps.map(({ role, within, says }) => (
                <List.Item
                  key={role}
                >{`${role}${within === null ? '' : `, within ${within}`}${says === null ? '' : `: ${says}`}`}</List.Item>
              ))}
            </List>
          </div>
        </>
      )}
      <ReasonField label="Reason" description="Both sides read it." value={reason} onChange={setReason} hasFocus />
    </ActForm>
  );
}
