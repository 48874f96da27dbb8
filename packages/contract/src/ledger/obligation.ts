/** Obligations, their explanations and waivers: the ledger that provider and customer share. */
import { z } from 'zod';
import { routeTable } from '../wire/route.ts';
import { id, instant, line, pageOf, pageQuery, prose } from '../wire/shapes.ts';

const OBLIGATION_STATES = ['open', 'paused', 'met', 'breached', 'waived', 'void'] as const;
const PROMISE_FORM_NAMES = ['response', 'request', 'update', 'cadence', 'count', 'before', 'limit', 'gate'] as const;

const obligation = z
  .strictObject({
    id,
    accountId: id,
    account: z.string(),
    accountZone: z.string(),
    contractId: id,
    contract: z.string(),
    promise: z.string().meta({ description: 'The name of the promise in the description.' }),
    title: z.string(),
    form: z.enum(PROMISE_FORM_NAMES),
    side: z.enum(['provider', 'customer']).meta({ description: 'Who owes it.' }),
    role: z.string(),
    subjectId: id,
    subject: z
      .string()
      .meta({ description: 'What it is about, in words: the reference of a ticket, the name of a call.' }),
    ticket: z
      .int()
      .nullable()
      .meta({ description: 'The reference of the ticket that it is about; the subject is its id.' }),
    ticketEscalated: z.boolean().meta({ description: 'An escalation of that ticket stands.' }),
    ticketWaitsForApproval: z.boolean().meta({ description: 'Another severity of it waits for an approval.' }),
    cycle: z.int(),
    turn: z.int(),
    state: z.enum(OBLIGATION_STATES),
    openedAt: instant,
    dueAt: instant.nullable(),
    warnedAt: instant.nullable(),
    metAt: instant.nullable(),
    breachedAt: instant.nullable(),
    endedAt: instant.nullable(),
    because: z.string().nullable(),
    severity: z.int().nullable(),
    counted: z.int().nullable(),
    least: z.int().nullable(),
    most: z.int().nullable(),
    unit: z.enum(['times', 'seconds']).nullable(),
  })
  .meta({
    id: 'Obligation',
    description: 'A promise of a contract, for this customer, due at this instant, owed by this role.',
  });

const waiver = z
  .strictObject({
    id,
    reason: z.string(),
    state: z.enum(['requested', 'granted', 'refused', 'withdrawn']),
    requestedBy: z.string(),
    requestedAt: instant,
    decidedBy: z.string().nullable(),
    decidedAt: instant.nullable(),
    decisionNote: z.string().nullable(),
  })
  .meta({ id: 'Waiver', description: 'An agreement not to count a promise, with its reason and who approved it.' });

const evidence = z.strictObject({
  id,
  fact: z.string(),
  at: instant,
  recordedAt: instant,
  by: z.string().nullable(),
  bySide: z.enum(['provider', 'customer', 'system']),
  note: z.string().nullable(),
  files: z.array(z.strictObject({ id, name: z.string(), size: z.int(), mediaType: z.string() })),
});

const explained = z
  .strictObject({
    obligation,
    promiseInWords: z.string(),
    headline: z.string(),
    sections: z.array(z.strictObject({ heading: z.string(), lines: z.array(z.string()) })),
    picture: z.string().nullable().meta({ description: 'The timeline as SVG; null where there is nothing to draw.' }),
    zone: z.string().meta({ description: 'The zone in which times of words and picture are given.' }),
    description: z.strictObject({ title: z.string(), version: z.string(), level: z.string() }),
    evidence: z.array(evidence),
    waivers: z.array(waiver),
    meets: z.array(z.string()).meta({ description: 'The facts that would meet it.' }),
    asked: z
      .array(z.strictObject({ says: z.string(), given: z.boolean(), missing: z.string(), remedy: z.string() }))
      .meta({ description: 'What a gate asked for when the fact wanted to pass, and whether it was there.' }),
  })
  .meta({ id: 'ExplainedObligation' });

const promiseRow = z.strictObject({
  promise: z.string(),
  title: z.string(),
  contractId: id,
  contract: z.string(),
  side: z.enum(['provider', 'customer']),
  kept: z.int(),
  due: z.int(),
  broken: z.int(),
  waived: z.int(),
  nextDueAt: instant.nullable(),
});
const monthRow = z.strictObject({ month: z.string(), kept: z.int(), broken: z.int(), waived: z.int() });

const ledger = z
  .strictObject({
    kept: z.int(),
    due: z.int(),
    broken: z.int(),
    waived: z.int(),
    promises: z.array(promiseRow),
    months: z.array(monthRow).meta({ description: "By the month of settling, in the account's zone." }),
  })
  .meta({ id: 'Ledger', description: 'Kept, due, broken and waived, by promise and by month.' });

const accountId = z.strictObject({ accountId: id });
const obligationIds = z.strictObject({ accountId: id, obligationId: id });
const tag = 'Ledger';

export const obligationRoutes = routeTable({
  'GET /accounts/:accountId/ledger': {
    summary: 'Shows what was kept, is due and was broken, by promise and by month.',
    tag,
    may: 'ledger.read',
    params: accountId,
    query: z.strictObject({ contractId: id.optional(), side: z.enum(['provider', 'customer']).optional() }),
    reply: ledger,
  },
  'GET /accounts/:accountId/obligations': {
    summary:
      'Lists the obligations of an account: what is due by its next deadline, what is settled by its end, the latest first.',
    tag,
    may: 'ledger.read',
    params: accountId,
    query: pageQuery.extend({
      state: z.enum(OBLIGATION_STATES).optional(),
      show: z.enum(['due', 'settled', 'all']).default('all'),
      promise: z.string().max(200).optional(),
      contractId: id.optional(),
      side: z.enum(['provider', 'customer']).optional(),
      month: z
        .string()
        .regex(/^\d{4}-\d{2}$/)
        .optional(),
      subjectId: id.optional(),
      metBy: id.optional().meta({ description: 'The fact that met it.' }),
    }),
    reply: pageOf(obligation),
  },
  'GET /accounts/:accountId/obligations/:obligationId': {
    summary: 'Explains an obligation: the promise, its clock in words and as a picture, the evidence.',
    tag,
    may: 'ledger.read',
    params: obligationIds,
    query: z.strictObject({ zone: z.string().max(64).optional() }),
    reply: explained,
  },
  'POST /accounts/:accountId/obligations/:obligationId/waivers': {
    summary: 'Asks the other side not to count a promise, with a reason.',
    tag,
    may: 'obligations.waive',
    params: obligationIds,
    body: z.strictObject({ reason: line(2000) }),
    reply: waiver,
    creates: true,
    refusals: ['record.not-found', 'state.not-possible'],
  },
  'POST /accounts/:accountId/waivers/:waiverId/decision': {
    summary: "Grants or refuses a waiver, as the customer's approver.",
    tag,
    may: 'waivers.approve',
    params: z.strictObject({ accountId: id, waiverId: id }),
    body: z.strictObject({ grant: z.boolean(), note: prose(2000).default('') }),
    reply: waiver,
    creates: true,
    refusals: ['record.not-found', 'state.not-possible'],
  },
  'GET /accounts/:accountId/waivers': {
    summary: 'Lists the waivers that wait for a decision.',
    tag,
    may: 'ledger.read',
    params: accountId,
    reply: z.strictObject({ rows: z.array(waiver.extend({ obligation })) }),
  },
  'GET /today': {
    summary: 'Lists what is owed across accounts, by next due: by the provider, or by the customers.',
    tag: 'Today',
    may: 'today.read',
    query: pageQuery.extend({
      mine: z
        .stringbool()
        .default(false)
        .meta({ description: 'What your own roles owe; of customers, what those owe whom you serve.' }),
      accountId: id.optional(),
      side: z.enum(['provider', 'customer']).default('provider').meta({ description: 'Who owes it.' }),
    }),
    reply: pageOf(obligation),
  },
});
