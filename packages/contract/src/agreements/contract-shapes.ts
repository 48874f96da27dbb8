/** Shapes of contracts: what is agreed, since when, and what somebody proposes. */
import { z } from 'zod';
import { id, instant, line, prose } from '../wire/shapes.ts';

const RENEWALS = ['none', 'automatic', 'on-agreement'] as const;
export const person = z.strictObject({ id, name: z.string() }).nullable();

const name = z.string().regex(/^[a-z][a-z0-9-]{0,79}$/, { error: 'expected a name: small letters, digits, hyphens' });

const deviation = z
  .strictObject({
    promise: name,
    level: name.exactOptional(),
    severity: z.int().min(1).max(9).exactOptional(),
    value: line(100),
  })
  .meta({ id: 'Deviation', description: 'A target agreed for this account, within the bounds that the promise sets.' });

/** What a contract agrees: a level of a version, and values as the language writes them. */
const agreedFields = {
  versionId: id,
  level: name,
  parameters: z
    .record(name, line(500))
    .refine((values) => Object.keys(values).length <= 100, { error: 'more than 100 parameters' }),
  deviations: z.array(deviation).max(200),
  calendars: z
    .record(name, z.unknown())
    .refine((calendars) => JSON.stringify(calendars).length <= 50_000, { error: 'more than 50,000 characters' })
    .meta({ description: "Calendars of the contract's own, as docs/language.md writes them (TX6)." }),
};

export const agreedBody = {
  ...agreedFields,
  parameters: agreedFields.parameters.default({}),
  deviations: agreedFields.deviations.default([]),
  calendars: agreedFields.calendars.default({}),
};

const contractTerms = z
  .strictObject({
    id,
    number: z.int(),
    ...agreedFields,
    title: z.string().meta({ description: 'The name of the service.' }),
    documentVersion: z.string(),
    descriptionId: id,
    levelTitle: z.string(),
    state: z.enum(['proposed', 'agreed', 'declined', 'withdrawn']),
    fromAt: instant,
    untilAt: instant.nullable(),
    verdict: z.enum(['stronger', 'weaker', 'neutral', 'cannot tell']).nullable().meta({
      description: 'What the change to these terms meant to the customer, all in all; null of the first ones.',
    }),
    note: z.string().nullable(),
    proposedBy: person,
    proposedAt: instant,
    decidedBy: person,
    decidedAt: instant.nullable(),
    decisionNote: z.string().nullable(),
  })
  .meta({ id: 'ContractTerms', description: 'What a contract agrees, from when to when.' });

export const contract = z
  .strictObject({
    id,
    reference: z.int(),
    name: z.string(),
    state: z.enum(['proposed', 'upcoming', 'running', 'ended']),
    extends: z.strictObject({ id, name: z.string() }).nullable().meta({
      description: 'The contract of a base service to which this one adds (TX14).',
    }),
    startsAt: instant,
    endsAt: instant.nullable(),
    renewal: z.enum(RENEWALS),
    renewalMonths: z.int().nullable(),
    noticeDays: z.int().nullable(),
    noticeUntil: instant.nullable().meta({ description: 'Until when notice can be given before it is renewed.' }),
    ending: z
      .strictObject({ recordedAt: instant, recordedBy: person, note: z.string() })
      .nullable()
      .meta({ description: 'That it ends at endsAt and is not renewed, and who recorded it.' }),
    signedForCustomerBy: z.string().nullable(),
    signedAt: instant.nullable(),
    createdBy: person,
    createdAt: instant,
    current: contractTerms.nullable().meta({ description: 'The terms in force, or those with which it begins.' }),
    proposed: contractTerms.nullable().meta({ description: 'A change that waits for the approver of the customer.' }),
    history: z.array(contractTerms).meta({ description: 'All terms, the newest first.' }),
    version: z.int(),
  })
  .meta({ id: 'Contract', description: 'An agreement of the account with a level of a service.' });

export const newContract = z
  .strictObject({
    name: line(200),
    ...agreedBody,
    extendsId: id.nullable().default(null),
    startsAt: instant,
    endsAt: instant.nullable().default(null),
    renewal: z.enum(RENEWALS).default('none'),
    renewalMonths: z.int().min(1).max(120).nullable().default(null),
    noticeDays: z.int().min(0).max(730).nullable().default(null),
    signedForCustomerBy: line(200).nullable().default(null),
    signedAt: instant.nullable().default(null),
    note: prose(4000).default(''),
  })
  .refine(({ startsAt, endsAt }) => endsAt === null || endsAt > startsAt, {
    error: 'a contract ends after it begins',
    path: ['endsAt'],
  })
  .refine(
    ({ renewal, endsAt, renewalMonths }) => renewal !== 'automatic' || (endsAt !== null && renewalMonths !== null),
    {
      error: 'a contract that renews itself has an end and says for how many months',
      path: ['renewal'],
    },
  );
