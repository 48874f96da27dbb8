/**
 * Recording in company. Whoever records while others are being written waits for them, and is then written together with all
 * who waited: one transaction, and each question to the database asked once for all. A storm of incidents costs a fraction of
 * what it would one by one, and a single one waits for nobody.
 */
import { setImmediate } from 'node:timers/promises';
import { repeated } from '../platform/http/repeated.ts';
import { isOutOfDate, isSaidByDatabase, OutOfDate } from '../platform/http/thrown.ts';
import type { ApiResult } from '../platform/http/refuse-api.ts';
import { SYSTEM } from '../platform/database/actor.ts';
import type { Database } from '../platform/database/database.ts';
import type { Tx } from '../platform/database/tx.ts';
import type { NewFact, Recorder } from '../journal/index.ts';
import type { AgreedTerms } from './agreed-terms.ts';
import { fromMemory } from './from-memory.ts';
import { recordAll } from './record-facts.ts';
import { recordingsOf, type Recording } from './recording.ts';

/** What somebody records, decided already: nothing is refused any more but a fact that lies in the future. */
export type Saying<T> = {
  readonly facts: readonly NewFact[];
  readonly by: Recorder;
  readonly now: Temporal.Instant;
  /** What is written with the facts. */
  readonly with: T;
  /**
   * The terms by which it was decided, where this process remembered them and asked nobody. Thrown out (`isOutOfDate`) where it
   * remembers others by now, or the account is in another state: to be decided anew.
   */
  readonly decidedBy?: readonly AgreedTerms[];
};

type Waiting<T, R> = {
  readonly recordings: readonly Recording[];
  readonly now: Temporal.Instant;
  readonly with: T;
  readonly decidedBy: readonly AgreedTerms[] | undefined;
  readonly written: (answer: R) => void;
  readonly failed: (error: unknown) => void;
};

/** The database has more than one processor. */
const UNDER_WAY = 2;
/** So many make a second transaction worth its while beside one that is being written: fewer are cheaper in the next. */
const ENOUGH = 3;
const AT_MOST = 64;

/**
 * For facts that begin a subject, under an id that is new: they meet nobody who is at it already. `write` writes what belongs to them, after them and in
 * the program's own eyes, and answers each in their order. Where a company fails, each of it is tried alone, so that nobody
 * fails for another; what fails alone is thrown to whoever said it.
 */
export function recordTogether<T, R>(
  db: Database,
  write: (tx: Tx, all: readonly T[], now: Temporal.Instant) => Promise<readonly R[]>,
): (saying: Saying<T>) => Promise<ApiResult<R>> {
  const waiting: Waiting<T, R>[] = [];
  let underWay = 0;
  let writing = 0;

  const writeAll = async (company: readonly Waiting<T, R>[], mayRemember: boolean) => {
    const recordings = company.flatMap((one) => one.recordings);
    const accounts = [...new Set(recordings.map(({ accountId }) => accountId))];
    const now = company.map((one) => one.now).reduce((a, b) => (Temporal.Instant.compare(a, b) < 0 ? b : a));
    const all = company.map((one) => one.with);
    const known = mayRemember ? fromMemory(recordings, now) : undefined;
    const isStale = ({ decidedBy, recordings: own }: Waiting<T, R>) =>
      decidedBy && !own.every(({ accountId }) => known?.terms.get(accountId) === decidedBy);
    if (company.some(isStale)) throw new OutOfDate();
    const done = await db.write({ ...SYSTEM, accounts }, async (tx) => {
      await (known ? known.record(tx) : recordAll(tx, recordings, now));
      return { ok: true, value: await write(tx, all, now) };
    });
    return done.value;
  };
  const settle = async (company: readonly Waiting<T, R>[], mayRemember = true): Promise<void> => {
    try {
      const answers = new Map((await repeated(() => writeAll(company, mayRemember))).entries());
      for (const [n, one] of company.entries()) {
        const answer = answers.get(n);
        if (answer === undefined) one.failed(new Error('Something was recorded and not answered.'));
        else one.written(answer);
      }
    } catch (error) {
      if (mayRemember && isOutOfDate(error)) {
        for (const one of company) if (one.decidedBy) one.failed(error);
        const others = company.filter((one) => !one.decidedBy);
        if (others.length > 0) await settle(others, false);
      }
      // Where the connection was lost nobody knows what was committed: whoever said it has to ask again.
      else if (company.length === 1 || !isSaidByDatabase(error)) for (const one of company) one.failed(error);
      else for (const one of company) await settle([one], mayRemember);
    }
  };
  const areEnough = () => waiting.length >= (writing === 0 ? 1 : ENOUGH);
  const go = async () => {
    underWay += 1;
    // Whoever asks at this very moment still comes along.
    for (await setImmediate(); areEnough(); await setImmediate()) {
      // Many are shared out, where nobody else is writing.
      const shares = writing === 0 && waiting.length >= UNDER_WAY * ENOUGH ? UNDER_WAY : 1;
      const company = waiting.splice(0, Math.min(AT_MOST, Math.ceil(waiting.length / shares)));
      writing += 1;
      await settle(company);
      writing -= 1;
    }
    underWay -= 1;
  };

  return async ({ facts, by, now, with: extra, decidedBy }) => {
    const recordings = recordingsOf(facts, by, now);
    if (!recordings.ok) return recordings;
    const { promise, resolve, reject } = Promise.withResolvers<R>();
    const beginning = recordings.value.map((recording) => ({ ...recording, begins: true }));
    waiting.push({ recordings: beginning, now, with: extra, decidedBy, written: resolve, failed: reject });
    if (underWay < UNDER_WAY && areEnough()) void go();
    return { ok: true, value: await promise };
  };
}
