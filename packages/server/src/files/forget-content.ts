/**
 * Erases bytes that belong to nobody any more: after a file was deleted or an account erased, and what failed uploads left.
 * The same content in another account keeps them.
 */
import { z } from 'zod';
import { SYSTEM } from '../platform/database/actor.ts';
import type { Database } from '../platform/database/database.ts';
import type { FileStore } from '../platform/files/file-store.ts';
import { task, type Daily, type Tasks } from '../platform/jobs/task.ts';
import { lockContent } from './account-file-store.ts';
import { unreferencedOf } from './account-file-views.ts';

/** An upload that has been silent for as long has lost its process. */
const SILENT_HOURS = 24;
const BATCH = 500;

/**
 * `forget-content` with `{ hashes }` looks at those contents; `sweep-files` at all that the store has, and at what killed
 * processes left half written. Both may run any number of times.
 */
export function fileTasks(files: FileStore): Tasks {
  return {
    'forget-content': task(z.object({ hashes: z.array(z.string()) }), ({ hashes }, { db }) =>
      forgetContent(db, files, hashes),
    ),
    'sweep-files': async (_payload, { db, now }) => {
      await files.sweep(now.subtract({ hours: SILENT_HOURS }));
      let batch: string[] = [];
      for await (const hash of files.list()) {
        batch.push(hash);
        if (batch.length < BATCH) continue;
        await forgetContent(db, files, batch);
        batch = [];
      }
      await forgetContent(db, files, batch);
    },
  };
}

/** Not on the hour, where everybody's jobs are. */
export const fileDaily: readonly Daily[] = [{ task: 'sweep-files', hour: 2, minute: 37 }];

/** Erases those of these contents to which no account has a row. */
export async function forgetContent(db: Database, files: FileStore, hashes: readonly string[]): Promise<void> {
  for (const hash of await db.read(SYSTEM, (tx) => unreferencedOf(tx, hashes)))
    await db.write(SYSTEM, async (tx) => {
      await lockContent(tx, hash);
      // Looked at again under the lock: an upload of the same content may have come first.
      const [still] = await unreferencedOf(tx, [hash]);
      if (still !== undefined) await files.remove(still);
      return { ok: true };
    });
}
