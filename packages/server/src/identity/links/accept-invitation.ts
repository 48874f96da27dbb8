/** Somebody who was invited gives a name and a password; the link has proved the address. */
import type { Body, Gives } from '@tamarack/contract';
import type { Tx } from '../../platform/database/tx.ts';
import { refuseApi, type ApiResult } from '../../platform/http/refuse-api.ts';
import { setPassword } from '../passwords/set-password.ts';
import { useLink } from './link-store.ts';
import { knownOf } from './link-views.ts';
import { welcomePerson } from './newcomer-store.ts';

type Accepted = Gives<'POST /invitations/:token/acceptance'>;

/** Refuses `link.not-valid` and `password.too-weak`; a refused password leaves the link as it was. */
export async function acceptInvitation(
  tx: Tx,
  token: string,
  { name, password, zone }: Body<'POST /invitations/:token/acceptance'>,
  now: Temporal.Instant,
): Promise<ApiResult<Accepted>> {
  const link = await useLink(tx, 'invitation', token, now);
  if (!link?.personId) return refuseApi('link.not-valid');
  const email = await welcomePerson(tx, link.personId, name, zone, now);
  if (email === undefined) return refuseApi('link.not-valid');
  const set = await setPassword(tx, link.personId, password, [...(await knownOf(tx, link.personId)), name], now);
  return set.ok ? { ok: true, value: { email } } : set;
}
