/** The routes of one-time links. */
import type { linkRoutes } from '@tamarack/contract';
import type { Handlers } from '../../platform/http/handler.ts';
import { refuseApi } from '../../platform/http/refuse-api.ts';
import { byProgram } from '../by-program.ts';
import { providerName } from '../auth/sign-in-views.ts';
import { signOnChoices } from '../sign-on/provider-views.ts';
import { acceptInvitation } from './accept-invitation.ts';
import { askForReset } from './ask-for-reset.ts';
import { completeReset } from './complete-reset.ts';
import { completeSetUp } from './complete-set-up.ts';
import { demonstrationSignIn, type DemoSignIn } from './demonstration-views.ts';
import { isSetUp, openInvitation } from './link-views.ts';

export const linkHandlers: Handlers<keyof typeof linkRoutes> = {
  'GET /sign-in-options': byProgram(async ({ tx }) => ({
    ok: true,
    value: {
      providerName: await providerName(tx),
      isSetUp: await isSetUp(tx),
      singleSignOn: await signOnChoices(tx),
      demonstration: shownSignIn(await demonstrationSignIn(tx)),
    },
  })),
  'GET /invitations/:token': byProgram(async ({ tx, params, now }) => {
    const invitation = await openInvitation(tx, params.token, now);
    return invitation ? { ok: true, value: invitation } : refuseApi('link.not-valid');
  }),
  'POST /invitations/:token/acceptance': {
    alone: ({ db, params, body, now }) => acceptInvitation(db, params.token, body, now),
  },
  'POST /password-resets': {
    alone: async ({ db, request, reply, body, now }) => {
      const tooMany = await askForReset(db, body.email, request.ip, now);
      if (!tooMany) return { ok: true, value: undefined };
      void reply.header('retry-after', tooMany.waitSeconds);
      return refuseApi('request.too-many');
    },
  },
  'POST /password-resets/:token/completion': {
    alone: ({ db, params, body, now }) => completeReset(db, params.token, body.password, now),
  },
  'POST /set-up/:token/completion': {
    alone: ({ db, params, body, now }) => completeSetUp(db, params.token, body, now),
  },
};

function shownSignIn(demonstration: DemoSignIn | undefined) {
  if (!demonstration) return null;
  const { password, people } = demonstration;
  return {
    password,
    people: people.map(({ name, email, roles, account = null }) => ({ name, email, roles: [...roles], account })),
  };
}
