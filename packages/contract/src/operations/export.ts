/** One account in open formats, and the erasure of what is personal (GDPR, articles 17 and 20). */
import { z } from 'zod';
import { id } from '../wire/shapes.ts';
import { routeTable } from '../wire/route.ts';

const accountId = z.strictObject({ accountId: id });
const personId = z.strictObject({ personId: id });
const tag = 'Export and erasure';
const count = z.int().min(0);
const words = count.meta({ description: 'Facts that lose their title and note.' });
const bytes = count.meta({ description: 'What these files hold together.' });

const accountErasure = z
  .strictObject({
    name: z.string().meta({ description: 'What has to be given to erase it.' }),
    isErased: z.boolean(),
    running: z.array(z.string()).meta({ description: 'Contracts that still run: they have to end first.' }),
    goes: z.strictObject({ people: count, words, files: count, bytes }),
    stays: z.strictObject({
      people: count.meta({ description: 'Who belongs to another account too, and stays there.' }),
      ...{ facts: count, obligations: count, seals: count },
    }),
  })
  .meta({ id: 'AccountErasure' });

const personErasure = z
  .strictObject({
    name: z.string(),
    isErased: z.boolean(),
    side: z.enum(['provider', 'customer']).meta({ description: 'People of the provider are never erased.' }),
    accounts: z.array(z.string()).meta({ description: 'Where the person belongs, and is taken out everywhere.' }),
    goes: z.strictObject({ words, files: count, bytes }),
    stays: z.strictObject({ facts: count }),
  })
  .meta({ id: 'PersonErasure' });

const exportProgress = z
  .strictObject({
    isUnderWay: z.boolean(),
    isSending: z.boolean().meta({ description: 'The rows are gathered, and the archive is on its way.' }),
    rows: count.meta({ description: 'Gathered so far.' }),
    bytes: count.meta({ description: 'Sent so far.' }),
  })
  .meta({ id: 'ExportProgress' });

export const exportRoutes = routeTable({
  'GET /accounts/:accountId/export': {
    summary:
      'Sends everything of an account that you may see as one archive (tar.gz) of JSON Lines, CSV, YAML and files.',
    tag,
    may: 'accounts.export',
    params: accountId,
    reply: 'file',
    refusals: ['record.not-found', 'state.not-possible', 'server.busy'],
  },
  'GET /accounts/:accountId/export/progress': {
    summary: 'Says how far the export is that you asked for.',
    tag,
    may: 'accounts.export',
    params: accountId,
    reply: exportProgress,
    refusals: ['record.not-found'],
  },
  'DELETE /accounts/:accountId/export': {
    summary: 'Gives up the export that you asked for, if one is under way.',
    tag,
    may: 'accounts.export',
    params: accountId,
    reply: 'nothing',
    refusals: ['record.not-found'],
  },
  'GET /people/:personId/erasure': {
    summary: 'Says beforehand what the erasure of a person would take, in every account, and what would stay.',
    tag,
    may: 'accounts.erase',
    params: personId,
    reply: personErasure,
    refusals: ['record.not-found'],
  },
  'POST /people/:personId/erasure': {
    summary:
      'Erases a person of a customer everywhere: name, address, sign-in and what the person wrote; facts and figures stay.',
    tag,
    may: 'accounts.erase',
    params: personId,
    body: z.strictObject({
      files: z.boolean().default(false).meta({ description: 'Also the files that the person uploaded.' }),
    }),
    reply: 'nothing',
    refusals: ['record.not-found', 'state.not-possible'],
  },
  'GET /accounts/:accountId/erasure': {
    summary: 'Says beforehand what the erasure of an account would take, what would stay, and what is in its way.',
    tag,
    may: 'accounts.erase',
    params: accountId,
    reply: accountErasure,
    refusals: ['record.not-found'],
  },
  'POST /accounts/:accountId/erasure': {
    summary:
      'Erases an account for good: its name, its people, what was written and its files; the figures of the ledger stay.',
    tag,
    may: 'accounts.erase',
    params: accountId,
    body: z.strictObject({
      name: z.string().max(200).meta({ description: 'The name of the account, so that nobody erases the wrong one.' }),
    }),
    reply: 'nothing',
    refusals: ['record.not-found', 'state.not-possible', 'value.not-allowed'],
  },
});
