/** Changes what is known of an account. */
import type { Body } from '@tamarack/contract';
import { refuseApi, type ApiResult } from '../platform/http/refuse-api.ts';
import type { Tx } from '../platform/database/tx.ts';
import { lockAccount, updateAccount } from './account-store.ts';
import { accountById, type Account } from './account-views.ts';

/** Refuses `edit.conflict` where somebody else was quicker. */
export async function changeAccount(
  tx: Tx,
  accountId: string,
  change: Body<'PATCH /accounts/:accountId'>,
  ifMatch: number,
): Promise<ApiResult<Account>> {
  const version = await lockAccount(tx, accountId);
  if (version === undefined) return refuseApi('record.not-found');
  if (version !== ifMatch) return refuseApi('edit.conflict');
  const account = await accountById(tx, accountId);
  if (!account) return refuseApi('record.not-found');
  await updateAccount(tx, { ...account, ...change });
  const changed = await accountById(tx, accountId);
  return changed ? { ok: true, value: changed } : refuseApi('record.not-found');
}
