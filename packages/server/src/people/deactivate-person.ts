/** Deactivates a person: what it did stays, it signs in no more, sessions and tokens end at once. */
import { endLinks, endSessions, revokeTokens } from '../identity/index.ts';
import type { Tx } from '../platform/database/tx.ts';
import { refuseApi, type ApiResult } from '../platform/http/refuse-api.ts';
import { personById, type PersonRow } from './people-views.ts';
import { lockPerson, saveDeactivation } from './person-store.ts';
import { anotherAdministratorIsLeft, isAdministrator } from './staff-role-store.ts';

/** Refuses `state.not-possible` for the last administrator. */
export async function deactivatePerson(tx: Tx, personId: string, now: Temporal.Instant): Promise<ApiResult<PersonRow>> {
  const person = await lockPerson(tx, personId);
  if (!person) return refuseApi('record.not-found');
  if (person.isDeactivated) return refuseApi('state.not-possible', 'This person was deactivated already.');
  if ((await isAdministrator(tx, personId)) && !(await anotherAdministratorIsLeft(tx, personId)))
    return refuseApi('state.not-possible', 'The last administrator cannot be deactivated.');
  await saveDeactivation(tx, personId, now, now);
  await endSessions(tx, personId);
  await revokeTokens(tx, personId, now);
  await endLinks(tx, 'invitation', personId, now);
  await endLinks(tx, 'reset', personId, now);
  const shown = await personById(tx, personId, now);
  return shown ? { ok: true, value: shown } : refuseApi('record.not-found');
}
