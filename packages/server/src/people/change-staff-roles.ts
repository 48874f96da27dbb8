/** Says which roles a member of staff has. */
import type { Body } from '@tamarack/contract';
import type { Tx } from '../platform/database/tx.ts';
import { refuseApi, type ApiResult } from '../platform/http/refuse-api.ts';
import { personById, type PersonRow } from './people-views.ts';
import { lockPerson } from './person-store.ts';
import { anotherAdministratorIsLeft, saveStaffRoles } from './staff-role-store.ts';

/** Refuses `state.not-possible` for customers, and where nobody would be left who administers. */
export async function changeStaffRoles(
  tx: Tx,
  personId: string,
  roles: Body<'PUT /people/:personId/staff-roles'>['roles'],
  now: Temporal.Instant,
): Promise<ApiResult<PersonRow>> {
  const person = await lockPerson(tx, personId);
  if (!person) return refuseApi('record.not-found');
  if (person.side !== 'provider')
    return refuseApi('state.not-possible', 'A person of a customer has no role among the staff.');
  if (!roles.includes('administrator') && !(await anotherAdministratorIsLeft(tx, personId)))
    return refuseApi('state.not-possible', 'Somebody has to stay administrator.');
  await saveStaffRoles(tx, personId, roles);
  const shown = await personById(tx, personId, now);
  return shown ? { ok: true, value: shown } : refuseApi('record.not-found');
}
