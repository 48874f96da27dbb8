/** Lets a deactivated person sign in again, with the password and the roles of before. */
import type { Tx } from '../platform/database/tx.ts';
import { refuseApi, type ApiResult } from '../platform/http/refuse-api.ts';
import { personById, type PersonRow } from './people-views.ts';
import { lockPerson, saveDeactivation } from './person-store.ts';

export async function reactivatePerson(tx: Tx, personId: string, now: Temporal.Instant): Promise<ApiResult<PersonRow>> {
  const person = await lockPerson(tx, personId);
  if (!person) return refuseApi('record.not-found');
  if (!person.isDeactivated) return refuseApi('state.not-possible', 'This person was not deactivated.');
  await saveDeactivation(tx, personId, null, now);
  const shown = await personById(tx, personId, now);
  return shown ? { ok: true, value: shown } : refuseApi('record.not-found');
}
