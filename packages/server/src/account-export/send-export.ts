/** Sends everything of an account as one archive. The database is read first, so that a slow reader holds no transaction. */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pipeline } from 'node:stream';
import { createGzip } from 'node:zlib';
import type { FastifyReply } from 'fastify';
import type { Actor } from '../platform/database/actor.ts';
import type { Database } from '../platform/database/database.ts';
import type { FileStore } from '../platform/files/file-store.ts';
import { gatherTables } from './gather-tables.ts';
import { packExport } from './pack-export.ts';
import { readmeText } from './readme-text.ts';

type Asked = {
  readonly db: Database;
  /** Decides what is in it: of a customer's person nothing internal, and nobody of another account. */
  readonly actor: Actor;
  readonly accountId: string;
  readonly now: Temporal.Instant;
  readonly reply: FastifyReply;
};

/** Answers by itself. Tables lie in a temporary folder until the last byte is sent; memory holds a few hundred rows. */
export async function sendExport(
  files: FileStore,
  { db, actor, accountId, now, reply }: Asked,
): Promise<{ readonly ok: true; readonly sent: true }> {
  const folder = await mkdtemp(join(tmpdir(), 'tamarack-export-'));
  const forget = () => void rm(folder, { recursive: true, force: true }).catch(() => undefined);
  try {
    const names = await db.read(actor, (tx) => gatherTables(tx, accountId, folder));
    const readme = readmeText(accountId, actor.side, now);
    const archive = pipeline(packExport({ folder, names, readme, files, now }), createGzip(), forget);
    void reply
      .headers({
        'content-type': 'application/gzip',
        'content-disposition': `attachment; filename="account-${accountId}.tar.gz"`,
        'cache-control': 'no-store',
        'x-content-type-options': 'nosniff',
      })
      .send(archive);
    return { ok: true, sent: true };
  } catch (error) {
    forget();
    throw error;
  }
}
