/** Service descriptions and their versions: drafted, checked, compared, approved, and then never changed (CA1). */
import { z } from 'zod';
import { differences } from './differences.ts';
import { documentModel } from './document-model.ts';
import { date, id, instant, prose } from '../wire/shapes.ts';
import { routeTable } from '../wire/route.ts';

/** As core's reader: what is longer is no description. */
const source = z
  .string()
  .max(500_000, { error: 'a description has at most 500,000 characters' })
  .meta({ description: 'The description as YAML; docs/language.md is the reference.' });

const STATES = ['draft', 'in-review', 'published', 'rejected'] as const;
const person = z.strictObject({ id, name: z.string() }).nullable();

const finding = z
  .strictObject({
    level: z.enum(['error', 'warning']),
    code: z.string(),
    sentence: z.string(),
    expected: z.string().nullable(),
    suggestion: z.string().nullable(),
    line: z.int(),
    column: z.int(),
    endLine: z.int(),
    endColumn: z.int(),
  })
  .meta({ id: 'Finding', description: 'Something that the checker has to say; lines and columns count from 1.' });

const findings = {
  findings: z.array(finding).meta({ description: 'In the order of the text; at most 500.' }),
  errors: z.int(),
  warnings: z.int(),
};

const versionRow = z
  .strictObject({
    id,
    number: z.int(),
    title: z.string(),
    documentVersion: z.string().meta({ description: 'The version as its document control says.' }),
    state: z.enum(STATES),
    owner: z.string(),
    approver: z.string().meta({ description: 'Who approves it, as its document control says.' }),
    changeNote: z.string(),
    createdBy: person,
    createdAt: instant,
    submittedBy: person,
    submittedAt: instant.nullable(),
    decidedBy: person,
    decidedAt: instant.nullable(),
    decisionNote: z.string().nullable(),
    contracts: z.int().meta({ description: 'How many contracts of the accounts that you see are on it now.' }),
  })
  .meta({ id: 'DescriptionVersionRow', description: 'A version of a description.' });

const versionDetail = z
  .strictObject({
    ...versionRow.shape,
    descriptionId: id,
    reference: z.string(),
    source,
    ...findings,
    mayApprove: z.boolean().meta({ description: 'Whether you may approve or reject it now.' }),
    approvalRule: z.string().meta({ description: 'Who may approve it, in a sentence.' }),
    version: z.int(),
  })
  .meta({ id: 'DescriptionVersion', description: 'A version of a description with its text and findings.' });

const level = z.strictObject({ name: z.string(), title: z.string(), says: z.string().nullable() });

const descriptionRow = z
  .strictObject({
    id,
    reference: z.string(),
    title: z.string(),
    published: z.strictObject({ id, documentVersion: z.string(), decidedAt: instant }).nullable(),
    inWork: z.strictObject({ id, documentVersion: z.string(), state: z.enum(['draft', 'in-review']) }).nullable(),
    approver: z.string().meta({
      description: 'Who approves it: as the version in work says, else the published one; empty where neither is.',
    }),
    versions: z.int(),
    contracts: z.int(),
  })
  .meta({ id: 'DescriptionRow', description: 'A service description in a list.' });

const tag = 'Descriptions';
const descriptionId = z.strictObject({ descriptionId: id });
const versionIds = z.strictObject({ descriptionId: id, versionId: id });
const ofLevel = z.strictObject({
  level: z.string().max(100).optional().meta({ description: 'Only this level, with what it includes.' }),
});
const decision = z.strictObject({ note: prose(4000).default('') });

export const descriptionRoutes = routeTable({
  'GET /descriptions': {
    summary: 'Lists the service descriptions, by reference.',
    tag,
    may: 'descriptions.read',
    reply: z.strictObject({ rows: z.array(descriptionRow) }),
  },
  'POST /descriptions': {
    summary: 'Drafts a description, or the next version of one whose reference is known.',
    tag,
    may: 'descriptions.write',
    body: z.strictObject({ source, changeNote: prose(4000).default('') }),
    reply: versionDetail,
    creates: true,
    refusals: ['value.not-allowed', 'state.not-possible'],
  },
  'POST /descriptions/check': {
    summary: 'Checks a description without keeping it.',
    tag,
    may: 'descriptions.read',
    body: z.strictObject({ source }),
    reply: z.strictObject(findings),
    refusals: ['server.busy'],
  },
  'GET /descriptions/schema': {
    summary: 'Gives the JSON Schema of descriptions, for editors.',
    tag,
    may: 'descriptions.read',
    reply: z.record(z.string(), z.unknown()),
  },
  'GET /descriptions/examples': {
    summary: 'Lists the descriptions that come with Tamarack, as starting points.',
    tag,
    may: 'descriptions.read',
    reply: z.strictObject({
      rows: z.array(
        z
          .strictObject({ name: z.string(), title: z.string(), summary: z.string(), source })
          .meta({ id: 'DescriptionExample' }),
      ),
    }),
  },
  'GET /descriptions/published': {
    summary: 'Lists what can be sold: the published versions with their levels, the newest of each description first.',
    tag,
    may: 'contracts.write',
    reply: z.strictObject({
      rows: z.array(
        z
          .strictObject({
            id,
            descriptionId: id,
            reference: z.string(),
            title: z.string(),
            documentVersion: z.string(),
            date,
            isAddOn: z.boolean().meta({ description: 'It extends the contract of a base service (TX14).' }),
            isNewest: z.boolean(),
            levels: z.array(level),
          })
          .meta({ id: 'PublishedVersion' }),
      ),
    }),
  },
  'GET /descriptions/:descriptionId': {
    summary: 'Shows a description with all its versions, the newest first.',
    tag,
    may: 'descriptions.read',
    params: descriptionId,
    reply: z.strictObject({
      id,
      reference: z.string(),
      title: z.string(),
      createdAt: instant,
      versions: z.array(versionRow),
    }),
  },
  'GET /descriptions/:descriptionId/versions/:versionId': {
    summary: 'Shows a version with its text and what the checker says of it.',
    tag,
    may: 'descriptions.read',
    params: versionIds,
    reply: versionDetail,
  },
  'PUT /descriptions/:descriptionId/versions/:versionId/source': {
    summary: 'Writes the text of a draft.',
    tag,
    may: 'descriptions.write',
    params: versionIds,
    body: z.strictObject({ source, changeNote: prose(4000).exactOptional() }),
    reply: versionDetail,
    edits: true,
    refusals: ['record.not-found', 'value.not-allowed', 'state.not-possible', 'server.busy'],
  },
  'DELETE /descriptions/:descriptionId/versions/:versionId': {
    summary: 'Throws a draft away.',
    tag,
    may: 'descriptions.write',
    params: versionIds,
    reply: 'nothing',
    edits: true,
    refusals: ['record.not-found', 'state.not-possible'],
  },
  'GET /descriptions/:descriptionId/versions/:versionId/differences': {
    summary: 'Says in words what changed since the version before, and whether that is stronger or weaker.',
    tag,
    may: 'descriptions.read',
    params: versionIds,
    query: z.strictObject({
      with: id.optional().meta({ description: 'Another version of the description; else the published one before.' }),
    }),
    reply: z.strictObject({
      comparedWith: z.strictObject({ id, documentVersion: z.string() }).nullable(),
      ...differences,
    }),
    refusals: ['record.not-found', 'state.not-possible', 'server.busy'],
  },
  'GET /descriptions/:descriptionId/versions/:versionId/document': {
    summary: 'Gives the document that a customer signs, as data.',
    tag,
    may: 'descriptions.read',
    params: versionIds,
    query: ofLevel,
    reply: documentModel,
    refusals: ['record.not-found', 'state.not-possible', 'server.busy'],
  },
  'GET /descriptions/:descriptionId/versions/:versionId/page': {
    summary: 'Gives the document that a customer signs, as one HTML page that prints well.',
    tag,
    may: 'descriptions.read',
    params: versionIds,
    query: ofLevel,
    reply: 'file',
    refusals: ['record.not-found', 'state.not-possible', 'server.busy'],
  },
  'POST /descriptions/:descriptionId/versions/:versionId/submission': {
    summary: 'Submits a draft without errors for approval.',
    tag,
    may: 'descriptions.write',
    params: versionIds,
    body: z.strictObject({ changeNote: prose(4000).exactOptional() }),
    reply: versionDetail,
    edits: true,
    refusals: ['record.not-found', 'value.not-allowed', 'state.not-possible', 'server.busy'],
  },
  'POST /descriptions/:descriptionId/versions/:versionId/withdrawal': {
    summary: 'Takes a submitted version back to work on it.',
    tag,
    may: 'descriptions.write',
    params: versionIds,
    body: z.strictObject({}),
    reply: versionDetail,
    edits: true,
    refusals: ['record.not-found', 'state.not-possible'],
  },
  'POST /descriptions/:descriptionId/versions/:versionId/approval': {
    summary: 'Approves a submitted version: it is published and never changes again.',
    tag,
    may: 'descriptions.approve',
    params: versionIds,
    body: decision,
    reply: versionDetail,
    edits: true,
    refusals: ['record.not-found', 'access.denied', 'state.not-possible'],
  },
  'POST /descriptions/:descriptionId/versions/:versionId/rejection': {
    summary: 'Rejects a submitted version; a new draft can follow.',
    tag,
    may: 'descriptions.approve',
    params: versionIds,
    body: decision,
    reply: versionDetail,
    edits: true,
    refusals: ['record.not-found', 'access.denied', 'state.not-possible'],
  },
});
