/** One account in open formats, and the erasure of what is personal (GDPR, articles 17 and 20). */
import { z } from 'zod';
import { id } from '../wire/shapes.ts';
import { routeTable } from '../wire/route.ts';

const accountId = z.strictObject({ accountId: id });
const tag = 'Export and erasure';

export const exportRoutes = routeTable({
  'GET /accounts/:accountId/export': {
    summary:
      'Sends everything of an account that you may see as one archive (tar.gz) of JSON Lines, CSV, YAML and files.',
    tag,
    may: 'accounts.export',
    params: accountId,
    reply: 'file',
  },
  'POST /accounts/:accountId/people/:personId/erasure': {
    summary:
      'Erases a person of the customer: name, address, sign-in and what the person wrote; facts and figures stay.',
    tag,
    may: 'accounts.erase',
    params: z.strictObject({ accountId: id, personId: id }),
    body: z.strictObject({
      files: z.boolean().default(false).meta({ description: 'Also the files that the person uploaded here.' }),
    }),
    reply: 'nothing',
    refusals: ['record.not-found', 'state.not-possible'],
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
