/** Shapes of tickets: incidents and service requests. */
import { z } from 'zod';
import { id, instant, line } from '../wire/shapes.ts';

const TICKET_KINDS = ['incident', 'service-request'] as const;
export const TICKET_STATES = ['open', 'resolved', 'closed', 'declined', 'merged'] as const;

export const ticketKind = z.enum(TICKET_KINDS);
const personName = z.strictObject({ id, name: z.string() });

/** The next clock of the provider's that runs on it. */
const nextClock = z.strictObject({ obligationId: id, title: z.string(), dueAt: instant });

const ticketColumn = z.enum([
  'next',
  'severity',
  'state',
  'assignee',
  'account',
  'requester',
  'product',
  'contract',
  'queue',
  'received',
  'latest',
]);

/** What a list of tickets shows, as a saved view keeps it; the list's own query says the same, and of columns nothing. */
export const ticketFilter = z.strictObject({
  accountId: id.exactOptional(),
  state: z.enum([...TICKET_STATES, 'ended']).exactOptional(),
  kind: ticketKind.exactOptional(),
  severity: z.int().min(1).max(9).exactOptional(),
  side: z.enum(['provider', 'customer']).exactOptional(),
  assignee: z.union([z.enum(['me', 'nobody']), id]).exactOptional(),
  queue: line(80).exactOptional(),
  breached: z.boolean().exactOptional(),
  escalated: z.boolean().exactOptional(),
  waitsForApproval: z.boolean().exactOptional(),
  search: line(200).exactOptional(),
  order: z.enum(['next', 'latest']).exactOptional(),
  columns: z
    .array(ticketColumn)
    .min(1)
    .max(ticketColumn.options.length)
    .exactOptional()
    .meta({ description: 'What stands beside the subject; left out: what usually does.' }),
});

/** What whoever submits one gets at once. */
export const ticketReceipt = z.strictObject({
  id,
  accountId: id,
  reference: z.int().meta({ description: 'What people call it: #10245.' }),
  version: z.int(),
  receivedAt: instant,
  next: nextClock.nullable(),
});

export const ticketRow = z
  .strictObject({
    id,
    reference: z.int().meta({ description: 'What people call it: #10245.' }),
    accountId: id,
    account: z.string(),
    accountZone: z.string(),
    kind: ticketKind,
    subject: z.string(),
    contractId: id.nullable(),
    contract: z.string().nullable(),
    product: z.string().nullable(),
    state: z.enum(TICKET_STATES),
    severity: z.int().nullable(),
    side: z.enum(['provider', 'customer']).meta({ description: 'Who has to act next (AC15).' }),
    requester: personName.nullable(),
    assignee: personName.nullable(),
    queue: z.string().nullable(),
    receivedAt: instant,
    acknowledgedAt: instant.nullable(),
    lastAt: instant,
    lastSide: z.enum(['provider', 'customer', 'system']),
    breached: z.boolean().meta({ description: 'Whether a promise of the provider was broken on it.' }),
    escalated: z
      .boolean()
      .meta({ description: 'Whether an escalation of it stands: raised, perhaps taken up, and not closed (AC16).' }),
    waitsForApproval: z.boolean().meta({ description: 'Whether another severity waits for an approval (AC11).' }),
    next: nextClock.nullable(),
    version: z.int(),
  })
  .meta({ id: 'TicketRow' });

export const ticket = ticketRow
  .extend({
    waitsFor: z.string().nullable().meta({ description: 'Why it waits for the customer.' }),
    endedAt: instant.nullable(),
    endedBecause: z.string().nullable(),
    mergedInto: z.strictObject({ id, reference: z.int(), subject: z.string() }).nullable(),
    relations: z.array(
      z.strictObject({
        id,
        reference: z.int(),
        subject: z.string(),
        state: z.enum(TICKET_STATES),
        says: z.enum(['relates-to', 'caused-by', 'causes', 'split-from', 'split-into']),
      }),
    ),
    channel: z.string(),
    following: z.boolean(),
    followers: z.array(personName),
    description: z.strictObject({ title: z.string(), version: z.string(), level: z.string() }).nullable(),
    severityName: z.string().nullable(),
    mayChange: z.boolean().meta({ description: 'Whether you may work on it as staff.' }),
  })
  .meta({ id: 'Ticket' });

export const ticketMessage = z
  .strictObject({
    id,
    author: personName.nullable(),
    authorSide: z.enum(['provider', 'customer', 'system']),
    audience: z.enum(['shared', 'internal']),
    body: z.string().meta({ description: 'Markdown (CommonMark).' }),
    at: instant,
    via: z.string(),
    files: z.array(z.strictObject({ id, name: z.string(), size: z.int(), mediaType: z.string() })),
    movedTo: z
      .strictObject({ id, reference: z.int(), subject: z.string() })
      .nullable()
      .meta({ description: 'The ticket in which it went on; body and files are there and no longer here.' }),
  })
  .meta({ id: 'TicketMessage' });
