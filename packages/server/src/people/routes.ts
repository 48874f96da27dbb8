/** The routes of people: contract in, use case, contract out. */
import type { peopleRoutes } from '@tamarack/contract';
import { endSessions, sessionsOf } from '../identity/index.ts';
import type { Handlers } from '../platform/http/handler.ts';
import { refuseApi } from '../platform/http/refuse-api.ts';
import { changeStaffRoles } from './change-staff-roles.ts';
import { deactivatePerson } from './deactivate-person.ts';
import { recorderOf } from '../platform/http/person-of.ts';
import { inviteAgain, inviteCustomer, inviteStaff } from './invite.ts';
import { peoplePage, personById, staffMembers } from './people-views.ts';
import { reactivatePerson } from './reactivate-person.ts';
import { removeSecondFactor } from './second-factor-store.ts';

export const peopleHandlers: Handlers<keyof typeof peopleRoutes> = {
  'GET /people': async ({ tx, query, now }) => ({ ok: true, value: await peoplePage(tx, query, now) }),
  'GET /people/:personId': async ({ tx, params, now }) => {
    const person = await personById(tx, params.personId, now);
    return person ? { ok: true, value: person } : refuseApi('record.not-found');
  },
  'GET /staff': async ({ tx }) => ({ ok: true, value: { rows: await staffMembers(tx) } }),
  'POST /staff-invitations': ({ tx, actor, body, now }) => inviteStaff(tx, actor, body, now),
  'POST /accounts/:accountId/invitations': ({ tx, actor, params, body, now }) =>
    inviteCustomer(tx, actor, params.accountId, body, recorderOf(actor), now),
  'POST /people/:personId/invitations': ({ tx, actor, params, now }) => inviteAgain(tx, actor, params.personId, now),
  'POST /people/:personId/deactivation': ({ tx, params, now }) => deactivatePerson(tx, params.personId, now),
  'POST /people/:personId/reactivation': ({ tx, params, now }) => reactivatePerson(tx, params.personId, now),
  'PUT /people/:personId/staff-roles': ({ tx, params, body, now }) =>
    changeStaffRoles(tx, params.personId, body.roles, now),
  'GET /people/:personId/sessions': async ({ tx, params, visitor, now }) => ({
    ok: true,
    value: { rows: await sessionsOf(tx, params.personId, visitor?.credentialId, now) },
  }),
  'DELETE /people/:personId/sessions': async ({ tx, params }) => {
    await endSessions(tx, params.personId);
    return { ok: true, value: undefined };
  },
  'DELETE /people/:personId/second-factor': async ({ tx, params }) => {
    await removeSecondFactor(tx, params.personId);
    await endSessions(tx, params.personId);
    return { ok: true, value: undefined };
  },
};
