/** What is recorded of what this process knows by heart: decided without a question, and written only while it still holds. */
import type { Tx } from '../platform/database/tx.ts';
import { rememberedTermsOf } from '../terms/index.ts';
import type { AgreedTerms } from './agreed-terms.ts';
import { lockAtOnce } from './ledger-store.ts';
import { standingOf, write } from './record-facts.ts';
import { secondsOf, type Recording } from './recording.ts';
import { settledAtOnce } from './settle.ts';
import { inOrder, unsettledAtOnce } from './unsettled.ts';

/** What follows from what is recorded, as far as this process knows without a question. */
export type FromMemory = {
  /** The terms by which it was reckoned, by account. */
  readonly terms: ReadonlyMap<string, readonly AgreedTerms[]>;
  /** Writes it. The transaction fails (see `isOutOfDate`) where something is known no more. */
  readonly record: (tx: Tx) => Promise<void>;
};

/** Undefined where something has to be asked. To be called outside of any transaction. */
export function fromMemory(recordings: readonly Recording[], now: Temporal.Instant): FromMemory | undefined {
  const byAccount = inOrder(recordings);
  const remembered = rememberedTermsOf(byAccount.map(([accountId]) => accountId));
  const likely = remembered && unsettledAtOnce(byAccount, remembered.terms);
  const settled = likely && settledAtOnce(likely, secondsOf(now));
  if (!settled) return undefined;
  return {
    terms: remembered.terms,
    record: async (tx) => {
      lockAtOnce(tx, standingOf(byAccount), likely);
      // Behind the locks: what is written now is seen by whoever waits for them, and what was written before is seen here.
      remembered.require(tx);
      await write(tx, settled, recordings, now, 0);
    },
  };
}
