/** A proposed change is agreed to or declined by the customer's approver (CA15), or taken back by staff. */
import { compareAgreed } from '@tamarack/core';
import type { Tx } from '../platform/database/tx.ts';
import { refuseApi, type ApiResult } from '../platform/http/refuse-api.ts';
import { previewOf, settledOf, type Preview } from './change-contract.ts';
import { decideTerms, lockContracts, markEnded, supersede, touchContract } from './contract-store.ts';
import { contractById, type Contract } from './contract-of.ts';
import { contractRows, termsRows, type TermsRow } from './contract-views.ts';
import { passContractMilestones } from './milestones.ts';
import { changeFact, recordChange } from './record-change.ts';
import { settleAsked, tellProposer } from './tell-store.ts';
import type { By } from './by.ts';
import { startAgreed, wholeSeconds } from './open-contract.ts';

export type TermsIds = { readonly accountId: string; readonly contractId: string; readonly termsId: string };

/** Agreed late, a change holds from the agreement on, and rewrites nothing that was owed before. */
export async function decideChange(
  tx: Tx,
  ids: TermsIds,
  { agrees, note }: { readonly agrees: boolean; readonly note: string },
  by: By,
  now: Temporal.Instant,
): Promise<ApiResult<Contract>> {
  return agrees ? agreeTo(tx, ids, note, by, now) : refuseChange(tx, ids, 'declined', note, by, now);
}

async function agreeTo(
  tx: Tx,
  ids: TermsIds,
  note: string,
  by: By,
  now: Temporal.Instant,
): Promise<ApiResult<Contract>> {
  const { accountId, contractId, termsId } = ids;
  const found = await proposal(tx, ids);
  if (!found.ok) return found;
  const { proposed, isFirst } = found.value;
  const fromAt = isFirst ? proposed.fromAt : laterOf(proposed.fromAt, now);
  if (!isFirst) await supersede(tx, accountId, contractId, fromAt);
  await decideTerms(tx, accountId, termsId, { state: 'agreed', fromAt, note, by: by.personId }, now);
  const fact = changeFact('agreed', isFirst);
  const recorded = await recordChange(tx, { accountId, contractId, fact, level: proposed.level, note }, by, now);
  if (!recorded.ok) return recorded;
  await settleAsked(tx, accountId, contractId, now);
  tellProposer(tx, { accountId, contractId, kind: fact, journalId: recorded.value }, termsId, now);
  await touchContract(tx, accountId, contractId);
  const passed = isFirst
    ? await startAgreed(tx, accountId, contractId, by, now)
    : await passContractMilestones(tx, accountId, now);
  return passed.ok ? shown(tx, ids, now) : passed;
}

/** A contract whose first terms are refused never begins. */
export async function refuseChange(
  tx: Tx,
  ids: TermsIds,
  state: 'declined' | 'withdrawn',
  note: string,
  by: By,
  now: Temporal.Instant,
): Promise<ApiResult<Contract>> {
  const { accountId, contractId, termsId } = ids;
  const found = await proposal(tx, ids);
  if (!found.ok) return found;
  const { proposed, isFirst } = found.value;
  await decideTerms(tx, accountId, termsId, { state, fromAt: proposed.fromAt, note, by: by.personId }, now);
  const fact = changeFact(state, isFirst);
  const recorded = await recordChange(tx, { accountId, contractId, fact, level: proposed.level, note }, by, now);
  if (!recorded.ok) return recorded;
  await settleAsked(tx, accountId, contractId, now);
  if (state === 'declined')
    tellProposer(tx, { accountId, contractId, kind: fact, journalId: recorded.value }, termsId, now);
  if (isFirst) await markEnded(tx, accountId, contractId, now.toString());
  else await touchContract(tx, accountId, contractId);
  return shown(tx, ids, now);
}

/** What these terms meant against the agreed ones before them; nothing where they are the first. */
export async function differencesOf(tx: Tx, ids: TermsIds, now: Temporal.Instant): Promise<ApiResult<Preview>> {
  const { accountId, contractId, termsId } = ids;
  const rows = await termsRows(tx, accountId, contractId);
  const of = rows.find(({ id }) => id === termsId);
  if (!of) return refuseApi('record.not-found');
  const earlier = rows.find(({ number, state }) => number < of.number && state === 'agreed');
  if (!earlier)
    return { ok: true, value: { ...(await previewOf(tx, accountId, [])), needsApproval: of.state === 'proposed' } };
  const [before, after] = [await settledOf(tx, earlier, now), await settledOf(tx, of, now)];
  if (!before.ok) return before;
  if (!after.ok) return after;
  return { ok: true, value: await previewOf(tx, accountId, compareAgreed(before.value, after.value)) };
}

async function proposal(
  tx: Tx,
  { accountId, contractId, termsId }: TermsIds,
): Promise<ApiResult<{ readonly proposed: TermsRow; readonly isFirst: boolean }>> {
  await lockContracts(tx, accountId);
  const [contract] = await contractRows(tx, accountId, contractId);
  const rows = await termsRows(tx, accountId, contractId);
  const proposed = rows.find(({ id }) => id === termsId);
  if (!contract || !proposed) return refuseApi('record.not-found');
  if (proposed.state !== 'proposed')
    return refuseApi('state.not-possible', `This proposal was decided already: it is ${proposed.state}.`);
  if (contract.endedAt !== null) return refuseApi('state.not-possible', 'The contract has ended.');
  return { ok: true, value: { proposed, isFirst: !rows.some(({ state }) => state === 'agreed') } };
}

async function shown(tx: Tx, { accountId, contractId }: TermsIds, now: Temporal.Instant): Promise<ApiResult<Contract>> {
  const contract = await contractById(tx, accountId, contractId, now);
  return contract ? { ok: true, value: contract } : refuseApi('record.not-found');
}

function laterOf(at: string, now: Temporal.Instant): string {
  const [from, current] = [Temporal.Instant.from(at), wholeSeconds(now.toString())];
  return (Temporal.Instant.compare(from, current) < 0 ? current : from).toString();
}
