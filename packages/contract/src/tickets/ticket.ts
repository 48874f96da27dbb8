/** Tickets: listing, submitting and working on them. */
import { z } from 'zod';
import { routeTable } from '../wire/route.ts';
import { id, instant, line, pageOf, pageQuery, prose } from '../wire/shapes.ts';
import { CLOSING_CODES, RESOLUTION_CODES } from './resolution-codes.ts';
import { ticket, ticketKind, ticketMessage, ticketReceipt, ticketRow, TICKET_STATES } from './ticket-shapes.ts';

const tag = 'Tickets';
const accountId = z.strictObject({ accountId: id });
const ticketId = accountId.extend({ ticketId: id });
const message = prose(100_000).min(1, { error: 'expected a message' });
const reason = prose(2000).min(1, { error: 'expected a reason' });
const fileIds = z.array(id).max(20).default([]);
const severity = z.int().min(1).max(9);

const filter = pageQuery.extend({
  accountId: id.optional(),
  state: z.enum([...TICKET_STATES, 'ended']).optional(),
  kind: ticketKind.optional(),
  severity: z.coerce.number().int().min(1).max(9).optional(),
  side: z.enum(['provider', 'customer']).optional(),
  assignee: z.union([z.enum(['me', 'nobody']), id]).optional(),
  queue: line(80).optional(),
  breached: z.stringbool().optional(),
  escalated: z.stringbool().optional(),
  waitsForApproval: z.stringbool().optional(),
  search: line(200).optional().meta({
    description:
      'Words of subject or conversation, "a phrase", -without, or a reference. Where plain words find nothing: up to 1000 subjects that are alike.',
  }),
  order: z
    .enum(['next', 'latest'])
    .default('next')
    .meta({ description: 'By the next clock to breach, or the latest happening.' }),
});

export const ticketRoutes = routeTable({
  'GET /tickets': {
    summary: 'Lists the tickets that you may see, by the next clock to breach.',
    tag,
    may: 'tickets.read',
    query: filter,
    reply: pageOf(ticketRow),
  },
  'POST /accounts/:accountId/tickets': {
    summary: 'Submits a ticket; refused where the contract does not entitle you, with the reason and the remedy.',
    tag,
    may: 'tickets.submit',
    params: accountId,
    body: z.strictObject({
      contractId: id,
      kind: ticketKind,
      subject: line(200),
      body: message,
      severity: severity.optional(),
      productId: id.optional(),
      requesterId: id
        .optional()
        .meta({ description: 'Of the customer, for whom staff submit it: their entitlement counts.' }),
      fileIds,
    }),
    reply: ticketReceipt,
    creates: true,
    refusals: ['ticket.not-entitled', 'value.not-allowed', 'record.not-found'],
  },
  'GET /accounts/:accountId/tickets/:ticketId': {
    summary: 'Shows a ticket.',
    tag,
    may: 'tickets.read',
    params: ticketId,
    reply: ticket,
    refusals: ['record.not-found'],
  },
  'GET /accounts/:accountId/tickets/:ticketId/messages': {
    summary: 'Lists the conversation of a ticket, the earliest first.',
    tag,
    may: 'tickets.read',
    params: ticketId,
    query: pageQuery.extend({
      since: instant.optional().meta({ description: 'Only what was written then or later.' }),
    }),
    reply: pageOf(ticketMessage),
    refusals: ['record.not-found'],
  },
  'POST /accounts/:accountId/tickets/:ticketId/messages': {
    summary: 'Replies on a ticket, or adds an internal note; may hand it to the other side at the same time.',
    tag,
    may: 'tickets.reply',
    params: ticketId,
    body: z.strictObject({
      body: message,
      audience: z.enum(['shared', 'internal']).default('shared'),
      handTo: z.enum(['customer', 'provider']).optional(),
      mentions: z
        .array(id)
        .max(20)
        .default([])
        .meta({ description: 'People who are told by name, and follow it from now on.' }),
      fileIds,
    }),
    reply: ticketMessage,
    creates: true,
    refusals: ['record.not-found', 'state.not-possible', 'access.denied', 'value.not-allowed'],
  },
  'POST /accounts/:accountId/tickets/:ticketId/acknowledgement': {
    summary: 'Confirms the receipt of a ticket to whoever submitted it (AC13).',
    tag,
    may: 'tickets.work',
    params: ticketId,
    reply: ticket,
    refusals: ['record.not-found', 'state.not-possible'],
  },
  'PATCH /accounts/:accountId/tickets/:ticketId': {
    summary: 'Assigns a ticket, moves it to a queue, or corrects its subject or product.',
    tag,
    may: 'tickets.work',
    params: ticketId,
    body: z.strictObject({
      assigneeId: id.nullable().optional(),
      queue: line(80).nullable().optional(),
      subject: line(200).optional(),
      productId: id.nullable().optional(),
    }),
    reply: ticket,
    edits: true,
    refusals: ['record.not-found', 'value.not-allowed', 'ticket.not-entitled'],
  },
  'POST /accounts/:accountId/tickets/:ticketId/side': {
    summary: 'Hands a ticket to the customer with a reason, or back (AC15).',
    tag,
    may: 'tickets.work',
    params: ticketId,
    body: z.strictObject({ side: z.enum(['provider', 'customer']), reason }),
    reply: ticket,
    refusals: ['record.not-found', 'state.not-possible'],
  },
  'POST /accounts/:accountId/tickets/:ticketId/severity': {
    summary: 'Changes the severity on the facts, with the reason (AC11).',
    tag,
    may: 'tickets.work',
    params: ticketId,
    body: z.strictObject({ severity, reason }),
    reply: ticket,
    refusals: ['record.not-found', 'state.not-possible', 'value.not-allowed'],
  },
  'POST /accounts/:accountId/tickets/:ticketId/ending': {
    summary: 'Resolves, closes or declines a ticket.',
    tag,
    may: 'tickets.end',
    params: ticketId,
    body: z.strictObject({
      how: z.enum(['resolved', 'closed', 'declined']),
      because: line(80)
        .optional()
        .meta({
          description: `To resolve always a code (${RESOLUTION_CODES.join(', ')}), to decline a ground of the description; customers close as ${CLOSING_CODES.customer.join(' or ')}.`,
        }),
      note: prose(10_000).default('').meta({ description: 'What the customer reads; to decline always.' }),
    }),
    reply: ticket,
    refusals: ['record.not-found', 'state.not-possible', 'value.not-allowed', 'access.denied'],
  },
  'POST /accounts/:accountId/tickets/:ticketId/reopening': {
    summary: 'Reopens a ticket that has ended, with the reason; its clocks begin a new cycle.',
    tag,
    may: 'tickets.reply',
    params: ticketId,
    body: z.strictObject({ reason }),
    reply: ticket,
    refusals: ['record.not-found', 'state.not-possible'],
  },
  'POST /accounts/:accountId/tickets/:ticketId/merging': {
    summary: 'Merges a ticket into another one of the account: its own clocks end as merged.',
    tag,
    may: 'tickets.work',
    params: ticketId,
    body: z.strictObject({ intoId: id }),
    reply: ticket,
    refusals: ['record.not-found', 'state.not-possible', 'value.not-allowed'],
  },
  'PUT /accounts/:accountId/tickets/:ticketId/followers/me': {
    summary: 'Follows a ticket: you are told of what happens on it.',
    tag,
    may: 'tickets.read',
    params: ticketId,
    reply: 'nothing',
    refusals: ['record.not-found'],
  },
  'DELETE /accounts/:accountId/tickets/:ticketId/followers/me': {
    summary: 'Follows a ticket no more.',
    tag,
    may: 'tickets.read',
    params: ticketId,
    reply: 'nothing',
    refusals: ['record.not-found'],
  },
});
