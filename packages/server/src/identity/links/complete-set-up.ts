/** The first administrator makes the house its own. */
import type { Body, Gives } from '@tamarack/contract';
import type { Tx } from '../../platform/database/tx.ts';
import { refuseApi, type ApiResult } from '../../platform/http/refuse-api.ts';
import { giveStaffRole } from '../auth/newcomer-store.ts';
import { setPassword } from '../passwords/set-password.ts';
import { saveSetting } from '../settings/setting-store.ts';
import { useLink } from './link-store.ts';
import { isSetUp } from './link-views.ts';
import { insertPerson } from './newcomer-store.ts';

type SetUp = Body<'POST /set-up/:token/completion'>;

/** Refuses `link.not-valid` where somebody is there already, and `password.too-weak`. */
export async function completeSetUp(
  tx: Tx,
  token: string,
  { providerName, name, email, password, zone }: SetUp,
  now: Temporal.Instant,
): Promise<ApiResult<Gives<'POST /set-up/:token/completion'>>> {
  const link = await useLink(tx, 'set-up', token, now);
  if (!link || (await isSetUp(tx))) return refuseApi('link.not-valid');
  const personId = await insertPerson(tx, { side: 'provider', name, email, zone }, now);
  await giveStaffRole(tx, personId, 'administrator');
  await saveSetting(tx, 'provider-name', providerName);
  const set = await setPassword(tx, personId, password, [name, email, providerName], now);
  return set.ok ? { ok: true, value: { email } } : set;
}
