import { Button, Group } from '@mantine/core';
import { IconStairsUp } from '@tabler/icons-react';
import type { Act } from '../acts/act.ts';
import { mayDo, useMe } from '../../api/me.ts';
import { useCall } from '../../api/use-call.ts';
import { Instant } from '../../ui/instant.tsx';
import type { Ticket } from '../ticket.ts';
import classes from './terms-note.module.css';
import type { TicketTerms } from './what-to-ask.ts';

export type EscalationProps = {
  readonly ticket: Ticket;
  readonly escalation: TicketTerms['escalations'][number];
  /** Whether it is the reader's to take it a step further. */
  readonly mayRaise: boolean;
  readonly onAct: (act: Act) => void;
};

/** AC16: an escalation that stands: on which step, why, who has it, and what can be done with it. */
export function Escalation({ ticket, escalation, mayRaise, onAct }: EscalationProps) {
  const me = useMe();
  const { accountId, accountZone, id: ticketId } = ticket;
  const { id, title, step, role, nextRole, state, reason, by, at, takenBy, takenAt } = escalation;
  const take = useCall('POST /accounts/:accountId/tickets/:ticketId/escalations/:escalationId/taking');
  const mayTake = mayDo(me, 'escalations.take', accountId);
  const params = { accountId, ticketId, escalationId: id };
  return (
    <section className={classes['note']} data-grave aria-labelledby={`escalation-${id}`}>
      <h2 id={`escalation-${id}`}>
        <IconStairsUp size={17} aria-hidden /> Escalated: {role === '' ? title : `step ${step}, ${role}`}
      </h2>
      {reason !== null && reason !== '' && <blockquote>{reason}</blockquote>}
      <p className={classes['quiet']}>
        {by === null ? 'Since a promise was broken' : by.name}, <Instant at={at} accountZone={accountZone} as="short" />
        .{' '}
        {state === 'taken' && takenAt !== null ? (
          <>
            {takenBy ?? 'Somebody'} took it up <Instant at={takenAt} accountZone={accountZone} as="short" />.
          </>
        ) : (
          'Not taken up yet.'
        )}
      </p>
      <Group gap="xs">
        {mayTake && state === 'raised' && (
          <Button size="xs" loading={take.isPending} onClick={() => take.mutate({ params, body: {} })}>
            Take it up
          </Button>
        )}
        {mayTake && state === 'taken' && (
          <Button size="xs" variant="default" onClick={() => onAct('close-escalation')}>
            Close the escalation…
          </Button>
        )}
        {mayRaise && nextRole !== null && (
          <Button size="xs" variant="default" onClick={() => onAct('escalate-further')}>
            One step further: {nextRole}…
          </Button>
        )}
      </Group>
    </section>
  );
}
