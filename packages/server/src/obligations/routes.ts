/** The routes of the ledger: contract in, use case, contract out. */
import type { obligationRoutes } from '@tamarack/contract';
import type { Handlers } from '../platform/http/handler.ts';
import type { Visitor } from '../platform/http/visitor.ts';
import { explainObligation } from './explain-obligation.ts';
import { ledgerOf, obligationPage, todayPage } from './obligation-views.ts';
import { decideOnWaiver, requestWaiver } from './waive-obligation.ts';
import { waitingWaivers } from './waiver-views.ts';

export const obligationHandlers: Handlers<keyof typeof obligationRoutes> = {
  'GET /accounts/:accountId/ledger': async ({ tx, params, query }) => ({
    ok: true,
    value: await ledgerOf(tx, params.accountId, query),
  }),
  'GET /accounts/:accountId/obligations': async ({ tx, params, query }) => ({
    ok: true,
    json: await obligationPage(tx, params.accountId, query),
  }),
  'GET /accounts/:accountId/obligations/:obligationId': ({ tx, params, query, now }) =>
    explainObligation(tx, params.accountId, params.obligationId, query.zone, now),
  'POST /accounts/:accountId/obligations/:obligationId/waivers': ({ tx, params, body, visitor, now }) =>
    requestWaiver(tx, params.accountId, params.obligationId, body.reason, whoIs(visitor), now),
  'POST /accounts/:accountId/waivers/:waiverId/decision': ({ tx, params, body, visitor, now }) =>
    decideOnWaiver(tx, params.accountId, params.waiverId, body, whoIs(visitor), now),
  'GET /accounts/:accountId/waivers': async ({ tx, params }) => ({
    ok: true,
    value: await waitingWaivers(tx, params.accountId),
  }),
  'GET /today': async ({ tx, query }) => ({ ok: true, json: await todayPage(tx, query) }),
};

/** The access check lets nobody through to these routes who is not signed in. */
function whoIs(visitor: Visitor | undefined): Visitor {
  if (!visitor) throw new Error('A route that needs somebody was called by nobody.');
  return visitor;
}
