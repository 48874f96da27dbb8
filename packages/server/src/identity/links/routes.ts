/** The routes of one-time links. */
import type { linkRoutes } from '@tamarack/contract';
import { SYSTEM } from '../../platform/database/actor.ts';
import type { Handlers } from '../../platform/http/handler.ts';
import { refuseApi } from '../../platform/http/refuse-api.ts';
import { byProgram } from '../as-program.ts';
import { providerName } from '../auth/sign-in-views.ts';
import { countAttempt, guessKey } from '../auth/throttle-store.ts';
import { signOnChoices } from '../sign-on/provider-views.ts';
import { acceptInvitation } from './accept-invitation.ts';
import { completeReset } from './complete-reset.ts';
import { completeSetUp } from './complete-set-up.ts';
import { makeResetLink } from './link-store.ts';
import { isSetUp, openInvitation } from './link-views.ts';

export const linkHandlers: Handlers<keyof typeof linkRoutes> = {
  'GET /sign-in-options': byProgram(async ({ tx }) => ({
    ok: true,
    value: { providerName: await providerName(tx), isSetUp: await isSetUp(tx), singleSignOn: await signOnChoices(tx) },
  })),
  'GET /invitations/:token': byProgram(async ({ tx, params, now }) => {
    const invitation = await openInvitation(tx, params.token, now);
    return invitation ? { ok: true, value: invitation } : refuseApi('link.not-valid');
  }),
  'POST /invitations/:token/acceptance': byProgram(({ tx, params, body, now }) =>
    acceptInvitation(tx, params.token, body, now),
  ),
  'POST /password-resets': {
    alone: ({ db, request, reply, body, now }) =>
      db.write(SYSTEM, async (tx) => {
        const tooMany = await countAttempt(tx, [guessKey('network', request.ip)], now);
        if (tooMany) {
          void reply.header('retry-after', tooMany.waitSeconds);
          return refuseApi('request.too-many');
        }
        // Nobody's mailbox is flooded; the answer does not tell, for it would tell that the address was asked for before.
        const flooded = await countAttempt(tx, [guessKey('mail', body.email)], now);
        if (!flooded) await makeResetLink(tx, body.email, now);
        return { ok: true, value: undefined };
      }),
  },
  'POST /password-resets/:token/completion': byProgram(({ tx, params, body, now }) =>
    completeReset(tx, params.token, body.password, now),
  ),
  'POST /set-up/:token/completion': byProgram(({ tx, params, body, now }) =>
    completeSetUp(tx, params.token, body, now),
  ),
};
