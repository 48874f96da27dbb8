/** Opens an account. */
import type { Body } from '@tamarack/contract';
import { recordFacts } from '../obligations/index.ts';
import type { ApiResult } from '../platform/http/refuse-api.ts';
import type { Tx } from '../platform/database/tx.ts';
import { insertAccount } from './account-store.ts';
import { accountById, type Account } from './account-views.ts';
import type { By } from './set-roles.ts';

/** Whoever may open accounts sees all of them, so that nothing is opened that its opener cannot see. */
export async function openAccount(
  tx: Tx,
  wanted: Body<'POST /accounts'>,
  by: By,
  now: Temporal.Instant,
): Promise<ApiResult<Account>> {
  const id = await insertAccount(tx, wanted, now);
  const recorded = await recordFacts(tx, [{ accountId: id, fact: 'account.opened', subjectId: id }], by, now);
  if (!recorded.ok) return recorded;
  const account = await accountById(tx, id);
  if (!account) throw new Error('An account that was just opened is not there.');
  return { ok: true, value: account };
}
