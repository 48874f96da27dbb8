/**
 * Recording in company. Whoever records while others are being written waits for them, and is then written together with all
 * who waited: one transaction, and each question to the database asked once for all. A storm of incidents costs a fraction of
 * what it would one by one, and a single one waits for nobody.
 */
import { setImmediate } from 'node:timers/promises';
import type { ApiResult } from '../platform/http/refuse-api.ts';
import { SYSTEM } from '../platform/database/actor.ts';
import type { Database } from '../platform/database/database.ts';
import type { Tx } from '../platform/database/tx.ts';
import type { NewFact, Recorder } from '../journal/index.ts';
import { recordAll, type Recorded } from './record-facts.ts';
import { recordingsOf, type Recording } from './recording.ts';

/** What somebody records, decided already: nothing is refused any more but a fact that lies in the future. */
export type Saying<T> = {
  readonly facts: readonly NewFact[];
  readonly by: Recorder;
  readonly now: Temporal.Instant;
  /** What is written with the facts. */
  readonly with: T;
};

type Waiting<T> = {
  readonly recordings: readonly Recording[];
  readonly now: Temporal.Instant;
  readonly with: T;
  readonly written: () => void;
  readonly failed: (error: unknown) => void;
};

/** A transaction that is under way while the next one is prepared. */
const UNDER_WAY = 2;
const AT_MOST = 64;

/**
 * For facts that begin a subject: they meet nobody who is at it already. `write` sends what belongs to them, after them and in
 * the program's own eyes. Where a company fails, each of it is tried alone, so that nobody fails for another.
 */
export function recordTogether<T>(
  db: Database,
  write: (tx: Tx, all: readonly T[], now: Temporal.Instant) => void,
): (saying: Saying<T>) => Promise<ApiResult<Recorded>> {
  const waiting: Waiting<T>[] = [];
  let underWay = 0;

  const writeAll = async (company: readonly Waiting<T>[]) => {
    const recordings = company.flatMap((one) => one.recordings);
    const accounts = [...new Set(recordings.map(({ accountId }) => accountId))];
    const now = company.map((one) => one.now).reduce((a, b) => (Temporal.Instant.compare(a, b) < 0 ? b : a));
    await db.write({ ...SYSTEM, accounts }, async (tx) => {
      await recordAll(tx, recordings, now);
      write(
        tx,
        company.map((one) => one.with),
        now,
      );
      return { ok: true };
    });
  };
  const settle = async (company: readonly Waiting<T>[]): Promise<void> => {
    try {
      await writeAll(company);
      for (const one of company) one.written();
    } catch (error) {
      if (company.length === 1) for (const one of company) one.failed(error);
      else for (const one of company) await settle([one]);
    }
  };
  const go = async () => {
    underWay += 1;
    // Whoever asks at this very moment still comes along.
    for (await setImmediate(); waiting.length > 0; await setImmediate()) await settle(waiting.splice(0, AT_MOST));
    underWay -= 1;
  };

  return async ({ facts, by, now, with: extra }) => {
    const recordings = recordingsOf(facts, by, now);
    if (!recordings.ok) return recordings;
    const { promise, resolve, reject } = Promise.withResolvers<void>();
    waiting.push({ recordings: recordings.value, now, with: extra, written: resolve, failed: reject });
    if (underWay < UNDER_WAY) void go();
    await promise;
    return { ok: true, value: { ids: recordings.value.flatMap((recording) => recording.facts.map(({ id }) => id)) } };
  };
}
