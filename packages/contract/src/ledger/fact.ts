/** Facts of an account: its timeline, and recording one. */
import { z } from 'zod';
import { routeTable } from '../wire/route.ts';
import { id, instant, line, pageOf, pageQuery, prose } from '../wire/shapes.ts';

const file = z.strictObject({ id, name: z.string(), size: z.int(), mediaType: z.string() });

const journalEntry = z
  .strictObject({
    id,
    position: z.int(),
    fact: z.string(),
    says: z.string().meta({ description: 'The fact in words.' }),
    subjectId: id,
    subject: z.string(),
    aboutId: id.nullable(),
    contractId: id.nullable(),
    contract: z.string().nullable(),
    at: instant,
    recordedAt: instant,
    by: z.string().nullable(),
    bySide: z.enum(['provider', 'customer', 'system']),
    via: z.string(),
    audience: z.enum(['shared', 'internal']),
    data: z
      .record(z.string(), z.union([z.string(), z.number(), z.null()]))
      .meta({ description: 'Its particulars; null: not known any more.' }),
    names: z
      .record(id, z.string())
      .meta({ description: 'What people, products and tickets are called whose ids are among its particulars.' }),
    title: z.string().nullable(),
    note: z.string().nullable(),
    files: z.array(file),
    sealed: z.boolean(),
  })
  .meta({ id: 'JournalEntry', description: 'A fact of the journal: who, when, what, about what.' });

const dataValue = z.union([z.number().min(-1e15).max(1e15), prose(500)]);

const newFact = z.strictObject({
  contractId: id.optional(),
  fact: z
    .string()
    .max(120)
    .regex(/^[a-z0-9-]+\.[a-z0-9-]+$/, { error: 'expected a fact such as cadence-call.held' }),
  subjectId: id.optional().meta({ description: 'What it happened to; left out, something new begins.' }),
  aboutId: id.optional(),
  at: instant.optional().meta({ description: 'When it happened, if not now; up to 31 days ago.' }),
  data: z
    .record(z.string().regex(/^[a-z][a-z0-9-]{0,40}$/), dataValue)
    .refine((data) => Object.keys(data).length <= 20, { error: 'expected at most 20 particulars' })
    .default({}),
  title: line(200).exactOptional().meta({ description: 'What the thing is called that begins with this fact.' }),
  note: prose(10_000).default(''),
  audience: z.enum(['shared', 'internal']).default('shared'),
  fileIds: z.array(id).max(20).default([]),
});

const recordable = z
  .strictObject({
    contractId: id,
    contract: z.string(),
    fact: z.string(),
    says: z.string(),
    kind: z.string(),
    meets: z.array(z.string()).meta({ description: 'Titles of the promises that it meets.' }),
    opens: z
      .boolean()
      .meta({ description: 'Whether it begins something new, rather than happening to what there is.' }),
    subjects: z
      .array(z.strictObject({ id, says: z.string(), at: instant }))
      .meta({ description: 'What it may happen to.' }),
  })
  .meta({ id: 'RecordableFact' });

const accountId = z.strictObject({ accountId: id });
const tag = 'Journal';

export const factRoutes = routeTable({
  'GET /accounts/:accountId/facts': {
    summary: 'Lists what happened in an account, the latest first.',
    tag,
    may: 'ledger.read',
    params: accountId,
    query: pageQuery.extend({
      fact: z.string().max(120).optional(),
      subjectId: id.optional(),
      contractId: id.optional(),
      by: id.optional(),
    }),
    reply: pageOf(journalEntry),
  },
  'POST /accounts/:accountId/facts': {
    summary: 'Records a fact, which may meet a promise.',
    tag,
    may: 'facts.record',
    params: accountId,
    body: newFact,
    reply: z.strictObject({ id, subjectId: id }),
    creates: true,
    refusals: ['record.not-found', 'value.not-allowed', 'state.not-possible'],
  },
  'GET /accounts/:accountId/recordable-facts': {
    summary: 'Lists the facts that can be recorded by hand under the contracts of an account.',
    tag,
    may: 'ledger.read',
    params: accountId,
    reply: z.strictObject({ rows: z.array(recordable) }),
  },
  'GET /journal': {
    summary: 'Lists the journal of all accounts, for audit.',
    tag,
    may: 'audit.read',
    query: pageQuery.extend({
      accountId: id.optional(),
      fact: z.string().max(120).optional(),
      by: id.optional(),
      from: instant.optional(),
      to: instant.optional(),
    }),
    reply: pageOf(journalEntry.extend({ accountId: id, account: z.string() })),
  },
  'POST /accounts/:accountId/verification': {
    summary: 'Recomputes the ledger and the seals of an account from its journal and compares.',
    tag,
    may: 'ledger.read',
    params: accountId,
    reply: z.strictObject({
      checkedAt: instant,
      rows: z.int(),
      facts: z.int().meta({ description: 'How many facts there are that you may see.' }),
      seals: z.int().meta({ description: 'How many seals cover any of them.' }),
      sealed: z.int().meta({ description: 'How many of them a seal covers.' }),
      differences: z.array(z.strictObject({ what: z.string(), says: z.string() })),
    }),
  },
  'GET /events': {
    summary:
      'Sends what happens in the accounts that you see, as server-sent events (fact, presence); Last-Event-ID continues where it ended.',
    tag,
    may: 'signed-in',
    reply: 'events',
  },
});
