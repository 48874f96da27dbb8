/** Sends everything of an account as one archive. The database is read first, so that a slow reader holds no transaction. */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pipeline, Transform } from 'node:stream';
import { createGzip } from 'node:zlib';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Actor } from '../platform/database/actor.ts';
import type { Database } from '../platform/database/database.ts';
import type { FileStore } from '../platform/files/file-store.ts';
import { personOf } from '../platform/http/person-of.ts';
import { refuseApi, type AnyRefusal } from '../platform/http/refuse-api.ts';
import type { ExportDesk } from './export-desk.ts';
import { isSeen } from './export-views.ts';
import { beginExportProgress, type ExportProgress } from './export-progress.ts';
import { gatherTables } from './gather-tables.ts';
import { packExport } from './pack-export.ts';
import { readmeText } from './readme-text.ts';

type Asked = {
  readonly db: Database;
  /** Decides what is in it: of a customer's person nothing internal, and nobody of another account. */
  readonly actor: Actor;
  readonly accountId: string;
  readonly now: Temporal.Instant;
  readonly request: FastifyRequest;
  readonly reply: FastifyReply;
};
type Parts = { readonly files: FileStore; readonly desk: ExportDesk };
type Answer = { readonly ok: true; readonly sent: true } | { readonly ok: false; readonly refusal: AnyRefusal };

/** A reader that takes nothing for so long has gone, and gives up its place at the desk. */
const SILENT_MS = 5 * 60_000;

/**
 * Answers by itself. Tables lie in a temporary folder until the last byte is sent; memory holds a few hundred rows. Refuses
 * `record.not-found`, and as the desk does.
 */
export async function sendExport({ files, desk }: Parts, asked: Asked): Promise<Answer> {
  const { db, actor, accountId, request, reply } = asked;
  if (!(await db.read(actor, (tx) => isSeen(tx, accountId)))) return refuseApi('record.not-found');
  if (request.method === 'HEAD') {
    void reply.headers(headersOf(accountId)).send();
    return { ok: true, sent: true };
  }
  const place = desk.enter(personOf(actor));
  if (!place.ok) return place;
  const folder = await mkdtemp(join(tmpdir(), 'tamarack-export-'));
  const ids = { accountId, personId: personOf(actor) };
  const progress = await beginExportProgress(db, actor, ids).catch((error: unknown) => {
    place.value();
    throw error;
  });
  let leaving: Promise<void> | undefined;
  const leave = () =>
    (leaving ??= (async () => {
      await Promise.allSettled([rm(folder, { recursive: true, force: true }), progress.end()]);
      // At the very end, or what says how far it is would be the next one's.
      place.value();
    })());
  try {
    await send(files, folder, asked, progress, leave);
    return { ok: true, sent: true };
  } catch (error) {
    await leave();
    if (progress.givenUp.aborted) return refuseApi('state.not-possible', 'This export was given up.');
    throw error;
  }
}

async function send(
  files: FileStore,
  folder: string,
  { db, actor, accountId, now, reply }: Asked,
  progress: ExportProgress,
  leave: () => Promise<void>,
): Promise<void> {
  const names = await db.read(actor, (tx) => gatherTables(tx, accountId, folder, now, progress.gathered));
  const readme = readmeText(accountId, actor.side, now);
  const counted = new Transform({
    transform(chunk: Buffer, _encoding, done) {
      progress.sent(chunk.length);
      done(null, chunk);
    },
    // All of it is read. Whoever has the last byte may ask for the next one.
    flush(done) {
      void leave().finally(done);
    },
  });
  const archive = pipeline(
    packExport({ folder, names, readme, files, now }),
    createGzip(),
    counted,
    () => void leave(),
  );
  progress.givenUp.addEventListener('abort', () => archive.destroy(new Error('This export was given up.')));
  reply.raw.setTimeout(SILENT_MS, () => reply.raw.destroy());
  void reply.headers(headersOf(accountId)).send(archive);
}

function headersOf(accountId: string) {
  return {
    'content-type': 'application/gzip',
    'content-disposition': `attachment; filename="account-${accountId}.tar.gz"`,
    'cache-control': 'no-store',
    'x-content-type-options': 'nosniff',
  };
}
