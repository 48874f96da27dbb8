/** Opens an account. */
import type { Body } from '@tamarack/contract';
import type { ApiResult } from '../platform/http/refuse-api.ts';
import type { Tx } from '../platform/database/tx.ts';
import { insertAccount } from './account-store.ts';
import { accountById, type Account } from './account-views.ts';

/** Whoever may open accounts sees all of them, so that nothing is opened that its opener cannot see. */
export async function openAccount(
  tx: Tx,
  wanted: Body<'POST /accounts'>,
  now: Temporal.Instant,
): Promise<ApiResult<Account>> {
  const id = await insertAccount(tx, wanted, now);
  const account = await accountById(tx, id);
  if (!account) throw new Error('An account that was just opened is not there.');
  return { ok: true, value: account };
}
