/** A contract changes version, level or values: shown first, agreed at once where nothing gets weaker (CA15). */
import { compareAgreed, type Difference } from '@tamarack/core';
import type { Body, Gives } from '@tamarack/contract';
import { counted } from '../agreements/index.ts';
import { isPlausible } from '../platform/clock/is-plausible.ts';
import type { Tx } from '../platform/database/tx.ts';
import { refuseApi, type ApiResult } from '../platform/http/refuse-api.ts';
import { insertTerms, lockContracts, supersede, touchContract } from './contract-store.ts';
import { contractById, type Contract } from './contract-of.ts';
import {
  accountStanding,
  approversOf,
  contractRows,
  termsRows,
  type ContractRow,
  type TermsRow,
} from './contract-views.ts';
import { eligibilityFor, refuseUnlessEligible } from './eligibility.ts';
import { passContractMilestones } from './milestones.ts';
import type { By } from './by.ts';
import { wholeSeconds } from './open-contract.ts';
import { changeFact, recordChange } from './record-change.ts';
import { tellApprovers } from './tell-store.ts';
import { settleTerms, type SettledTerms } from './settle-terms.ts';

type Wanted = Body<'POST /accounts/:accountId/contracts/:contractId/changes'>;
export type Preview = Gives<'POST /accounts/:accountId/contracts/:contractId/changes/preview'>;

type Change = {
  readonly contract: ContractRow;
  readonly settled: SettledTerms;
  readonly accountData: SettledTerms['terms']['account'];
  readonly fromAt: string;
  readonly differences: readonly Difference[];
};

export async function previewChange(
  tx: Tx,
  accountId: string,
  contractId: string,
  wanted: Wanted,
  now: Temporal.Instant,
): Promise<ApiResult<Preview>> {
  const change = await prepareChange(tx, accountId, contractId, wanted, now);
  if (!change.ok) return change;
  return { ok: true, value: await previewOf(tx, accountId, change.value.differences) };
}

export async function previewOf(tx: Tx, accountId: string, differences: readonly Difference[]): Promise<Preview> {
  const verdict = verdictOf(differences);
  return {
    ...counted(differences),
    verdict,
    needsApproval: needsApproval(verdict),
    approvers: await approversOf(tx, accountId),
  };
}

/** Refuses beside core's own: a change while another one waits, in the past, of another service, or of nothing. */
export async function changeContract(
  tx: Tx,
  accountId: string,
  contractId: string,
  wanted: Wanted,
  ifMatch: number,
  by: By,
  now: Temporal.Instant,
): Promise<ApiResult<Contract>> {
  await lockContracts(tx, accountId);
  const [row] = await contractRows(tx, accountId, contractId);
  if (row && row.version !== ifMatch) return refuseApi('edit.conflict');
  const change = await prepareChange(tx, accountId, contractId, wanted, now);
  if (!change.ok) return change;
  const { settled, accountData, fromAt, differences } = change.value;
  const verdict = verdictOf(differences);
  const state = needsApproval(verdict) ? ('proposed' as const) : ('agreed' as const);
  const { versionId, level, parameters, deviations, calendars, note } = wanted;
  const fields = { accountId, contractId, versionId, level, parameters, deviations, calendars, note, by: by.personId };
  if (state === 'agreed') await supersede(tx, accountId, contractId, fromAt);
  await insertTerms(tx, { ...fields, holidays: settled.holidays, accountData, state, fromAt, verdict }, now);
  await touchContract(tx, accountId, contractId);
  const fact = changeFact(state, false);
  const recorded = await recordChange(tx, { accountId, contractId, fact, level, note }, by, now);
  if (!recorded.ok) return recorded;
  if (state === 'proposed') tellApprovers(tx, { accountId, contractId, kind: fact, journalId: recorded.value }, now);
  const passed = state === 'agreed' ? await passContractMilestones(tx, accountId, now) : { ok: true as const };
  if (!passed.ok) return passed;
  const contract = await contractById(tx, accountId, contractId, now);
  return contract ? { ok: true, value: contract } : refuseApi('record.not-found');
}

async function prepareChange(
  tx: Tx,
  accountId: string,
  contractId: string,
  wanted: Wanted,
  now: Temporal.Instant,
): Promise<ApiResult<Change>> {
  const [contract] = await contractRows(tx, accountId, contractId);
  const standing = await accountStanding(tx, accountId);
  if (!contract || !standing) return refuseApi('record.not-found');
  if (contract.endedAt !== null) return refuseApi('state.not-possible', 'The contract has ended.');
  const rows = await termsRows(tx, accountId, contractId);
  if (rows.some(({ state }) => state === 'proposed'))
    return refuseApi(
      'state.not-possible',
      'A proposal waits for the approver of the customer; it is decided or withdrawn first.',
    );
  const last = rows.find(({ state }) => state === 'agreed');
  if (!last) return refuseApi('state.not-possible', 'Nothing is agreed in this contract yet.');
  const settled = await settleTerms(tx, wanted, standing.data, now);
  if (!settled.ok) return settled;
  const before = await settledOf(tx, last, now);
  if (!before.ok) return before;
  if (before.value.version.descriptionId !== settled.value.version.descriptionId)
    return refuseApi(
      'value.not-allowed',
      'This is another service; a contract moves between versions of its own. Record a contract for the other.',
    );
  if (wanted.level !== last.level) {
    const report = await eligibilityFor(tx, accountId, settled.value.version, wanted.level, standing);
    const eligible = refuseUnlessEligible(report);
    if (!eligible.ok) return eligible;
  }
  const fromAt = effectiveFrom(contract, last, wanted.fromAt, now);
  if (!fromAt.ok) return fromAt;
  const differences = compareAgreed(before.value, settled.value);
  if (differences.length === 0 && wanted.versionId === last.versionId)
    return refuseApi('value.not-allowed', 'This is what is agreed already; nothing would change.');
  return {
    ok: true,
    value: { contract, settled: settled.value, accountData: standing.data, fromAt: fromAt.value, differences },
  };
}

/** Terms as they were agreed or proposed, settled once more. */
export function settledOf(tx: Tx, row: TermsRow, now: Temporal.Instant): Promise<ApiResult<SettledTerms>> {
  const { versionId, level, parameters, deviations, calendars } = row;
  return settleTerms(tx, { versionId, level, parameters, deviations, calendars }, row.accountData, now, row.holidays);
}

/** What was owed stays owed: a change holds from now on at the earliest, and after the terms that it follows began. */
function effectiveFrom(
  { startsAt, endsAt }: ContractRow,
  last: TermsRow,
  wanted: string | null,
  now: Temporal.Instant,
): ApiResult<string> {
  const earliest = [wholeSeconds(now.toString()), Temporal.Instant.from(startsAt), Temporal.Instant.from(last.fromAt)]
    .toSorted((a, b) => Temporal.Instant.compare(a, b))
    .at(-1);
  if (!earliest) throw new Error('Three instants have a latest one.');
  const from = wanted === null ? earliest : wholeSeconds(wanted);
  if (!isPlausible(from, now))
    return refuseApi('value.not-allowed', 'The change would hold too far away; check the year.');
  if (Temporal.Instant.compare(from, earliest) < 0)
    return refuseApi('value.not-allowed', `A change can hold from ${earliest.toString()} on, and not before.`);
  if (endsAt !== null && Temporal.Instant.compare(from, Temporal.Instant.from(endsAt)) >= 0)
    return refuseApi('value.not-allowed', `The contract ends at ${endsAt}, before the change would hold.`);
  return { ok: true, value: from.toString() };
}

/** All in all: one thing that gets weaker makes the whole weaker, however much else gets stronger. */
function verdictOf(differences: readonly Difference[]): Preview['verdict'] {
  const order = ['weaker', 'cannot tell', 'stronger'] as const;
  return order.find((verdict) => differences.some((difference) => difference.verdict === verdict)) ?? 'neutral';
}

/** Where nobody can tell, the customer has to look at it as well. */
function needsApproval(verdict: Preview['verdict']): boolean {
  return verdict === 'weaker' || verdict === 'cannot tell';
}
