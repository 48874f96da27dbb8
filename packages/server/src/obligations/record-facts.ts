/** Records facts and brings the ledger up to them, in one transaction: the one way into the journal. */
import { refuseApi, type ApiResult } from '../platform/http/refuse-api.ts';
import { asProgram } from '../platform/database/as-program.ts';
import type { Tx } from '../platform/database/tx.ts';
import {
  appendFacts,
  BY_SYSTEM,
  prepareFacts,
  type NewFact,
  type RecordedFact,
  type Recorder,
} from '../journal/index.ts';
import { loadContractTerms } from '../terms/index.ts';
import type { AgreedTerms } from './agreed-terms.ts';
import { consequencesOf } from './consequences.ts';
import { eventsOf } from './ledger-events.ts';
import { lockUnits, shareAccount, takeAccount } from './ledger-store.ts';
import { subjectsConcerned, subjectsSince } from './ledger-views.ts';
import { notify } from './notify-store.ts';
import { gatedBy, isStanding, periodicPromises } from './promises-of.ts';
import { settle } from './settle.ts';
import { tellOfTickets } from './tell-of-tickets-store.ts';
import { concernsAll, distinct, promiseUnit, unitsOf, type Unit } from './unit.ts';

export type Recorded = { readonly ids: readonly string[] };

/** A breach may do something that is itself a fact; descriptions that go round in circles stop here. */
const DEEPEST = 4;
/** Clocks of two machines differ a little; further ahead nothing can have happened. */
const AHEAD_SECONDS = 120;

/**
 * Records facts of one account. Refuses `value.not-allowed` for a fact that lies in the future. What follows from them (rows
 * opened, met, broken; warnings; consequences of a breach) is written before it returns.
 */
export async function recordFacts(
  tx: Tx,
  facts: readonly NewFact[],
  by: Recorder,
  now: Temporal.Instant,
): Promise<ApiResult<Recorded>> {
  const prepared = prepareFacts(facts, now);
  const seconds = Math.floor(now.epochMilliseconds / 1000);
  const ahead = prepared.find((fact) => fact.seconds > seconds + AHEAD_SECONDS);
  if (ahead)
    return refuseApi('value.not-allowed', `${ahead.fact} lies in the future; a fact is recorded once it has happened.`);
  for (const [accountId, own] of Map.groupBy(prepared, (fact) => fact.accountId))
    await asProgram(tx, (program) => recordPrepared(program, accountId, own, by, now, 0));
  return { ok: true, value: { ids: prepared.map(({ id }) => id) } };
}

async function recordPrepared(
  tx: Tx,
  accountId: string,
  facts: readonly RecordedFact[],
  by: Recorder,
  now: Temporal.Instant,
  depth: number,
): Promise<void> {
  if (facts.some(({ fact }) => isStanding(fact))) takeAccount(tx, accountId, 'standing');
  else shareAccount(tx, accountId);
  const all = await loadContractTerms(tx, accountId);
  const units = await concernedUnits(tx, accountId, facts, all);
  // These travel together, in this order: what is read was locked before, and holds what was appended.
  lockUnits(tx, accountId, units);
  appendFacts(tx, facts, by, now);
  tellOfTickets(tx, accountId, facts, by, now);
  const standsAnew = facts.some((fact) => concernsAll(fact, all));
  const since = standsAnew ? undefined : Math.min(...facts.map(({ seconds }) => seconds));
  await advance(tx, accountId, all, units, { now, since, depth });
}

export type Advance = {
  readonly now: Temporal.Instant;
  /** Nothing that is new happened before, in epoch seconds; see `settle`. */
  readonly since: number | undefined;
  /** Of consequences of consequences. */
  readonly depth: number;
};

/** Recomputes locked units and does what follows. Returns how many rows changed. */
export async function advance(
  tx: Tx,
  accountId: string,
  all: readonly AgreedTerms[],
  units: readonly Unit[],
  { now, since, depth }: Advance,
): Promise<number> {
  const seconds = Math.floor(now.epochMilliseconds / 1000);
  const changes = await settle(tx, accountId, all, units, { now: seconds, since });
  const events = prepareFacts(eventsOf(accountId, changes), now);
  if (events.length > 0) {
    appendFacts(tx, events, BY_SYSTEM, now);
    notify(tx, accountId, events, changes, all, now);
  }
  const following = depth < DEEPEST ? prepareFacts(consequencesOf(accountId, changes, all), now) : [];
  if (following.length > 0) await recordPrepared(tx, accountId, following, BY_SYSTEM, now, depth + 1);
  return changes.length;
}

async function concernedUnits(
  tx: Tx,
  accountId: string,
  facts: readonly RecordedFact[],
  all: readonly AgreedTerms[],
): Promise<readonly Unit[]> {
  const units = facts.flatMap((fact) => unitsOf(fact, all));
  for (const fact of facts) {
    if (concernsAll(fact, all)) units.push(...(await unitsOfWholeContracts(tx, accountId, fact, all)));
    units.push(...(await unitsBehindGates(tx, accountId, fact, all)));
  }
  return distinct(units);
}

async function unitsOfWholeContracts(
  tx: Tx,
  accountId: string,
  fact: RecordedFact,
  all: readonly AgreedTerms[],
): Promise<readonly Unit[]> {
  const concerned = all.filter(({ contractId }) => fact.contractId === undefined || fact.contractId === contractId);
  const units: Unit[] = concerned.flatMap((agreed) =>
    [...periodicPromises(agreed.terms).keys()].map((name) => promiseUnit(all, agreed, name)),
  );
  for (const contractId of new Set(concerned.map((agreed) => agreed.contractId))) {
    units.push({ of: 'subject', contractId, subjectId: contractId });
    for (const subjectId of await subjectsConcerned(tx, accountId, contractId, fact.seconds))
      units.push({ of: 'subject', contractId, subjectId });
  }
  return units;
}

/** A licence or a training that is recorded late counts for what came through the gate since. */
async function unitsBehindGates(
  tx: Tx,
  accountId: string,
  fact: RecordedFact,
  all: readonly AgreedTerms[],
): Promise<readonly Unit[]> {
  const units: Unit[] = [];
  for (const { contractId, terms } of all) {
    const gated = gatedBy(terms, fact.fact);
    if (gated.size === 0) continue;
    takeAccount(tx, accountId, 'gates');
    for (const subjectId of await subjectsSince(tx, accountId, [...gated], fact.seconds))
      units.push({ of: 'subject', contractId, subjectId });
  }
  return units;
}
