/** Changes what is known of an account. */
import type { Body } from '@tamarack/contract';
import { recordFacts } from '../obligations/index.ts';
import { refuseApi, type ApiResult } from '../platform/http/refuse-api.ts';
import type { Tx } from '../platform/database/tx.ts';
import { lockAccount, updateAccount } from './account-store.ts';
import { accountById, type Account } from './account-views.ts';
import { passLicenceMilestones } from './licence-milestones.ts';
import type { By } from './set-roles.ts';

/**
 * Refuses `edit.conflict` where somebody else was quicker. What conditions ask for (segment, hosts, revenue) is put on
 * record, so that promises hold by it from now on and not before.
 */
export async function changeAccount(
  tx: Tx,
  accountId: string,
  change: Body<'PATCH /accounts/:accountId'>,
  ifMatch: number,
  by: By,
  now: Temporal.Instant,
): Promise<ApiResult<Account>> {
  const version = await lockAccount(tx, accountId);
  if (version === undefined) return refuseApi('record.not-found');
  if (version !== ifMatch) return refuseApi('edit.conflict');
  const before = await accountById(tx, accountId);
  if (!before) return refuseApi('record.not-found');
  const after = { ...before, ...change };
  await updateAccount(tx, after);
  const fact = { accountId, fact: 'account.changed', subjectId: accountId, data: newStanding(before, after) };
  const recorded = await recordFacts(tx, [fact], by, now);
  if (!recorded.ok) return recorded;
  // The days of licences are those of the account's zone.
  const passed = after.zone === before.zone ? recorded : await passLicenceMilestones(tx, accountId, now);
  if (!passed.ok) return passed;
  const changed = await accountById(tx, accountId);
  return changed ? { ok: true, value: changed } : refuseApi('record.not-found');
}

/** What changed of it, as conditions ask for it; segments in small letters, as the language writes names. */
function newStanding(before: Account, after: Account): Record<string, string | number> {
  const { segment, hosts, annualRecurringRevenue: revenue } = after;
  return {
    ...(segment !== null && segment !== before.segment ? { segment: segment.toLowerCase() } : {}),
    ...(hosts !== null && hosts !== before.hosts ? { hosts } : {}),
    ...(revenue !== null && revenue !== before.annualRecurringRevenue ? { 'annual-recurring-revenue': revenue } : {}),
  };
}
