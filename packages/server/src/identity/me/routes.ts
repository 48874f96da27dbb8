/** The routes of the signed-in person. */
import type { meRoutes } from '@tamarack/contract';
import type { Handlers } from '../../platform/http/handler.ts';
import { refuseApi } from '../../platform/http/refuse-api.ts';
import { endSession } from '../sessions-store.ts';
import { changeMe } from './change-me.ts';
import { changePassword } from './change-password.ts';
import { me } from './me-views.ts';
import { makeToken } from './make-token.ts';
import { sessionsOf } from './session-views.ts';
import { inPerson, signedIn } from './signed-in.ts';
import { revokeToken } from './token-store.ts';
import { tokensOf } from './token-views.ts';

export const meHandlers: Handlers<keyof typeof meRoutes> = {
  'GET /me': async ({ tx, visitor }) => ({ ok: true, value: await me(tx, signedIn(visitor)) }),
  'PATCH /me': async ({ tx, visitor, body, ifMatch, now }) => {
    const person = inPerson(visitor);
    return person.ok ? changeMe(tx, person.value, body, ifMatch, now) : person;
  },
  'PUT /me/password': {
    alone: async ({ db, actor, visitor, body, now, reply }) => {
      const person = inPerson(visitor);
      return person.ok ? changePassword(db, actor, person.value, body, now, reply) : person;
    },
  },
  'GET /me/sessions': async ({ tx, visitor, now }) => {
    const { personId, credentialId } = signedIn(visitor);
    return { ok: true, value: { rows: await sessionsOf(tx, personId, credentialId, now) } };
  },
  'DELETE /me/sessions/:sessionId': async ({ tx, visitor, params }) => {
    const person = inPerson(visitor);
    if (!person.ok) return person;
    const ended = await endSession(tx, person.value.personId, params.sessionId);
    return ended ? { ok: true, value: undefined } : refuseApi('record.not-found');
  },
  'GET /me/tokens': async ({ tx, visitor, now }) => ({
    ok: true,
    value: { rows: await tokensOf(tx, signedIn(visitor).personId, now) },
  }),
  'POST /me/tokens': async ({ tx, visitor, body, now }) => {
    const person = inPerson(visitor);
    return person.ok ? makeToken(tx, person.value, body, now) : person;
  },
  'DELETE /me/tokens/:tokenId': async ({ tx, visitor, params, now }) => {
    const person = inPerson(visitor);
    if (!person.ok) return person;
    const revoked = await revokeToken(tx, person.value.personId, params.tokenId, now);
    return revoked ? { ok: true, value: undefined } : refuseApi('record.not-found');
  },
};
