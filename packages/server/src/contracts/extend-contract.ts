/** A contract gets another end: renewed, or ending. */
import { recordFacts } from '../obligations/index.ts';
import { isPlausible } from '../platform/clock/is-plausible.ts';
import type { Tx } from '../platform/database/tx.ts';
import { refuseApi, type ApiResult } from '../platform/http/refuse-api.ts';
import { lockContracts, recordEnding, renameContract, renewContract } from './contract-store.ts';
import { contractById, type Contract } from './contract-of.ts';
import { contractRows, termsRows, type ContractRow } from './contract-views.ts';
import { passContractMilestones } from './milestones.ts';
import type { By } from './by.ts';
import { wholeSeconds } from './open-contract.ts';

type Ids = { readonly accountId: string; readonly contractId: string };

/** Moves the end to a later instant. Refuses an end that is no later, and a contract without one. */
export async function renew(
  tx: Tx,
  ids: Ids,
  wanted: { readonly endsAt: string; readonly note: string },
  ifMatch: number,
  by: By,
  now: Temporal.Instant,
): Promise<ApiResult<Contract>> {
  const found = await running(tx, ids, ifMatch);
  if (!found.ok) return found;
  const { accountId, contractId } = ids;
  const { endsAt: until } = found.value;
  if (until === null) return refuseApi('state.not-possible', 'The contract has no end that could be moved.');
  const endsAt = wholeSeconds(wanted.endsAt);
  if (!isPlausible(endsAt, now)) return refuseApi('value.not-allowed', 'The end lies too far away; check the year.');
  if (Temporal.Instant.compare(endsAt, Temporal.Instant.from(until)) <= 0)
    return refuseApi('value.not-allowed', `The contract runs until ${until}; a renewal ends later.`);
  await renewContract(tx, accountId, contractId, endsAt.toString());
  const recorded = await told(tx, ids, 'contract.renewed', wanted.note, by, now);
  return recorded.ok ? after(tx, ids, now) : recorded;
}

/** From now on it ends then and is not renewed by itself; add-ons end with it. */
export async function end(
  tx: Tx,
  ids: Ids,
  wanted: { readonly endsAt: string | null; readonly note: string },
  ifMatch: number,
  by: By,
  now: Temporal.Instant,
): Promise<ApiResult<Contract>> {
  const found = await running(tx, ids, ifMatch);
  if (!found.ok) return found;
  const { startsAt, endsAt: until, renewal } = found.value;
  const current = wholeSeconds(now.toString());
  const endsAt = wanted.endsAt === null ? current : wholeSeconds(wanted.endsAt);
  if (!isPlausible(endsAt, now)) return refuseApi('value.not-allowed', 'The end lies too far away; check the year.');
  if (Temporal.Instant.compare(endsAt, current) < 0)
    return refuseApi('value.not-allowed', 'A contract does not end in the past: what was owed until now stays owed.');
  if (Temporal.Instant.compare(endsAt, Temporal.Instant.from(startsAt)) <= 0)
    return refuseApi('value.not-allowed', `The contract begins at ${startsAt} and ends later.`);
  // What renews itself can end with a later term; anything else would be extended under the name of an ending.
  if (until !== null && renewal !== 'automatic' && Temporal.Instant.compare(endsAt, Temporal.Instant.from(until)) > 0)
    return refuseApi('value.not-allowed', `The contract ends at ${until} in any case; renew it to move that.`);
  await recordEnding(
    tx,
    ids.accountId,
    ids.contractId,
    { endsAt: endsAt.toString(), note: wanted.note, by: by.personId },
    now,
  );
  const recorded = await told(tx, ids, 'contract.ending-recorded', wanted.note, by, now);
  return recorded.ok ? after(tx, ids, now) : recorded;
}

export async function rename(
  tx: Tx,
  ids: Ids,
  name: string,
  ifMatch: number,
  by: By,
  now: Temporal.Instant,
): Promise<ApiResult<Contract>> {
  await lockContracts(tx, ids.accountId);
  const [contract] = await contractRows(tx, ids.accountId, ids.contractId);
  if (!contract) return refuseApi('record.not-found');
  if (contract.version !== ifMatch) return refuseApi('edit.conflict');
  await renameContract(tx, ids.accountId, ids.contractId, name);
  const note = `“${contract.name}” is called “${name}” from now on.`;
  const recorded = await told(tx, ids, 'contract.renamed', note, by, now);
  return recorded.ok ? shown(tx, ids, now) : recorded;
}

function told(
  tx: Tx,
  { accountId, contractId }: Ids,
  fact: string,
  said: string,
  by: By,
  now: Temporal.Instant,
): Promise<ApiResult<unknown>> {
  const note = said === '' ? {} : { note: said };
  return recordFacts(tx, [{ accountId, contractId, fact, subjectId: contractId, ...note }], by, now);
}

/** The contract, locked, agreed and not ended. */
async function running(tx: Tx, { accountId, contractId }: Ids, ifMatch: number): Promise<ApiResult<ContractRow>> {
  await lockContracts(tx, accountId);
  const [contract] = await contractRows(tx, accountId, contractId);
  if (!contract) return refuseApi('record.not-found');
  if (contract.version !== ifMatch) return refuseApi('edit.conflict');
  if (contract.endedAt !== null) return refuseApi('state.not-possible', 'The contract has ended.');
  const isAgreed = (await termsRows(tx, accountId, contractId)).some(({ state }) => state === 'agreed');
  return isAgreed
    ? { ok: true, value: contract }
    : refuseApi('state.not-possible', 'Nothing is agreed in this contract yet.');
}

async function after(tx: Tx, ids: Ids, now: Temporal.Instant): Promise<ApiResult<Contract>> {
  const passed = await passContractMilestones(tx, ids.accountId, now);
  return passed.ok ? shown(tx, ids, now) : passed;
}

async function shown(tx: Tx, { accountId, contractId }: Ids, now: Temporal.Instant): Promise<ApiResult<Contract>> {
  const contract = await contractById(tx, accountId, contractId, now);
  return contract ? { ok: true, value: contract } : refuseApi('record.not-found');
}
