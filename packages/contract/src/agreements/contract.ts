/** Contracts of an account: agreed, moved, renewed, ended; and what the customer is entitled to by them. */
import { z } from 'zod';
import { differences } from './differences.ts';
import { agreedBody, contract, newContract, person } from './contract-shapes.ts';
import { documentModel } from './document-model.ts';
import { entitlements } from './entitlements.ts';
import { id, instant, line, prose } from '../wire/shapes.ts';
import { routeTable } from '../wire/route.ts';

const tag = 'Contracts';
const accountId = z.strictObject({ accountId: id });
const contractIds = z.strictObject({ accountId: id, contractId: id });
const termsIds = z.strictObject({ accountId: id, contractId: id, termsId: id });

const change = z.strictObject({
  ...agreedBody,
  fromAt: instant.nullable().default(null).meta({ description: 'From when it holds; now where it is left out.' }),
  note: prose(4000).default(''),
});

const preview = z
  .strictObject({
    ...differences,
    verdict: z.enum(['stronger', 'weaker', 'neutral', 'cannot tell']),
    needsApproval: z.boolean().meta({
      description: "Whether the customer's approver has to agree: something gets weaker, or nobody can tell (CA15).",
    }),
    approvers: z
      .array(z.strictObject({ id, name: z.string() }))
      .meta({ description: 'Who can agree for the customer.' }),
  })
  .meta({ id: 'ChangePreview', description: 'What a change of a contract means to the customer.' });

const parameter = z.strictObject({
  name: z.string(),
  is: z.enum(['times', 'duration', 'quantity', 'calendar', 'text']),
  says: z.string(),
  bounds: z.string().nullable(),
  agreed: z.string().nullable().meta({ description: 'What holds where the contract says nothing.' }),
  required: z.boolean(),
});

const deviationToAgree = z.strictObject({
  promise: z.string(),
  title: z.string(),
  says: z.string().nullable(),
  rows: z.array(
    z.strictObject({
      severity: z.int().nullable(),
      target: z.string(),
      bounds: z.array(z.strictObject({ bound: z.enum(['tightest', 'loosest', 'least', 'most']), value: z.string() })),
    }),
  ),
});

export const contractRoutes = routeTable({
  'GET /descriptions/:descriptionId/versions/:versionId/agreeable': {
    summary: 'Tells what a contract at a level has to fill in and may agree otherwise, with the bounds.',
    tag,
    may: 'contracts.write',
    params: z.strictObject({ descriptionId: id, versionId: id }),
    query: z.strictObject({ level: z.string().max(100) }),
    reply: z.strictObject({
      parameters: z.array(parameter),
      deviations: z.array(deviationToAgree),
      calendars: z.array(z.strictObject({ name: z.string(), title: z.string() })),
      isAddOn: z.boolean(),
      attachesTo: z.string().nullable().meta({ description: 'To what an add-on attaches, in words.' }),
    }),
    refusals: ['record.not-found'],
  },
  'GET /accounts/:accountId/contracts': {
    summary: 'Lists the contracts of an account with what they agree.',
    tag,
    may: 'contracts.read',
    params: accountId,
    reply: z.strictObject({ rows: z.array(contract) }),
  },
  'POST /accounts/:accountId/contracts': {
    summary: 'Records a signed contract. One that begins before today waits for the approver of the customer.',
    tag,
    may: 'contracts.write',
    params: accountId,
    body: newContract,
    reply: contract,
    creates: true,
    refusals: ['record.not-found', 'value.not-allowed', 'state.not-possible'],
  },
  'GET /accounts/:accountId/contracts/:contractId': {
    summary: 'Shows a contract with all its terms.',
    tag,
    may: 'contracts.read',
    params: contractIds,
    reply: contract,
  },
  'PATCH /accounts/:accountId/contracts/:contractId': {
    summary: 'Gives a contract another name.',
    tag,
    may: 'contracts.write',
    params: contractIds,
    body: z.strictObject({ name: line(200) }),
    reply: contract,
    edits: true,
  },
  'POST /accounts/:accountId/contracts/:contractId/changes/preview': {
    summary: 'Shows what a change of version, level or values would mean, promise by promise, and changes nothing.',
    tag,
    may: 'contracts.write',
    params: contractIds,
    body: change,
    reply: preview,
    refusals: ['record.not-found', 'value.not-allowed', 'state.not-possible'],
  },
  'POST /accounts/:accountId/contracts/:contractId/changes': {
    summary:
      'Changes a contract. What is only stronger is agreed at once; anything else waits for the approver (CA15).',
    tag,
    may: 'contracts.write',
    params: contractIds,
    body: change,
    reply: contract,
    edits: true,
    refusals: ['record.not-found', 'value.not-allowed', 'state.not-possible'],
  },
  'GET /accounts/:accountId/contracts/:contractId/changes/:termsId/differences': {
    summary: 'Shows what a change means or meant, promise by promise, against the terms before.',
    tag,
    may: 'contracts.read',
    params: termsIds,
    reply: preview,
    refusals: ['record.not-found', 'state.not-possible'],
  },
  'POST /accounts/:accountId/contracts/:contractId/changes/:termsId/decision': {
    summary: 'Agrees to a proposed change or declines it, for the customer.',
    tag,
    may: 'contracts.approve',
    params: termsIds,
    body: z.strictObject({ agrees: z.boolean(), note: prose(4000).default('') }),
    reply: contract,
    refusals: ['record.not-found', 'state.not-possible'],
  },
  'POST /accounts/:accountId/contracts/:contractId/changes/:termsId/withdrawal': {
    summary: 'Takes a proposed change back.',
    tag,
    may: 'contracts.write',
    params: termsIds,
    body: z.strictObject({ note: prose(4000).default('') }),
    reply: contract,
    refusals: ['record.not-found', 'state.not-possible'],
  },
  'POST /accounts/:accountId/contracts/:contractId/renewal': {
    summary: 'Renews a contract: moves its end to a later instant.',
    tag,
    may: 'contracts.write',
    params: contractIds,
    body: z.strictObject({ endsAt: instant, note: prose(4000).default('') }),
    reply: contract,
    edits: true,
    refusals: ['record.not-found', 'value.not-allowed', 'state.not-possible'],
  },
  'POST /accounts/:accountId/contracts/:contractId/ending': {
    summary: 'Records that a contract ends, at an instant that lies not before now, and is not renewed.',
    tag,
    may: 'contracts.write',
    params: contractIds,
    body: z.strictObject({ endsAt: instant.nullable().default(null), note: prose(4000).default('') }),
    reply: contract,
    edits: true,
    refusals: ['record.not-found', 'value.not-allowed', 'state.not-possible'],
  },
  'GET /accounts/:accountId/contracts/:contractId/document': {
    summary: 'Gives the document of the contract’s level, as data.',
    tag,
    may: 'contracts.read',
    params: contractIds,
    query: z.strictObject({
      termsId: id.optional().meta({ description: 'Of these terms, such as proposed ones; else of those in force.' }),
    }),
    reply: documentModel,
    refusals: ['record.not-found'],
  },
  'GET /accounts/:accountId/contracts/:contractId/page': {
    summary: 'Gives the document of the contract’s level, as one HTML page that prints well.',
    tag,
    may: 'contracts.read',
    params: contractIds,
    query: z.strictObject({
      termsId: id.optional().meta({ description: 'Of these terms, such as proposed ones; else of those in force.' }),
    }),
    reply: 'file',
    refusals: ['record.not-found'],
  },
  'GET /accounts/:accountId/entitlements': {
    summary: 'Shows what the customer is entitled to: seats, scope and eligibility, with their arithmetic.',
    tag,
    may: 'contracts.read',
    params: accountId,
    reply: entitlements,
  },
  'GET /accounts/:accountId/eligibility': {
    summary: 'Tells whether the account can have a version at a level, and by which rule or exception (GL1).',
    tag,
    may: 'contracts.write',
    params: accountId,
    query: z.strictObject({ versionId: id, level: z.string().max(100) }),
    reply: entitlements.shape.contracts.element.shape.eligibility,
    refusals: ['record.not-found'],
  },
  'POST /accounts/:accountId/exceptions': {
    summary: 'Puts on record how a role decided on an exception from eligibility (GL1).',
    tag,
    may: 'contracts.write',
    params: accountId,
    body: z.strictObject({
      versionId: id,
      exception: z.string().max(80),
      role: z.string().max(80),
      grants: z.boolean(),
      note: prose(4000).default(''),
    }),
    reply: z.strictObject({
      id,
      exception: z.string(),
      role: z.string(),
      grants: z.boolean(),
      decidedBy: person,
      decidedAt: instant,
    }),
    creates: true,
    refusals: ['record.not-found', 'value.not-allowed'],
  },
});
