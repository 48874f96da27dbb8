/** Invites people: the person and its roles are there at once, signing in takes the link that is mailed. */
import type { Body, Gives } from '@tamarack/contract';
import { nominate } from '../accounts/index.ts';
import { makeLink, sendMail } from '../identity/index.ts';
import type { Actor } from '../platform/database/actor.ts';
import type { Tx } from '../platform/database/tx.ts';
import { refuseApi, type ApiResult } from '../platform/http/refuse-api.ts';
import { hasSignedIn } from './people-views.ts';
import { lockPerson, personOfAddress } from './person-store.ts';
import { saveStaffRoles } from './staff-role-store.ts';

type Recorder = Parameters<typeof nominate>[3];
type Invited = Gives<'POST /staff-invitations'>;

/** Refuses `value.taken` for an address that somebody has already. */
export async function inviteStaff(
  tx: Tx,
  actor: Actor,
  { roles, ...wanted }: Body<'POST /staff-invitations'>,
  now: Temporal.Instant,
): Promise<ApiResult<Invited>> {
  const person = await personOfAddress(tx, 'provider', wanted, now);
  if (!person.isNew) return refuseApi('value.taken', `Somebody has the address ${wanted.email} already.`);
  await saveStaffRoles(tx, person.id, roles);
  return invite(tx, actor, person.id, now);
}

/**
 * Invites a person of the customer. Somebody who is a customer's person already gets the roles and is told so. Refuses
 * `value.not-allowed` for the provider's own people and for people who were deactivated.
 */
export async function inviteCustomer(
  tx: Tx,
  actor: Actor,
  accountId: string,
  { roles, ...wanted }: Body<'POST /accounts/:accountId/invitations'>,
  by: Recorder,
  now: Temporal.Instant,
): Promise<ApiResult<Invited>> {
  const person = await personOfAddress(tx, 'customer', wanted, now);
  if (person.side !== 'customer' || person.isDeactivated)
    return refuseApi('value.not-allowed', `${wanted.email} cannot be invited to this account.`);
  const named = await nominate(tx, { accountId, personId: person.id }, roles, by, now);
  if (!named.ok) return named;
  if (!(await hasSignedIn(tx, person.id))) return invite(tx, actor, person.id, now);
  await sendMail(tx, { kind: 'added-to-account', personId: person.id, path: `/accounts/${accountId}` });
  return { ok: true, value: { personId: person.id, expiresAt: null } };
}

/** Sends a new link. Refuses `state.not-possible` for people who can sign in, or were deactivated. */
export async function inviteAgain(
  tx: Tx,
  actor: Actor,
  personId: string,
  now: Temporal.Instant,
): Promise<ApiResult<Invited>> {
  const person = await lockPerson(tx, personId);
  if (!person) return refuseApi('record.not-found');
  if (person.isDeactivated) return refuseApi('state.not-possible', 'This person was deactivated.');
  if (await hasSignedIn(tx, personId))
    return refuseApi('state.not-possible', 'This person has accepted an invitation already.');
  return invite(tx, actor, personId, now);
}

async function invite(tx: Tx, actor: Actor, personId: string, now: Temporal.Instant): Promise<ApiResult<Invited>> {
  const { token, expiresAt } = await makeLink(tx, { kind: 'invitation', personId, createdBy: actor.personId }, now);
  await sendMail(tx, { kind: 'invitation', personId, path: `/invitations/${token}`, expiresAt });
  return { ok: true, value: { personId, expiresAt: expiresAt.toString() } };
}
