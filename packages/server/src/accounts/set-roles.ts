/** Who has which role in an account: people of the customer, and the provider's team. */
import { rolesMay, type StaffRole, type CustomerRole } from '@tamarack/contract';
import { recordFacts } from '../obligations/index.ts';
import { isPlausible } from '../platform/clock/is-plausible.ts';
import type { Tx } from '../platform/database/tx.ts';
import { refuseApi, type ApiResult } from '../platform/http/refuse-api.ts';
import { lockAccount } from './account-store.ts';
import { saveMemberships, saveTeamRoles } from './people-store.ts';
import { knownPerson, rolesOfMember } from './people-views.ts';
import { seatFor } from './seats-left.ts';

type NewFact = Parameters<typeof recordFacts>[1][number];
export type By = Parameters<typeof recordFacts>[2];
export type AccountPersonIds = { readonly accountId: string; readonly personId: string };

/**
 * Gives a person of the customer these roles and no others; none takes the person out of the account. Each role given is
 * a nomination, on record, and each that is taken as well. Refuses a role whose seats are all taken (AC4), and the provider's own people.
 */
export async function setCustomerRoles(
  tx: Tx,
  { accountId, personId }: AccountPersonIds,
  roles: readonly CustomerRole[],
  by: By,
  now: Temporal.Instant,
): Promise<ApiResult<unknown>> {
  if ((await lockAccount(tx, accountId)) === undefined) return refuseApi('record.not-found');
  const person = await knownPerson(tx, personId);
  if (!person) return refuseApi('record.not-found');
  if (person.side !== 'customer')
    return refuseApi(
      'state.not-possible',
      "The provider's people serve the account in its team and have no role of the customer.",
    );
  if (roles.length > 0 && !person.isActive)
    return refuseApi('state.not-possible', 'This person was deactivated and can be given no role.');
  return changeRoles(tx, { accountId, personId }, () => roles, by, now);
}

/**
 * Adds roles to those that a person of the customer has: what an invitation does, whose inviter may not see the person yet.
 * Refuses a role whose seats are all taken (AC4).
 */
export async function nominate(
  tx: Tx,
  ids: AccountPersonIds,
  roles: readonly CustomerRole[],
  by: By,
  now: Temporal.Instant,
): Promise<ApiResult<unknown>> {
  if ((await lockAccount(tx, ids.accountId)) === undefined) return refuseApi('record.not-found');
  return changeRoles(tx, ids, (before) => [...new Set([...before, ...roles])], by, now);
}

async function changeRoles(
  tx: Tx,
  ids: AccountPersonIds,
  rolesAfter: (before: readonly string[]) => readonly string[],
  by: By,
  now: Temporal.Instant,
): Promise<ApiResult<unknown>> {
  const { accountId, personId } = ids;
  const before = await rolesOfMember(tx, accountId, personId);
  const roles = rolesAfter(before);
  for (const role of new Set(roles).difference(new Set(before))) {
    const seat = await seatFor(tx, accountId, personId, role, now);
    if (!seat.ok) return seat;
  }
  const { given, taken } = await saveMemberships(tx, accountId, personId, roles, now);
  const left: readonly NewFact[] =
    roles.length > 0
      ? told(ids, 'person.unassigned', taken)
      : taken.slice(0, 1).map(() => ({ accountId, fact: 'person.removed', subjectId: personId }));
  return recordFacts(tx, [...left, ...told(ids, 'person.nominated', given)], by, now);
}

/** The roles in which a member of staff serves the account; none ends the service. What changed is on record. */
export async function setTeamRoles(
  tx: Tx,
  ids: AccountPersonIds,
  roles: readonly StaffRole[],
  by: By,
  now: Temporal.Instant,
): Promise<ApiResult<undefined>> {
  const { accountId, personId } = ids;
  if ((await lockAccount(tx, accountId)) === undefined) return refuseApi('record.not-found');
  const person = await knownPerson(tx, personId);
  if (!person) return refuseApi('record.not-found');
  if (person.side !== 'provider')
    return refuseApi('state.not-possible', 'Only staff of the provider serve in the team of an account.');
  if (roles.length > 0 && !person.isActive)
    return refuseApi('state.not-possible', 'This person was deactivated and cannot serve the account.');
  // Roles in a team count like staff roles in that account: who leads a team must not make administrators.
  const tooMuch = roles.filter((role) => rolesMay([role], 'administration.write'));
  if (tooMuch.length > 0)
    return refuseApi(
      'state.not-possible',
      'An administrator is one of the whole installation, and not of one account.',
    );
  const { given, taken } = await saveTeamRoles(tx, accountId, personId, roles, now);
  const recorded = await recordFacts(
    tx,
    [...told(ids, 'person.unassigned', taken), ...told(ids, 'person.assigned', given)],
    by,
    now,
  );
  return recorded.ok ? { ok: true, value: undefined } : recorded;
}

/** A fact for each role. */
function told({ accountId, personId }: AccountPersonIds, fact: string, roles: readonly string[]): readonly NewFact[] {
  return roles.map((role) => ({ accountId, fact, subjectId: personId, data: { role } }));
}

/** Puts on record that a person of the customer completed the training that a role needs (AC5). */
export async function recordTraining(
  tx: Tx,
  { accountId, personId }: AccountPersonIds,
  { at, note }: { readonly at?: string | undefined; readonly note: string },
  by: By,
  now: Temporal.Instant,
): Promise<ApiResult<unknown>> {
  if ((await rolesOfMember(tx, accountId, personId)).length === 0) return refuseApi('record.not-found');
  if (at !== undefined && !isPlausible(Temporal.Instant.from(at), now))
    return refuseApi('value.not-allowed', 'The training lies too far away; check the year.');
  const when = at === undefined ? {} : { at: Temporal.Instant.from(at) };
  const said = note === '' ? {} : { note };
  return recordFacts(tx, [{ accountId, fact: 'person.trained', subjectId: personId, ...when, ...said }], by, now);
}
