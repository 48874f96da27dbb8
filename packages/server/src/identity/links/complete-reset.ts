/** A forgotten password is replaced; whoever was signed in with the old one is not any more. */
import type { Gives } from '@tamarack/contract';
import type { Tx } from '../../platform/database/tx.ts';
import { refuseApi, type ApiResult } from '../../platform/http/refuse-api.ts';
import { setPassword } from '../passwords/set-password.ts';
import { endSessions } from '../sessions-store.ts';
import { endLinks, useLink } from './link-store.ts';
import { knownOf } from './link-views.ts';
import { proveAddress } from './newcomer-store.ts';

/** Refuses `link.not-valid` and `password.too-weak`. A second factor stays: the mailbox alone does not open it. */
export async function completeReset(
  tx: Tx,
  token: string,
  password: string,
  now: Temporal.Instant,
): Promise<ApiResult<Gives<'POST /password-resets/:token/completion'>>> {
  const link = await useLink(tx, 'reset', token, now);
  if (!link?.personId) return refuseApi('link.not-valid');
  const email = await proveAddress(tx, link.personId, now);
  if (email === undefined) return refuseApi('link.not-valid');
  const set = await setPassword(tx, link.personId, password, await knownOf(tx, link.personId), now);
  if (!set.ok) return set;
  await endSessions(tx, link.personId);
  await endLinks(tx, 'invitation', link.personId, now);
  return { ok: true, value: { email } };
}
