/** Records facts and brings the ledger up to them, in one transaction: the one way into the journal. */
import type { ApiResult } from '../platform/http/refuse-api.ts';
import { asProgram } from '../platform/database/as-program.ts';
import type { Tx } from '../platform/database/tx.ts';
import { appendFacts, BY_SYSTEM, prepareFacts, type NewFact, type Recorder } from '../journal/index.ts';
import { loadTermsOf, rememberedTermsOf } from '../terms/index.ts';
import { consequencesOf } from './consequences.ts';
import { eventsOf } from './ledger-events.ts';
import { lockAccounts, lockUnits, saveRows, type StandingLock } from './ledger-store.ts';
import { notify } from './notify-store.ts';
import { isStanding } from './promises-of.ts';
import { recordingsOf, secondsOf, type Recording } from './recording.ts';
import { settle, type Settled, type Unsettled } from './settle.ts';
import { tellOfTickets } from './tell-of-tickets-store.ts';
import { inOrder, unsettledAtOnce, unsettledBy, type OfAccount } from './unsettled.ts';

export type Recorded = { readonly ids: readonly string[] };

/** A breach may do something that is itself a fact; descriptions that go round in circles stop here. */
const DEEPEST = 4;

/**
 * Records facts. Refuses `value.not-allowed` for a fact that lies in the future. What follows from them (rows opened, met,
 * broken; warnings; consequences of a breach) is written before it returns.
 */
export async function recordFacts(
  tx: Tx,
  facts: readonly NewFact[],
  by: Recorder,
  now: Temporal.Instant,
): Promise<ApiResult<Recorded>> {
  const recordings = recordingsOf(facts, by, now);
  if (!recordings.ok) return recordings;
  await asProgram(tx, (program) => recordAll(program, recordings.value, now));
  return { ok: true, value: { ids: recordings.value.flatMap((recording) => recording.facts.map(({ id }) => id)) } };
}

/** The same for facts of many accounts and recorders, in the program's own eyes: what the database is asked, it is asked once. */
export async function recordAll(
  tx: Tx,
  recordings: readonly Recording[],
  now: Temporal.Instant,
  depth = 0,
): Promise<void> {
  const byAccount = inOrder(recordings);
  lockAccounts(tx, standingOf(byAccount));
  const accountIds = byAccount.map(([accountId]) => accountId);
  const remembered = rememberedTermsOf(accountIds);
  const likely = remembered && unsettledAtOnce(byAccount, remembered.terms);
  if (likely) {
    // All of it travels together. What the terms are is read after the locks of the accounts, and known before anything is written.
    const holding = remembered.holds(tx);
    lockUnits(tx, likely);
    const [holds, settled] = await Promise.all([holding, settle(tx, likely, secondsOf(now))]);
    if (holds) {
      await write(tx, settled, recordings, now, depth);
      return;
    }
  }
  const unsettled = await unsettledBy(tx, byAccount, await loadTermsOf(tx, accountIds));
  // What is read was locked before: they travel together, in this order.
  lockUnits(tx, unsettled);
  await advance(tx, unsettled, recordings, now, depth);
}

/** In one order of accounts, whoever records: so that nobody waits in a ring. */
export function standingOf(byAccount: readonly OfAccount[]): readonly StandingLock[] {
  return byAccount.map(([accountId, own]) => ({
    accountId,
    forItself: own.some(({ facts }) => facts.some(({ fact }) => isStanding(fact))),
  }));
}

/**
 * Reckons locked units again, writes what changed and the new facts from which it follows, and does what follows from that.
 * Returns how many rows changed.
 */
export async function advance(
  tx: Tx,
  unsettled: readonly Unsettled[],
  recordings: readonly Recording[],
  now: Temporal.Instant,
  depth = 0,
): Promise<number> {
  return write(tx, await settle(tx, unsettled, secondsOf(now)), recordings, now, depth);
}

/** Writes what was reckoned and the facts from which it follows, and does what follows from that. Gives how many rows changed. */
export async function write(
  tx: Tx,
  settled: readonly Settled[],
  recordings: readonly Recording[],
  now: Temporal.Instant,
  depth: number,
): Promise<number> {
  // Before the facts from which they follow, so that a ticket begins with its clocks.
  saveRows(tx, settled);
  const events = settled.map((one) => ({ ...one, events: prepareFacts(eventsOf(one.accountId, one.changes), now) }));
  appendFacts(tx, [...recordings, { facts: events.flatMap((one) => one.events), by: BY_SYSTEM }], now);
  tellOfTickets(tx, recordings, now);
  for (const { accountId, all, changes, events: told } of events) notify(tx, accountId, told, changes, all, now);
  const following = depth < DEEPEST ? settled.flatMap((one) => consequences(one, now)) : [];
  if (following.length > 0) await recordAll(tx, following, now, depth + 1);
  return settled.reduce((sum, { changes }) => sum + changes.length, 0);
}

function consequences({ accountId, changes, all }: Settled, now: Temporal.Instant): readonly Recording[] {
  const facts = prepareFacts(consequencesOf(accountId, changes, all), now);
  return facts.length === 0 ? [] : [{ accountId, facts, by: BY_SYSTEM }];
}
