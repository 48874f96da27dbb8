/** What the agreed terms say of one ticket beside its clocks: another severity by approval, grounds for declining, escalation. */
import { z } from 'zod';
import { routeTable } from '../wire/route.ts';
import { id, instant, line, prose } from '../wire/shapes.ts';

const tag = 'Tickets';
const ticketId = z.strictObject({ accountId: id, ticketId: id });
const escalationId = ticketId.extend({ escalationId: id });
const reason = prose(2000).min(1, { error: 'expected a reason' });
const personName = z.strictObject({ id, name: z.string() });

/** A further case of a severity, beside its criteria. */
const furtherCase = z.strictObject({
  says: z.string(),
  approver: z.string().nullable().meta({ description: 'Whose approval it needs; null: nobody’s.' }),
});

const ladder = z.strictObject({
  ladder: z.string(),
  title: z.string(),
  grounds: z.array(z.string()).meta({ description: 'When it may be used.' }),
  by: z.string().meta({ description: 'Who may use it, in words.' }),
  steps: z.array(
    z.strictObject({
      role: z.string(),
      within: z.string().nullable().meta({ description: 'How soon, in words.' }),
      says: z.string().nullable(),
    }),
  ),
  mayRaise: z.boolean().meta({ description: 'Whether you are one of those who may use it.' }),
});

const proposal = z
  .strictObject({
    id,
    severity: z.int(),
    name: z.string(),
    because: z.string().meta({ description: 'The further case of the description.' }),
    reason: z.string(),
    by: personName.nullable(),
    at: instant,
    approver: z.string().meta({ description: 'The role that decides.' }),
    approvers: z.array(z.string()).meta({ description: 'The people who have it.' }),
    mayDecide: z.boolean(),
    mayWithdraw: z.boolean().meta({ description: 'Whether you asked for it.' }),
  })
  .meta({ id: 'SeverityProposal', description: 'Another severity that waits for an approval.' });

/** Which one somebody read: another may wait by now. */
const proposalId = id.optional().meta({ description: 'The proposal that you read; refused where another one waits.' });

const escalation = z
  .strictObject({
    id,
    ladder: z.string(),
    title: z.string(),
    step: z.int(),
    role: z.string().meta({ description: 'Who takes this step.' }),
    nextRole: z.string().nullable().meta({ description: 'Who takes the next one; null: it is the last.' }),
    state: z.enum(['raised', 'taken', 'closed']),
    reason: z.string().nullable(),
    by: personName.nullable().meta({ description: 'Null: a broken promise did it.' }),
    at: instant,
    takenBy: z.string().nullable(),
    takenAt: instant.nullable(),
  })
  .meta({ id: 'TicketEscalation' });

const terms = z
  .strictObject({
    severities: z.array(
      z.strictObject({
        severity: z.int(),
        name: z.string(),
        criteria: z.array(z.string()),
        also: z.array(furtherCase),
      }),
    ),
    grounds: z
      .array(
        z.strictObject({
          ground: z.string(),
          title: z.string(),
          says: z.string().nullable(),
          items: z.array(z.string()),
        }),
      )
      .meta({ description: 'On which it may be declined; empty: the description names none.' }),
    ladders: z.array(ladder).meta({ description: 'Empty: the description knows no escalation.' }),
    proposal: proposal.nullable(),
    escalations: z.array(escalation).meta({ description: 'The latest first.' }),
  })
  .meta({ id: 'TicketTerms' });

export const ticketTermsRoutes = routeTable({
  'GET /accounts/:accountId/tickets/:ticketId/terms': {
    summary: 'Says what the terms under which a ticket was received offer, and what was asked for by them.',
    tag,
    may: 'tickets.read',
    params: ticketId,
    reply: terms,
    refusals: ['record.not-found'],
  },
  'POST /accounts/:accountId/tickets/:ticketId/severity-proposal': {
    summary: 'Asks for another severity by a further case of the description, which somebody has to approve (AC11).',
    tag,
    may: 'tickets.reply',
    params: ticketId,
    body: z.strictObject({
      severity: z.int().min(1).max(9),
      also: z.int().min(0).max(99).meta({ description: 'The place of the case among those of the severity.' }),
      reason,
    }),
    reply: terms,
    refusals: ['record.not-found', 'state.not-possible', 'value.not-allowed'],
  },
  'POST /accounts/:accountId/tickets/:ticketId/severity-proposal/decision': {
    summary:
      'Approves the other severity, from now on and with targets from the same start; or declines it with the reason.',
    tag,
    may: 'tickets.approve',
    params: ticketId,
    body: z.strictObject({
      approve: z.boolean(),
      note: prose(2000).default('').meta({ description: 'Needed where it is declined.' }),
      proposalId,
    }),
    reply: terms,
    refusals: ['record.not-found', 'state.not-possible', 'value.not-allowed', 'access.denied'],
  },
  'POST /accounts/:accountId/tickets/:ticketId/severity-proposal/withdrawal': {
    summary: 'Withdraws the other severity that you asked for, as long as nobody answered.',
    tag,
    may: 'tickets.reply',
    params: ticketId,
    body: z.strictObject({ note: prose(2000).default(''), proposalId }),
    reply: terms,
    refusals: ['record.not-found', 'state.not-possible', 'access.denied'],
  },
  'POST /accounts/:accountId/tickets/:ticketId/escalations': {
    summary: 'Escalates a ticket by a ladder of the description, with the reason (AC16): the first step is told.',
    tag,
    may: 'tickets.escalate',
    params: ticketId,
    body: z.strictObject({ ladder: line(80), reason }),
    reply: terms,
    creates: true,
    refusals: ['record.not-found', 'state.not-possible', 'value.not-allowed', 'access.denied'],
  },
  'POST /accounts/:accountId/tickets/:ticketId/escalations/:escalationId/next-step': {
    summary: 'Takes an escalation to the next step of its ladder, with the reason.',
    tag,
    may: 'tickets.escalate',
    params: escalationId,
    body: z.strictObject({ reason }),
    reply: terms,
    refusals: ['record.not-found', 'state.not-possible', 'access.denied'],
  },
  'POST /accounts/:accountId/tickets/:ticketId/escalations/:escalationId/taking': {
    summary: 'Takes an escalation up.',
    tag,
    may: 'escalations.take',
    params: escalationId,
    body: z.strictObject({ note: prose(2000).default('') }),
    reply: terms,
    refusals: ['record.not-found', 'state.not-possible'],
  },
  'POST /accounts/:accountId/tickets/:ticketId/escalations/:escalationId/closing': {
    summary: 'Closes an escalation that was taken up, with what came of it.',
    tag,
    may: 'escalations.take',
    params: escalationId,
    body: z.strictObject({ note: reason }),
    reply: terms,
    refusals: ['record.not-found', 'state.not-possible'],
  },
});
