/**
 * What happens to contracts by itself when its time comes: they start, change over to the next terms, renew and end.
 * Called after every change and by a job at the next instant; whoever comes first records each fact, once.
 */
import { recordFacts } from '../obligations/index.ts';
import type { Tx } from '../platform/database/tx.ts';
import type { ApiResult } from '../platform/http/refuse-api.ts';
import {
  lockContracts,
  markEnded,
  markMoved,
  markStarted,
  renewContract,
  wakeForMilestones,
} from './contract-store.ts';
import { changeFact } from './record-change.ts';
import { settleAsked } from './tell-store.ts';
import { contractRows, termsRows, type ContractRow, type TermsRow } from './contract-views.ts';

type NewFact = Parameters<typeof recordFacts>[1][number];
type Open = { readonly contract: ContractRow; readonly agreed: readonly TermsRow[] };

/** Records what came due in the contracts of the account, in the order of time, and plans the next waking. */
export async function passContractMilestones(
  tx: Tx,
  accountId: string,
  now: Temporal.Instant,
): Promise<ApiResult<unknown>> {
  await lockContracts(tx, accountId);
  const facts: NewFact[] = [];
  // An add-on ends with its base, which therefore comes first; there are two layers (TX14).
  for (const open of await openContracts(tx, accountId))
    if (open.contract.extendsId === null) facts.push(...(await passOne(tx, accountId, open, now)));
  for (const open of await openContracts(tx, accountId))
    if (open.contract.extendsId !== null) facts.push(...(await passOne(tx, accountId, open, now)));
  const next = nextOf(await openContracts(tx, accountId), now);
  if (next !== undefined) await wakeForMilestones(tx, accountId, next);
  if (facts.length === 0) return { ok: true, value: undefined };
  const inOrder = facts.toSorted((a, b) => Temporal.Instant.compare(a.at ?? now, b.at ?? now));
  return recordFacts(tx, inOrder, { side: 'system', via: 'system' }, now);
}

/** Contracts that were agreed and have not ended. */
async function openContracts(tx: Tx, accountId: string): Promise<Open[]> {
  const [contracts, terms] = [await contractRows(tx, accountId), await termsRows(tx, accountId)];
  return contracts
    .filter(({ endedAt }) => endedAt === null)
    .map((contract) => ({
      contract,
      agreed: terms.filter(({ contractId, state }) => contractId === contract.id && state === 'agreed').toReversed(),
    }))
    .filter(({ agreed }) => agreed.length > 0);
}

async function passOne(
  tx: Tx,
  accountId: string,
  { contract, agreed }: Open,
  now: Temporal.Instant,
): Promise<NewFact[]> {
  const { id, startsAt } = contract;
  const [first, ...later] = agreed;
  const facts: NewFact[] = [];
  const happened = (fact: string, at: string, data: Record<string, string> = {}) =>
    facts.push({ accountId, contractId: id, fact, subjectId: id, at: Temporal.Instant.from(at), data });
  if (contract.startedAt === null && isDue(startsAt, now)) {
    await markStarted(tx, accountId, id);
    happened('contract.started', startsAt, { level: first?.level ?? '' });
  }
  for (const terms of later) {
    if (terms.movedAt !== null || !isDue(terms.fromAt, now)) continue;
    await markMoved(tx, accountId, terms.id);
    happened('contract.moved', terms.fromAt, { level: terms.level });
  }
  const ended = await passEnds(tx, accountId, contract, now, happened);
  if (ended !== undefined && isDue(startsAt, Temporal.Instant.from(ended))) happened('contract.ended', ended);
  return facts;
}

/** Renews as often as its time has come, or ends it. Returns when it ended, if it did. */
async function passEnds(
  tx: Tx,
  accountId: string,
  contract: ContractRow,
  now: Temporal.Instant,
  happened: (fact: string, at: string, data?: Record<string, string>) => void,
): Promise<string | undefined> {
  const { id, zone, renewal, renewalMonths, endingAt } = contract;
  let endsAt = contract.endsAt;
  const renews = renewal === 'automatic' && renewalMonths !== null && endingAt === null;
  if (renews && contract.endsAt !== null) {
    const months = renewalMonths;
    const first = Temporal.Instant.from(contract.endsAt).toZonedDateTimeISO(zone);
    // Each end is reckoned from the first one, so that the 31st comes back after a short month.
    for (let times = 1; endsAt !== null && isDue(endsAt, now); times++) {
      happened('contract.renewed', endsAt);
      endsAt = first
        .add({ months: months * times })
        .toInstant()
        .toString();
    }
    if (endsAt !== null && endsAt !== contract.endsAt) await renewContract(tx, accountId, id, endsAt);
  }
  const base = contract.extendsId === null ? undefined : (await contractRows(tx, accountId, contract.extendsId))[0];
  const ends = [endsAt, base?.endedAt ?? null].filter((at) => at !== null).toSorted(byTime);
  const [earliest] = ends;
  if (earliest === undefined || !isDue(earliest, now)) return undefined;
  const withdrawn = await markEnded(tx, accountId, id, earliest);
  if (withdrawn !== undefined) {
    happened(changeFact('withdrawn', false), earliest, { level: withdrawn });
    await settleAsked(tx, accountId, id, now);
  }
  return earliest;
}

function nextOf(open: readonly Open[], now: Temporal.Instant): string | undefined {
  const ahead = open.flatMap(({ contract: { startsAt, endsAt }, agreed }) =>
    [startsAt, ...agreed.map(({ fromAt }) => fromAt), ...(endsAt === null ? [] : [endsAt])].filter(
      (at) => !isDue(at, now),
    ),
  );
  return ahead.toSorted(byTime)[0];
}

function isDue(at: string, now: Temporal.Instant): boolean {
  return Temporal.Instant.compare(Temporal.Instant.from(at), now) <= 0;
}

function byTime(a: string, b: string): number {
  return Temporal.Instant.compare(Temporal.Instant.from(a), Temporal.Instant.from(b));
}
