/** Saved views of the list of tickets, how many tickets each has, and work on many tickets at once. */
import { z } from 'zod';
import { routeTable } from '../wire/route.ts';
import { id, line, prose } from '../wire/shapes.ts';
import { ticketFilter } from './ticket-shapes.ts';

const tag = 'Tickets';
const reason = prose(2000).min(1, { error: 'expected a reason' });

/** Views that everybody has. */
export const USUAL_TICKET_VIEWS = {
  open: { state: 'open' },
  mine: { state: 'open', assignee: 'me' },
  unassigned: { state: 'open', assignee: 'nobody' },
  'with-provider': { state: 'open', side: 'provider' },
  'with-customer': { state: 'open', side: 'customer' },
  broken: { state: 'open', breached: true },
  // In any state: an escalation outlives its ticket, and somebody has to close it.
  escalated: { escalated: true },
  'waits-for-approval': { state: 'open', waitsForApproval: true },
  ended: { state: 'ended' },
} as const satisfies Readonly<Record<string, z.infer<typeof ticketFilter>>>;

const wanted = z.strictObject({
  name: line(80),
  filter: ticketFilter,
  isShared: z.boolean().default(false).meta({ description: 'With all of the staff; only staff share.' }),
});

const view = z
  .strictObject({
    id,
    name: z.string(),
    filter: ticketFilter,
    isShared: z.boolean(),
    isOwn: z.boolean(),
    owner: z.string(),
    version: z.int(),
  })
  .meta({ id: 'TicketView' });

const action = z.discriminatedUnion('do', [
  z.strictObject({ do: z.literal('assign'), assigneeId: id.nullable() }),
  z.strictObject({ do: z.literal('queue'), queue: line(80).nullable() }),
  z.strictObject({ do: z.literal('hand-over'), side: z.enum(['provider', 'customer']), reason }),
  z.strictObject({
    do: z.literal('end'),
    how: z.enum(['resolved', 'closed', 'declined']),
    because: line(80).optional(),
    note: prose(10_000).default(''),
  }),
  z.strictObject({ do: z.literal('reopen'), reason }),
]);

const result = z.strictObject({
  accountId: id,
  ticketId: id,
  refusal: z
    .strictObject({ code: z.string(), sentence: z.string() })
    .nullable()
    .meta({ description: 'Null: it was done.' }),
  before: z
    .strictObject({
      assigneeId: id.nullable(),
      queue: z.string().nullable(),
      side: z.enum(['provider', 'customer']),
      state: z.string(),
    })
    .nullable()
    .meta({ description: 'How it was, to undo it.' }),
});

const viewId = z.strictObject({ viewId: id });

export const ticketViewRoutes = routeTable({
  'GET /ticket-views': {
    summary: 'Lists your saved views of tickets, and those that staff share.',
    tag,
    may: 'tickets.read',
    reply: z.strictObject({ rows: z.array(view) }),
  },
  'POST /ticket-views': {
    summary: 'Saves a view of tickets.',
    tag,
    may: 'tickets.read',
    body: wanted,
    reply: view,
    creates: true,
    refusals: ['value.not-allowed'],
  },
  'PUT /ticket-views/:viewId': {
    summary: 'Changes a view of your own.',
    tag,
    may: 'tickets.read',
    params: viewId,
    body: wanted,
    reply: view,
    edits: true,
    refusals: ['record.not-found', 'value.not-allowed'],
  },
  'DELETE /ticket-views/:viewId': {
    summary: 'Deletes a view of your own.',
    tag,
    may: 'tickets.read',
    params: viewId,
    reply: 'nothing',
    refusals: ['record.not-found'],
  },
  'GET /ticket-counts': {
    summary: 'Counts the tickets of views in one call: of saved ones by their id, of usual ones by their name.',
    tag,
    may: 'tickets.read',
    query: z.strictObject({
      views: line(2000).meta({
        description: `Ids and names, separated by commas: ${Object.keys(USUAL_TICKET_VIEWS).join(', ')}.`,
      }),
      accountId: id.optional(),
    }),
    reply: z.strictObject({
      counts: z.array(
        z.strictObject({
          view: z.string(),
          count: z.int(),
          hasMore: z.literal(true).exactOptional().meta({
            description:
              'There are more: of a search, no more than 10,000 are counted, and no more than 1000 that are merely alike.',
          }),
        }),
      ),
    }),
    refusals: ['value.not-allowed'],
  },
  'GET /ticket-queues': {
    summary: 'Lists the queues in which open tickets lie, and how many each has.',
    tag,
    may: 'queues.read',
    reply: z.strictObject({ rows: z.array(z.strictObject({ name: z.string(), open: z.int() })) }),
  },
  'POST /tickets/changes': {
    summary: 'Does the same to many tickets; what is refused of one does not stop the others.',
    tag,
    may: 'tickets.work',
    body: z.strictObject({
      tickets: z
        .array(z.strictObject({ accountId: id, ticketId: id }))
        .min(1)
        .max(100),
      action,
      takesBack: z.boolean().default(false).meta({
        description: 'It undoes what you did to them last: told of it is only who has learnt of that already.',
      }),
    }),
    reply: z.strictObject({ results: z.array(result) }),
  },
});
