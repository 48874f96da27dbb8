/** Changes what is known of an account. */
import type { Body } from '@tamarack/contract';
import { recordFacts } from '../obligations/index.ts';
import { refuseApi, type ApiResult } from '../platform/http/refuse-api.ts';
import type { Tx } from '../platform/database/tx.ts';
import { lockAccount, updateAccount } from './account-store.ts';
import { accountById, type Account } from './account-views.ts';
import { passLicenceMilestones } from './licence-milestones.ts';
import type { By } from './set-roles.ts';

type NewFact = Parameters<typeof recordFacts>[1][number];

/**
 * Refuses `edit.conflict` where somebody else was quicker. What conditions ask for (segment, hosts, revenue) is put on
 * record, so that promises hold by it from now on and not before; the rest in words.
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
  const recorded = await recordFacts(tx, changesOf(before, after), by, now);
  if (!recorded.ok) return recorded;
  // The days of licences are those of the account's zone.
  const passed = after.zone === before.zone ? recorded : await passLicenceMilestones(tx, accountId, now);
  if (!passed.ok) return passed;
  const changed = await accountById(tx, accountId);
  return changed ? { ok: true, value: changed } : refuseApi('record.not-found');
}

/** What changed. What the account pays is the provider's to see; nothing is said of what stayed. */
function changesOf(before: Account, after: Account): readonly NewFact[] {
  const { id: accountId } = after;
  const fact = { accountId, fact: 'account.changed', subjectId: accountId };
  const note = inWords(before, after);
  const { 'annual-recurring-revenue': revenue, ...data } = newStanding(before, after);
  const shared =
    note !== '' || Object.keys(data).length > 0 ? [{ ...fact, data, ...(note === '' ? {} : { note }) }] : [];
  return revenue === undefined
    ? shared
    : [...shared, { ...fact, data: { 'annual-recurring-revenue': revenue }, audience: 'internal' }];
}

/** As conditions ask for it; segments in small letters, as the language writes names. Null: it is not known any more. */
function newStanding(before: Account, after: Account): Record<string, string | number | null> {
  const { segment, hosts, annualRecurringRevenue: revenue } = after;
  return {
    ...(segment === before.segment ? {} : { segment: segment?.toLowerCase() ?? null }),
    ...(hosts === before.hosts ? {} : { hosts }),
    ...(revenue === before.annualRecurringRevenue ? {} : { 'annual-recurring-revenue': revenue }),
  };
}

const IN_WORDS = [
  ['name', 'Name'],
  ['industry', 'Industry'],
  ['country', 'Country'],
  ['zone', 'Time zone'],
  ['currency', 'Currency'],
] as const;

/** What no condition asks for, and may be erased with the account: "Name: Alder, before Alder & Finch." */
function inWords(before: Account, after: Account): string {
  return IN_WORDS.filter(([key]) => before[key] !== after[key])
    .map(([key, title]) => `${title}: ${after[key] ?? 'none'}, before ${before[key] ?? 'none'}.`)
    .join(' ');
}
