/** What an export holds, kind by kind; the JSON Schemas in it are made from these shapes. */
import { z } from 'zod';

const id = z.uuid();
const instant = z.iso.datetime();
const maybe = <T extends z.ZodType>(shape: T) => shape.nullable();
const text = z.string();
const hex = z.string().regex(/^[0-9a-f]*$/);
const side = z.enum(['provider', 'customer']);
const data = z.record(z.string(), z.union([z.string(), z.number(), z.null()]));

/** By the name of its files. Every row of a kind has every key. */
export const KINDS = {
  account: {
    says: 'The account itself.',
    shape: z.strictObject({
      ...{ id, reference: z.int(), name: text, segment: maybe(text), annualRecurringRevenue: maybe(z.number()) },
      ...{ currency: text, hosts: maybe(z.int()), industry: maybe(text), zone: text, country: maybe(text) },
      ...{ createdAt: instant, closedAt: maybe(instant) },
    }),
  },
  people: {
    says: "The customer's people, the team that serves them, and whoever recorded a fact; one row for each role.",
    shape: z.strictObject({
      ...{ id, name: text, email: text, zone: text, side, role: maybe(text), since: maybe(instant) },
    }),
  },
  contracts: {
    says: 'What was agreed, from when to when.',
    shape: z.strictObject({
      ...{ id, reference: z.int(), name: text, extendsId: maybe(id), startsAt: instant, endsAt: maybe(instant) },
      ...{ renewal: text, renewalMonths: maybe(z.int()), noticeDays: maybe(z.int()) },
      ...{ signedForCustomerBy: maybe(text), signedAt: maybe(instant), createdBy: maybe(id), createdAt: instant },
      ...{ endingRecordedAt: maybe(instant), endingRecordedBy: maybe(id), endingNote: maybe(text) },
      endedAt: maybe(instant),
    }),
  },
  'contract-terms': {
    says: 'The terms of contracts; `description` names the files in the folder descriptions.',
    shape: z.strictObject({
      ...{ id, contractId: id, number: z.int(), versionId: id, description: text, level: text, state: text },
      ...{ parameters: z.record(text, z.json()), deviations: z.array(z.json()), calendars: z.record(text, z.json()) },
      ...{ fromAt: instant, untilAt: maybe(instant), verdict: maybe(text), note: maybe(text) },
      ...{ proposedBy: maybe(id), proposedAt: instant, decidedBy: maybe(id), decidedAt: maybe(instant) },
      decisionNote: maybe(text),
    }),
  },
  'contract-roles': {
    says: 'Who is named for the roles of a contract.',
    shape: z.strictObject({ contractId: id, side, role: text, personId: id, since: instant }),
  },
  exceptions: {
    says: 'How roles decided on exceptions from eligibility; the reasons are for the provider.',
    shape: z.strictObject({
      ...{ id, description: text, exception: text, role: text, grants: z.boolean(), note: maybe(text) },
      ...{ decidedBy: maybe(id), decidedAt: instant },
    }),
  },
  licences: {
    says: 'Rights to use products.',
    shape: z.strictObject({
      ...{ id, reference: z.int(), product: text, quantity: maybe(z.int()), validFrom: z.iso.date() },
      ...{ validUntil: maybe(z.iso.date()), revokedAt: maybe(instant), note: maybe(text) },
    }),
  },
  journal: {
    says: 'What happened, in the order of recording, with the seal that covers it.',
    shape: z.strictObject({
      ...{ id, position: z.int(), fact: text, subjectId: id, aboutId: maybe(id), contractId: maybe(id) },
      ...{ at: instant, recordedAt: instant, byPerson: maybe(id), bySide: text, onBehalfOf: maybe(id), via: text },
      ...{ audience: z.enum(['shared', 'internal']), data, title: maybe(text), note: maybe(text) },
      ...{ noteSalt: maybe(hex), noteDigest: maybe(hex), seal: maybe(z.int()), placeInSeal: maybe(z.int()) },
    }),
  },
  obligations: {
    says: 'The ledger: what each promise came to.',
    shape: z.strictObject({
      ...{ id, contractId: id, termsId: id, promise: text, form: text, title: text, side, role: text },
      ...{ subjectId: id, subject: text, cycle: z.int(), turn: z.int(), state: text, openedAt: instant },
      ...{ dueAt: maybe(instant), warnedAt: maybe(instant), metAt: maybe(instant), breachedAt: maybe(instant) },
      ...{ endedAt: maybe(instant), waivedAt: maybe(instant), because: maybe(text), severity: maybe(z.int()) },
      ...{ counted: maybe(z.int()), least: maybe(z.int()), most: maybe(z.int()), unit: maybe(text) },
      ...{ evidenceId: maybe(id) },
    }),
  },
  tickets: {
    says: 'Incidents and service requests as people see them; `id` is the subject of their facts.',
    shape: z.strictObject({
      ...{ id, reference: z.int(), kind: text, contractId: maybe(id), product: maybe(text), subject: text },
      ...{ requester: maybe(id), assignee: maybe(id), queue: maybe(text), channel: text, state: text },
      ...{
        severity: maybe(z.int()),
        side,
        receivedAt: instant,
        acknowledgedAt: maybe(instant),
        endedAt: maybe(instant),
      },
      ...{ endedBecause: maybe(text), mergedInto: maybe(id), followers: z.array(id) },
    }),
  },
  'ticket-messages': {
    says: 'What was written on tickets, in Markdown; `files` names the files that came with it.',
    shape: z.strictObject({
      ...{ id, ticketId: id, author: maybe(id), authorSide: text, audience: z.enum(['shared', 'internal']) },
      movedTo: maybe(id),
      ...{ body: text, at: instant, via: text, files: z.array(id) },
    }),
  },
  'ticket-relations': {
    says: 'Which tickets belong together.',
    shape: z.strictObject({ ticketId: id, says: text, otherId: id }),
  },
  waivers: {
    says: 'Agreements not to count a promise.',
    shape: z.strictObject({
      ...{ id, obligationId: id, reason: text, requestedBy: id, requestedAt: instant, state: text },
      ...{ decidedBy: maybe(id), decidedAt: maybe(instant), decisionNote: maybe(text) },
    }),
  },
  seals: {
    says: 'Batches of the journal, each with the hash of the one before.',
    shape: z.strictObject({
      ...{ number: z.int(), facts: z.int(), firstPosition: z.int(), lastPosition: z.int() },
      ...{ previousHash: hex, hash: hex, sealedAt: instant },
    }),
  },
  files: {
    says: 'Files; their content lies in the folder files under `id`. `facts` names the facts that carry them.',
    shape: z.strictObject({
      ...{ id, name: text, mediaType: text, size: z.int(), sha256: text, uploadedBy: maybe(id), uploadedAt: instant },
      ...{ facts: z.array(id) },
    }),
  },
} as const satisfies Record<string, { says: string; shape: z.ZodObject }>;

export type Kind = keyof typeof KINDS;
/** In the order in which an export lists them. */
export const KIND_NAMES = Object.keys(KINDS) as readonly Kind[];
