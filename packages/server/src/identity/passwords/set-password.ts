/** Sets a password that is not easy to guess. */
import { refuseApi, type ApiResult } from '../../platform/http/refuse-api.ts';
import type { Tx } from '../../platform/database/tx.ts';
import { guessableBecause } from './guessable-password.ts';
import { hashPassword } from './hash-password.ts';
import { savePassword } from './password-store.ts';

/** Refuses `password.too-weak`. `known` is what others know of the person; its length was checked by the contract. */
export async function setPassword(
  tx: Tx,
  personId: string,
  password: string,
  known: readonly string[],
  now: Temporal.Instant,
): Promise<ApiResult<undefined>> {
  const because = guessableBecause(password, [...known, 'tamarack']);
  if (because !== undefined) return refuseApi('password.too-weak', because, [{ path: 'password', says: because }]);
  await savePassword(tx, personId, await hashPassword(password), now);
  return { ok: true, value: undefined };
}
