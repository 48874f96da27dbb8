/** That something was erased is itself kept. No description knows this fact and nothing is computed from it. */
import { appendFacts, prepareFacts } from '../journal/index.ts';
import type { Tx } from '../platform/database/tx.ts';

export function recordErasure(
  tx: Tx,
  accounts: readonly string[],
  fact: 'person.erased' | 'account.erased',
  subjectId: string,
  now: Temporal.Instant,
): void {
  const { personId, side, via } = tx.actor;
  const facts = accounts.map((accountId) => ({ accountId, fact, subjectId }));
  appendFacts(tx, [{ facts: prepareFacts(facts, now), by: { personId, side, via } }], now);
}
