import { Button, Group } from '@mantine/core';
import { useState } from 'react';
import type { Act } from '../acts/act.ts';
import { ReasonField } from '../acts/reason-field.tsx';
import { Severity } from '../severity.tsx';
import type { Ticket } from '../ticket.ts';
import { useTicketCall } from '../ticket/use-ticket-call.ts';
import { Instant } from '../../ui/instant.tsx';
import classes from './terms-note.module.css';
import type { TicketTerms } from './what-to-ask.ts';

export type SeverityProposalProps = {
  readonly ticket: Ticket;
  readonly proposal: NonNullable<TicketTerms['proposal']>;
  readonly onAct: (act: Act) => void;
};

/** Another severity that waits: both sides see it, and whoever has the role answers it here. */
export function SeverityProposal({ ticket, proposal, onAct }: SeverityProposalProps) {
  const { id, severity, name, because, reason, by, at, approver, approvers, mayDecide, mayWithdraw } = proposal;
  return (
    <section className={classes['note']} aria-labelledby="severity-proposal">
      <h2 id="severity-proposal">
        <Severity severity={severity} name={name} /> waits for approval
      </h2>
      <p>{because}</p>
      <blockquote>{reason}</blockquote>
      <p className={classes['quiet']}>
        {by === null ? 'Asked for' : `Asked for by ${by.name}`},{' '}
        <Instant at={at} accountZone={ticket.accountZone} as="short" />.{' '}
        {mayDecide
          ? 'It is for you to decide.'
          : `It is for ${named(approver, approvers)} to decide; until then the severity and its clocks stay as they are.`}
      </p>
      {mayDecide && <Decide ticket={ticket} proposalId={id} />}
      {mayWithdraw && (
        <Group gap="xs">
          <Button size="xs" variant="default" onClick={() => onAct('withdraw-severity')}>
            Withdraw it…
          </Button>
        </Group>
      )}
    </section>
  );
}

function named(role: string, people: readonly string[]): string {
  return people.length === 0 ? role : `${people.join(' or ')} (${role})`;
}

type DecideProps = { readonly ticket: Ticket; readonly proposalId: string };

function Decide({ ticket: { accountId, id }, proposalId }: DecideProps) {
  const [note, setNote] = useState('');
  // What is refused, because it was withdrawn meanwhile, is told in a notice: this form is gone by then.
  const decide = useTicketCall('POST /accounts/:accountId/tickets/:ticketId/severity-proposal/decision', {
    accountId,
    ticketId: id,
  });
  const answer = (approve: boolean) => decide.mutate({ body: { approve, note: note.trim(), proposalId } });
  return (
    <>
      <ReasonField
        label="A word to it"
        description="Both sides read it. To decline needs the reason. New targets count from the same start as the old ones."
        value={note}
        onChange={setNote}
        isRequired={false}
      />
      <Group gap="xs">
        <Button size="xs" loading={decide.isPending} onClick={() => answer(true)}>
          Approve
        </Button>
        <Button
          size="xs"
          variant="default"
          disabled={decide.isPending || note.trim() === ''}
          onClick={() => answer(false)}
        >
          Decline
        </Button>
      </Group>
    </>
  );
}
