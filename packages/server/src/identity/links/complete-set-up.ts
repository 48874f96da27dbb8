/** The first administrator makes the house its own. */
import type { Body, Gives } from '@tamarack/contract';
import { SYSTEM } from '../../platform/database/actor.ts';
import type { Database } from '../../platform/database/database.ts';
import { refuseApi, type ApiResult } from '../../platform/http/refuse-api.ts';
import { giveStaffRole } from '../auth/newcomer-store.ts';
import { hashedPassword } from '../passwords/hashed-password.ts';
import { savePassword } from '../passwords/password-store.ts';
import { saveSetting } from '../settings/setting-store.ts';
import { useLink } from './link-store.ts';
import { isSetUp, openLink } from './link-views.ts';
import { insertPerson } from './newcomer-store.ts';

type Completed = Gives<'POST /set-up/:token/completion'>;

/** Refuses `link.not-valid` where somebody is there already, and `password.too-weak`. */
export async function completeSetUp(
  db: Database,
  token: string,
  { providerName, name, email, password, zone }: Body<'POST /set-up/:token/completion'>,
  now: Temporal.Instant,
): Promise<ApiResult<Completed>> {
  if (!(await db.read(SYSTEM, (tx) => openLink(tx, 'set-up', token, now)))) return refuseApi('link.not-valid');
  const hashed = await hashedPassword(password, [name, email, providerName]);
  if (!hashed.ok) return hashed;
  return db.write<ApiResult<Completed>>(SYSTEM, async (tx) => {
    const link = await useLink(tx, 'set-up', token, now);
    if (!link || (await isSetUp(tx))) return refuseApi('link.not-valid');
    const personId = await insertPerson(tx, { side: 'provider', name, email, zone }, now);
    await giveStaffRole(tx, personId, 'administrator');
    await saveSetting(tx, 'provider-name', providerName);
    await savePassword(tx, personId, hashed.value, now);
    return { ok: true, value: { email } };
  });
}
