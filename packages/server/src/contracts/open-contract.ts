/** Records a contract that was signed. */
import type { Body } from '@tamarack/contract';
import { recordFacts } from '../obligations/index.ts';
import { isPlausible } from '../platform/clock/is-plausible.ts';
import type { Tx } from '../platform/database/tx.ts';
import { refuseApi, type ApiResult } from '../platform/http/refuse-api.ts';
import type { By } from './by.ts';
import { insertContract, insertTerms, lockContracts } from './contract-store.ts';
import { contractById, type Contract } from './contract-of.ts';
import { accountStanding, contractRows, termsRows } from './contract-views.ts';
import { eligibilityFor, refuseUnlessEligible } from './eligibility.ts';
import { passContractMilestones } from './milestones.ts';
import { changeFact, recordChange } from './record-change.ts';
import { tellApprovers } from './tell-store.ts';
import { settleTerms, type SettledTerms } from './settle-terms.ts';

type Wanted = Body<'POST /accounts/:accountId/contracts'>;

/**
 * One that begins today or later is agreed: it was signed, and staff recorded by whom. One that began before would put
 * obligations into the past, so the customer's approver agrees first. Refuses as `termsOf` does, an account that is not
 * eligible (GL1), and an add-on without a base (TX14).
 */
export async function openContract(
  tx: Tx,
  accountId: string,
  wanted: Wanted,
  by: By,
  now: Temporal.Instant,
): Promise<ApiResult<Contract>> {
  await lockContracts(tx, accountId);
  const standing = await accountStanding(tx, accountId);
  if (!standing) return refuseApi('record.not-found');
  const implausible = [wanted.startsAt, wanted.endsAt, wanted.signedAt].find(
    (at) => at !== null && !isPlausible(Temporal.Instant.from(at), now),
  );
  if (implausible !== undefined)
    return refuseApi('value.not-allowed', `${implausible} lies too far away; check the year.`);
  // Where the customer has to agree first, nobody could say later what is wrong with it.
  if (wanted.signedAt !== null && isAfter(wanted.signedAt, now.add({ minutes: 2 })))
    return refuseApi('value.not-allowed', 'The contract is recorded once it was signed, and not before.', [
      { path: 'signedAt', says: 'This lies in the future.' },
    ]);
  if (standing.isClosed) return refuseApi('state.not-possible', 'The account is closed.');
  const settled = await settleTerms(tx, wanted, standing.data, now);
  if (!settled.ok) return settled;
  const based = await baseOf(tx, accountId, wanted, settled.value);
  if (!based.ok) return based;
  const eligible = refuseUnlessEligible(
    await eligibilityFor(tx, accountId, settled.value.version, wanted.level, standing),
  );
  if (!eligible.ok) return eligible;
  const today = now.toZonedDateTimeISO(standing.zone).startOfDay().toInstant();
  const startsAt = wholeSeconds(wanted.startsAt);
  const isAgreed = Temporal.Instant.compare(startsAt, today) >= 0;
  const dates = {
    startsAt: startsAt.toString(),
    endsAt: wanted.endsAt === null ? null : wholeSeconds(wanted.endsAt).toString(),
  };
  if (dates.endsAt !== null && Temporal.Instant.compare(Temporal.Instant.from(dates.endsAt), startsAt) <= 0)
    return refuseApi('value.not-allowed', 'The contract ends in the very second in which it begins.', [
      { path: 'endsAt', says: 'A contract ends at least a second after it begins.' },
    ]);
  const contractId = await insertContract(tx, accountId, { ...wanted, ...dates }, by.personId, now);
  const { versionId, level, parameters, deviations, calendars, note } = wanted;
  const fields = { accountId, contractId, versionId, level, parameters, deviations, calendars, note, by: by.personId };
  const { holidays } = settled.value;
  const state = isAgreed ? ('agreed' as const) : ('proposed' as const);
  await insertTerms(
    tx,
    { ...fields, holidays, accountData: standing.data, state, fromAt: dates.startsAt, verdict: null },
    now,
  );
  const recorded = isAgreed
    ? await startAgreed(tx, accountId, contractId, by, now)
    : await propose(tx, { accountId, contractId, level, note }, by, now);
  if (!recorded.ok) return recorded;
  const contract = await contractById(tx, accountId, contractId, now);
  return contract ? { ok: true, value: contract } : refuseApi('record.not-found');
}

/** Has the customer's approver asked. */
async function propose(
  tx: Tx,
  proposed: Omit<Parameters<typeof recordChange>[1], 'fact'>,
  by: By,
  now: Temporal.Instant,
): Promise<ApiResult<unknown>> {
  const kind = changeFact('proposed', true);
  const recorded = await recordChange(tx, { ...proposed, fact: kind }, by, now);
  if (!recorded.ok) return recorded;
  const { accountId, contractId } = proposed;
  tellApprovers(tx, { accountId, contractId, kind, journalId: recorded.value }, now);
  return recorded;
}

/** Records the signature, and the start where it has come. */
export async function startAgreed(
  tx: Tx,
  accountId: string,
  contractId: string,
  by: By,
  now: Temporal.Instant,
): Promise<ApiResult<unknown>> {
  const [contract] = await contractRows(tx, accountId, contractId);
  const { signedAt = null, signedForCustomerBy = null } = contract ?? {};
  const at = signedAt === null ? now : Temporal.Instant.from(signedAt);
  const note = signedForCustomerBy === null ? {} : { note: `Signed for the customer by ${signedForCustomerBy}.` };
  const fact = { accountId, contractId, fact: 'contract.signed', subjectId: contractId, at, ...note };
  const signed = await recordFacts(tx, [fact], by, now);
  return signed.ok ? passContractMilestones(tx, accountId, now) : signed;
}

/** TX14: an add-on extends a contract of a base service in the same account, which is no add-on itself and has not ended. */
async function baseOf(
  tx: Tx,
  accountId: string,
  { extendsId }: Wanted,
  { version }: SettledTerms,
): Promise<ApiResult<undefined>> {
  const { service } = version.ready.description;
  const attaches = service['attaches-to'];
  if (!attaches)
    return extendsId === null
      ? { ok: true, value: undefined }
      : refuseApi('value.not-allowed', `${service.name} is no add-on and extends no other contract.`);
  if (extendsId === null)
    return refuseApi(
      'value.not-allowed',
      `${service.name} is an add-on: name the contract that it extends. ${attaches.says}`,
    );
  const [base] = await contractRows(tx, accountId, extendsId);
  if (!base) return refuseApi('record.not-found', 'The account has no contract of that id to extend.');
  if (base.extendsId !== null)
    return refuseApi(
      'value.not-allowed',
      `“${base.name}” is an add-on itself; extend the contract of the base service.`,
    );
  const isAgreed = (await termsRows(tx, accountId, extendsId)).some(({ state }) => state === 'agreed');
  if (base.endedAt !== null || !isAgreed)
    return refuseApi('state.not-possible', `“${base.name}” is not in force, so nothing can be added to it.`);
  return { ok: true, value: undefined };
}

function isAfter(at: string, instant: Temporal.Instant): boolean {
  return Temporal.Instant.compare(Temporal.Instant.from(at), instant) > 0;
}

/** Clocks count whole seconds. */
export function wholeSeconds(at: string): Temporal.Instant {
  return Temporal.Instant.from(at).round({ smallestUnit: 'second', roundingMode: 'floor' });
}
