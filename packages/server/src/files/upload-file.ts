/**
 * Takes a file in. First the bytes, durably, then the row: what breaks in between leaves content without a name, which the
 * next sweep erases, and never a name without content.
 */
import { createHash } from 'node:crypto';
import { Readable } from 'node:stream';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Actor } from '../platform/database/actor.ts';
import type { Database } from '../platform/database/database.ts';
import type { FileStore, StoredFile } from '../platform/files/file-store.ts';
import { safeFileName } from '../platform/files/safe-file-name.ts';
import { claimKey, keepAnswer } from '../platform/http/idempotency-store.ts';
import { personOf } from '../platform/http/person-of.ts';
import { refuseApi, type ApiResult } from '../platform/http/refuse-api.ts';
import type { Tx } from '../platform/database/tx.ts';
import { insertFile, lockContent, lockFilesOf } from './account-file-store.ts';
import { fileById, heldBy, type AccountFile } from './account-file-views.ts';
import { forgetContent } from './forget-content.ts';
import { noRoomFor } from './limits.ts';

type Upload = {
  readonly db: Database;
  readonly actor: Actor;
  readonly request: FastifyRequest;
  readonly reply: FastifyReply;
  readonly accountId: string;
  readonly name: string;
  readonly now: Temporal.Instant;
};
type Place = { readonly files: FileStore; readonly maxBytes: number };

export async function uploadFile({ files, maxBytes }: Place, upload: Upload): Promise<ApiResult<AccountFile>> {
  const { db, actor, request, accountId } = upload;
  const { body } = request;
  if (!(body instanceof Readable)) return refuseApi('request.wrong-type');
  const announced = Number(request.headers['content-length'] ?? 0);
  if (announced > maxBytes) return unread(upload, refuseApi('request.too-large', tooLarge(maxBytes)));
  const full = noRoomFor(announced, await db.read(actor, (tx) => heldBy(tx, accountId)));
  if (full !== undefined) return unread(upload, refuseApi('state.not-possible', full));
  const put = await files.put(body, { maxBytes });
  if (!put.ok) return unread(upload, refuseApi('request.too-large', tooLarge(maxBytes)));
  const kept = await db.write(actor, (tx) => keep(tx, files, put.value, upload));
  // Not left for the sweep: refused uploads could fill the disk until night.
  if (!kept.ok) await forgetContent(db, files, [put.value.hash]);
  return kept;
}

function tooLarge(maxBytes: number): string {
  return `The file is larger than ${maxBytes} bytes.`;
}

/** What is still coming is not waited for: the connection ends with the refusal. */
function unread<T>({ reply }: Upload, refused: T): T {
  reply.header('connection', 'close');
  return refused;
}

async function keep(
  tx: Tx,
  files: FileStore,
  stored: StoredFile,
  { actor, request, accountId, name, now }: Upload,
): Promise<ApiResult<AccountFile>> {
  if (stored.size === 0) return refuseApi('value.not-allowed', 'The file is empty.');
  const personId = personOf(actor);
  const claim = claimOf(request, personId, stored.hash);
  const earlier = claim && (await claimKey(tx, claim, now));
  if (earlier)
    return earlier.request_hash === claim.requestHash
      ? { ok: true, value: earlier.answer as AccountFile }
      : refuseApi('request.key-reused');
  await lockFilesOf(tx, accountId);
  const full = noRoomFor(stored.size, await heldBy(tx, accountId));
  if (full !== undefined) return refuseApi('state.not-possible', full);
  await lockContent(tx, stored.hash);
  // The same content may have lost its last owner, and been erased, since it was put.
  if (!(await files.has(stored.hash))) return refuseApi('server.busy', 'The file could not be kept; send it again.');
  const fileName = safeFileName(name);
  const id = await insertFile(tx, { ...stored, accountId, name: fileName, personId, side: actor.side }, now);
  const file = await fileById(tx, accountId, id);
  if (!file) throw new Error('A file that was just uploaded is not there.');
  if (claim) keepAnswer(tx, claim, file);
  return { ok: true, value: file };
}

/** The platform does this for calls whose body it has read; here the content is part of what must be the same. */
function claimOf({ headers, method, url }: FastifyRequest, personId: string, contentHash: string) {
  const key = headers['idempotency-key'];
  if (typeof key !== 'string' || key === '' || key.length > 200) return undefined;
  const requestHash = createHash('sha256').update(`${method} ${url}\n${contentHash}`).digest('hex');
  return { personId, key, requestHash };
}
