/** Takes a new password: one that is not easy to guess, as it will be kept. */
import { refuseApi, type ApiResult } from '../../platform/http/refuse-api.ts';
import { guessableBecause } from './guessable-password.ts';
import { hashPassword } from './hash-password.ts';

/**
 * The hash to be kept. Called before the transaction that keeps it: it takes a while, and a connection that waits for it is
 * missing to everybody else. Refuses `password.too-weak`, naming the `field` of the request. `known` is what others know of the
 * person; the length was checked by the contract.
 */
export async function hashedPassword(
  password: string,
  known: readonly string[],
  field = 'password',
): Promise<ApiResult<string>> {
  const because = guessableBecause(password, [...known, 'tamarack']);
  if (because !== undefined) return refuseApi('password.too-weak', because, [{ path: field, says: because }]);
  return { ok: true, value: await hashPassword(password) };
}
