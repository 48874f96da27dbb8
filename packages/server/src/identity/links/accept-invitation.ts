/** Somebody who was invited gives a name and a password; the link has proved the address. */
import type { Body, Gives } from '@tamarack/contract';
import { SYSTEM } from '../../platform/database/actor.ts';
import type { Database } from '../../platform/database/database.ts';
import { refuseApi, type ApiResult } from '../../platform/http/refuse-api.ts';
import { hashedPassword } from '../passwords/hashed-password.ts';
import { savePassword } from '../passwords/password-store.ts';
import { useLink } from './link-store.ts';
import { knownByLink } from './link-views.ts';
import { welcomePerson } from './newcomer-store.ts';

type Accepted = Gives<'POST /invitations/:token/acceptance'>;

/** Refuses `link.not-valid` and `password.too-weak`; a refused password leaves the link as it was. */
export async function acceptInvitation(
  db: Database,
  token: string,
  { name, password, zone }: Body<'POST /invitations/:token/acceptance'>,
  now: Temporal.Instant,
): Promise<ApiResult<Accepted>> {
  const known = await db.read(SYSTEM, (tx) => knownByLink(tx, 'invitation', token, now));
  if (!known) return refuseApi('link.not-valid');
  const hashed = await hashedPassword(password, [...known, name]);
  if (!hashed.ok) return hashed;
  return db.write<ApiResult<Accepted>>(SYSTEM, async (tx) => {
    const link = await useLink(tx, 'invitation', token, now);
    if (!link?.personId) return refuseApi('link.not-valid');
    const email = await welcomePerson(tx, link.personId, name, zone, now);
    if (email === undefined) return refuseApi('link.not-valid');
    await savePassword(tx, link.personId, hashed.value, now);
    return { ok: true, value: { email } };
  });
}
