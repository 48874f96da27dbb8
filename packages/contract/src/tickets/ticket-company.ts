/** Around one ticket: what belongs to it, what is split from it, what is known, who is there, and what they began to write. */
import { z } from 'zod';
import { routeTable } from '../wire/route.ts';
import { id, instant, line, prose } from '../wire/shapes.ts';
import { ticket } from './ticket-shapes.ts';

const tag = 'Tickets';
const ticketId = z.strictObject({ accountId: id, ticketId: id });
const otherId = ticketId.extend({ otherId: id });

const audience = z.enum(['shared', 'internal']);
const draftOf = ticketId.extend({ audience });

const draft = z.strictObject({ body: z.string(), audience, savedAt: instant }).meta({ id: 'TicketDraft' });

const knownError = z
  .strictObject({
    id,
    title: z.string(),
    declaredAt: instant,
    remedy: z.string().nullable().meta({ description: 'What was said of its workaround or permanent alternative.' }),
    isOfTicket: z.boolean().meta({ description: 'Whether it is a cause of this very ticket.' }),
    isOfProduct: z.boolean().meta({ description: 'Whether it was the cause of a ticket about the same product.' }),
  })
  .meta({ id: 'KnownError', description: 'A problem of the account whose cause and remedy are known (AC19).' });

const present = z
  .strictObject({ id, name: z.string(), side: z.enum(['provider', 'customer']), doing: z.enum(['looks', 'writes']) })
  .meta({ id: 'TicketPresence' });
const others = z.strictObject({ others: z.array(present) });

export const ticketCompanyRoutes = routeTable({
  'POST /accounts/:accountId/tickets/:ticketId/splitting': {
    summary: 'Moves messages into a ticket of their own, whose clocks begin now; a line in their place leads there.',
    tag,
    may: 'tickets.work',
    params: ticketId,
    body: z.strictObject({
      subject: line(200),
      messageIds: z.array(id).min(1).max(100),
      severity: z.int().min(1).max(9).optional().meta({ description: 'Left out, as here.' }),
    }),
    reply: ticket,
    creates: true,
    refusals: ['record.not-found', 'state.not-possible', 'value.not-allowed'],
  },
  'PUT /accounts/:accountId/tickets/:ticketId/relations/:otherId': {
    summary: 'Relates a ticket to another one of the account.',
    tag,
    may: 'tickets.work',
    params: otherId,
    body: z.strictObject({ says: z.enum(['relates-to', 'caused-by']) }),
    reply: ticket,
    refusals: ['record.not-found', 'value.not-allowed'],
  },
  'DELETE /accounts/:accountId/tickets/:ticketId/relations/:otherId': {
    summary: 'Takes the relation of two tickets away.',
    tag,
    may: 'tickets.work',
    params: otherId,
    reply: ticket,
    refusals: ['record.not-found'],
  },
  'GET /accounts/:accountId/tickets/:ticketId/known-errors': {
    summary:
      'Lists the known errors of the account that are not closed: those of the ticket first, then of its product.',
    tag,
    may: 'tickets.read',
    params: ticketId,
    reply: z.strictObject({ rows: z.array(knownError) }),
    refusals: ['record.not-found'],
  },
  'GET /accounts/:accountId/tickets/:ticketId/drafts/:audience': {
    summary: 'Shows the reply or the internal note that you began to write on a ticket, if any.',
    tag,
    may: 'tickets.reply',
    params: draftOf,
    reply: z.strictObject({ draft: draft.nullable() }),
    refusals: ['record.not-found'],
  },
  'PUT /accounts/:accountId/tickets/:ticketId/drafts/:audience': {
    summary:
      'Keeps the reply or the internal note that you began to write on a ticket; sending it forgets it, and not the other.',
    tag,
    may: 'tickets.reply',
    params: draftOf,
    body: z.strictObject({ body: prose(100_000) }),
    reply: z.strictObject({ draft }),
    refusals: ['record.not-found', 'access.denied'],
  },
  'DELETE /accounts/:accountId/tickets/:ticketId/drafts/:audience': {
    summary: 'Forgets the reply or the internal note that you began to write on a ticket.',
    tag,
    may: 'tickets.reply',
    params: draftOf,
    reply: 'nothing',
    refusals: ['record.not-found'],
  },
  'PUT /accounts/:accountId/tickets/:ticketId/presence': {
    summary:
      'Says for 45 seconds that you have a ticket open or write on it, and who else does; customers see their own side.',
    tag,
    may: 'tickets.read',
    params: ticketId,
    body: z.strictObject({ doing: z.enum(['looks', 'writes']) }),
    reply: others,
    refusals: ['record.not-found'],
  },
  'DELETE /accounts/:accountId/tickets/:ticketId/presence': {
    summary: 'Says that you have left a ticket.',
    tag,
    may: 'tickets.read',
    params: ticketId,
    reply: 'nothing',
    refusals: ['record.not-found'],
  },
});
