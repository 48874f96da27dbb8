/** A forgotten password is replaced; whoever was signed in with the old one is not any more. */
import type { Gives } from '@tamarack/contract';
import { SYSTEM } from '../../platform/database/actor.ts';
import type { Database } from '../../platform/database/database.ts';
import { refuseApi, type ApiResult } from '../../platform/http/refuse-api.ts';
import { hashedPassword } from '../passwords/hashed-password.ts';
import { savePassword } from '../passwords/password-store.ts';
import { endSessions } from '../sessions-store.ts';
import { endLinks, useLink } from './link-store.ts';
import { knownByLink } from './link-views.ts';
import { proveAddress } from './newcomer-store.ts';

type Completed = Gives<'POST /password-resets/:token/completion'>;

/** Refuses `link.not-valid` and `password.too-weak`. A second factor stays: the mailbox alone does not open it. */
export async function completeReset(
  db: Database,
  token: string,
  password: string,
  now: Temporal.Instant,
): Promise<ApiResult<Completed>> {
  const known = await db.read(SYSTEM, (tx) => knownByLink(tx, 'reset', token, now));
  if (!known) return refuseApi('link.not-valid');
  const hashed = await hashedPassword(password, known);
  if (!hashed.ok) return hashed;
  return db.write<ApiResult<Completed>>(SYSTEM, async (tx) => {
    const link = await useLink(tx, 'reset', token, now);
    if (!link?.personId) return refuseApi('link.not-valid');
    const email = await proveAddress(tx, link.personId, now);
    if (email === undefined) return refuseApi('link.not-valid');
    await savePassword(tx, link.personId, hashed.value, now);
    await endSessions(tx, link.personId);
    await endLinks(tx, 'invitation', link.personId, now);
    return { ok: true, value: { email } };
  });
}
