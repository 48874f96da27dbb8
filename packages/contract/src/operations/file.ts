/** Files of an account: evidence for facts, attachments of what people write. */
import { z } from 'zod';
import { id, instant } from '../wire/shapes.ts';
import { routeTable } from '../wire/route.ts';

/** Bytes of one file. Larger ones (dumps, traces) have homes of their own; a link to them is enough. */
const LARGEST_FILE = 100 * 1024 * 1024;

const file = z
  .strictObject({
    id,
    name: z.string(),
    size: z.int().meta({ description: 'Bytes.' }),
    mediaType: z.string().meta({ description: 'Told from the content, not from the name.' }),
    sha256: z.string(),
    side: z.enum(['provider', 'customer']).meta({ description: 'Whose people uploaded it.' }),
    uploadedBy: z.string().nullable(),
    uploadedAt: instant,
    isReferredTo: z.boolean().meta({ description: 'A fact refers to it, so it cannot be deleted.' }),
  })
  .meta({ id: 'File', description: 'A file of an account.' });

const fileIds = z.strictObject({ accountId: id, fileId: id });
const tag = 'Files';

export const fileRoutes = routeTable({
  'POST /accounts/:accountId/files': {
    summary: 'Uploads a file.',
    tag,
    may: 'files.write',
    params: z.strictObject({ accountId: id }),
    query: z.strictObject({
      name: z.string().min(1).max(1000).meta({ description: 'What it is called; made safe before it is kept.' }),
    }),
    upload: { maxBytes: LARGEST_FILE },
    reply: file,
    creates: true,
    refusals: ['value.not-allowed', 'state.not-possible', 'request.key-reused'],
  },
  'GET /accounts/:accountId/files/:fileId': {
    summary: 'Gives the content of a file.',
    tag,
    may: 'files.read',
    params: fileIds,
    reply: 'file',
  },
  'GET /accounts/:accountId/files/:fileId/info': {
    summary: 'Shows what is known of a file.',
    tag,
    may: 'files.read',
    params: fileIds,
    reply: file,
  },
  'DELETE /accounts/:accountId/files/:fileId': {
    summary: 'Deletes a file that no fact refers to.',
    tag,
    may: 'files.write',
    params: fileIds,
    reply: 'nothing',
    refusals: ['state.not-possible'],
  },
});
