/** Before a ticket is submitted: what may be asked for, by whom, and what it will bring. */
import { z } from 'zod';
import { routeTable } from '../wire/route.ts';
import { id, instant } from '../wire/shapes.ts';
import { ticketKind } from './ticket-shapes.ts';

const accountId = z.strictObject({ accountId: id });
const tag = 'Tickets';

const requesterId = id.optional().meta({ description: 'Of the customer, for whom staff submit it.' });

const severityChoice = z.strictObject({
  severity: z.int(),
  name: z.string(),
  criteria: z.array(z.string()).meta({ description: 'By what it is chosen (AC11).' }),
  alsoWithApproval: z.array(z.string()),
});

/** A gate that is shut for whoever asks, with what to do about it (AC5, AC6, AC20). */
const obstacle = z.strictObject({
  promise: z.string(),
  says: z.string(),
  missing: z.array(z.string()),
  remedies: z.array(z.string()),
});

const offer = z
  .strictObject({
    contractId: id,
    contract: z.string(),
    service: z.string(),
    kind: ticketKind,
    says: z.string().meta({ description: 'What the service means by it.' }),
    severities: z.array(severityChoice),
    obstacles: z.array(obstacle).meta({ description: 'Empty: you may submit it.' }),
    productObstacles: z
      .array(z.strictObject({ productId: id, obstacles: z.array(obstacle) }))
      .meta({ description: 'What stands before it besides where it is about one of these products (AC20).' }),
  })
  .meta({ id: 'TicketOffer' });

const promised = z
  .strictObject({
    promise: z.string(),
    title: z.string(),
    says: z.string(),
    by: z.string(),
    side: z.enum(['provider', 'customer']),
    dueAt: instant.nullable(),
  })
  .meta({ id: 'PromisedOfTicket', description: 'A promise that a ticket would bring, with the very instant.' });

export const ticketFormRoutes = routeTable({
  'GET /accounts/:accountId/ticket-form': {
    summary: 'Says which tickets you may submit, under which contracts, with the criteria of each severity.',
    tag,
    may: 'tickets.read',
    params: accountId,
    query: z.strictObject({ requesterId }),
    reply: z.strictObject({
      offers: z.array(offer),
      requesters: z
        .array(z.strictObject({ id, name: z.string() }))
        .meta({ description: 'For whom you may submit one; nobody else where you are the customer.' }),
      products: z.array(z.strictObject({ id, name: z.string(), licensed: z.boolean() })),
    }),
    refusals: ['value.not-allowed'],
  },
  'GET /accounts/:accountId/ticket-form/promises': {
    summary: 'Says what would be promised if the ticket were submitted now.',
    tag,
    may: 'tickets.read',
    params: accountId,
    query: z.strictObject({
      contractId: id,
      kind: ticketKind,
      severity: z.coerce.number().int().min(1).max(9).optional(),
      requesterId,
    }),
    reply: z.strictObject({ at: instant, zone: z.string(), promises: z.array(promised) }),
    refusals: ['record.not-found'],
  },
});
