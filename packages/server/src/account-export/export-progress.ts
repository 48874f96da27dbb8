/** Counts how far an export is, says so every second where every server can read it, and hears that it was given up. */
import type { Actor } from '../platform/database/actor.ts';
import type { Database } from '../platform/database/database.ts';
import { deleteProgress, insertProgress, saveProgress, type ExportIds } from './progress-store.ts';

export type ExportProgress = {
  /** Rows were gathered; throws once it was given up. */
  readonly gathered: (rows: number) => void;
  /** Bytes went out. */
  readonly sent: (bytes: number) => void;
  /** Aborted when it was given up. */
  readonly givenUp: AbortSignal;
  readonly end: () => Promise<void>;
};

const SAID_EVERY_MS = 1000;

export async function beginExportProgress(db: Database, actor: Actor, ids: ExportIds): Promise<ExportProgress> {
  const given = new AbortController();
  let [rows, bytes, isSending] = [0, 0, false];
  const write = <T>(act: (tx: Parameters<typeof insertProgress>[0]) => Promise<T>) =>
    db.write(actor, async (tx) => ({ ok: true as const, value: await act(tx) }));
  await write((tx) => insertProgress(tx, ids));
  let saying: Promise<unknown> = Promise.resolve();
  const say = async () => {
    const said = await write((tx) => saveProgress(tx, ids, { isSending, rows, bytes }));
    if (said.value) given.abort();
  };
  // How far it is may go unsaid for once; the export itself goes on.
  const timer = setInterval(() => {
    saying = say().catch(() => undefined);
  }, SAID_EVERY_MS);
  return {
    gathered: (more) => {
      given.signal.throwIfAborted();
      rows += more;
    },
    sent: (more) => {
      isSending = true;
      bytes += more;
    },
    givenUp: given.signal,
    end: async () => {
      clearInterval(timer);
      await saying;
      await write((tx) => deleteProgress(tx, ids));
    },
  };
}
