/** Gives the bytes of a file to whoever may see it. */
import { Readable } from 'node:stream';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Actor } from '../platform/database/actor.ts';
import type { Database } from '../platform/database/database.ts';
import type { FileStore } from '../platform/files/file-store.ts';
import { servingHeaders } from '../platform/files/serving-headers.ts';
import { refuseApi } from '../platform/http/refuse-api.ts';
import { fileById } from './account-file-views.ts';

type Asked = {
  readonly db: Database;
  readonly actor: Actor;
  readonly request: FastifyRequest;
  readonly reply: FastifyReply;
  readonly accountId: string;
  readonly fileId: string;
};

export async function sendFile(
  files: FileStore,
  { db, actor, request, reply, accountId, fileId }: Asked,
): Promise<{ readonly ok: true; readonly sent: true } | ReturnType<typeof refuseApi>> {
  const file = await db.read(actor, (tx) => fileById(tx, accountId, fileId));
  if (!file) return refuseApi('record.not-found');
  const content = await files.open(file.sha256);
  // Every row has its bytes; if not, the store has lost them and the administrator has to know.
  if (!content) throw new Error(`The content of file ${fileId} is not in the file store.`);
  const isHead = request.method === 'HEAD';
  if (isHead) content.destroy();
  // To HEAD Fastify writes the length 0 where nothing is sent, and reads a stream to its end.
  const body = isHead ? Readable.from([]) : content;
  void reply.headers(servingHeaders(file)).header('content-length', file.size).send(body);
  return { ok: true, sent: true };
}
