/** Opens an account. */
import { rolesMay, STAFF_ROLE_NAMES, type Body } from '@tamarack/contract';
import { recordFacts } from '../obligations/index.ts';
import type { ApiResult } from '../platform/http/refuse-api.ts';
import type { Tx } from '../platform/database/tx.ts';
import { insertAccount } from './account-store.ts';
import { accountById, type Account } from './account-views.ts';
import { setTeamRoles, type By } from './set-roles.ts';

/**
 * `roles` are the opener's. Whoever sees only the accounts that it serves begins to serve this one, in those of its roles that
 * open accounts: nothing is opened that its opener cannot see.
 */
export async function openAccount(
  tx: Tx,
  wanted: Body<'POST /accounts'>,
  roles: readonly string[],
  by: By & { readonly personId: string },
  now: Temporal.Instant,
): Promise<ApiResult<Account>> {
  const accountId = await insertAccount(tx, wanted, now);
  const recorded = await recordFacts(tx, [{ accountId, fact: 'account.opened', subjectId: accountId }], by, now);
  if (!recorded.ok) return recorded;
  if (tx.actor.accounts !== 'all') {
    const own = STAFF_ROLE_NAMES.filter((role) => roles.includes(role) && rolesMay([role], 'accounts.create'));
    const served = await setTeamRoles(tx, { accountId, personId: by.personId }, own, by, now);
    if (!served.ok) return served;
  }
  const account = await accountById(tx, accountId);
  if (!account) throw new Error('An account that was just opened is not there.');
  return { ok: true, value: account };
}
