/** The routes of the journal: the timeline, and recording a fact by hand. */
import { factInWords } from '@tamarack/core';
import type { factRoutes } from '@tamarack/contract';
import { entryPage, type Entry } from '../journal/index.ts';
import type { Handlers } from '../platform/http/handler.ts';
import { refuseApi } from '../platform/http/refuse-api.ts';
import { recordByHand } from './record-by-hand.ts';
import { recordableFacts } from './recordable-facts.ts';
import { verifyAccount } from './verify-account.ts';

export const factHandlers: Omit<Handlers<keyof typeof factRoutes>, 'GET /events'> = {
  'GET /accounts/:accountId/facts': async ({ tx, params, query }) => {
    const page = await entryPage(tx, { ...query, accountId: params.accountId });
    return {
      ok: true,
      value: { ...page, rows: page.rows.map(({ accountId: _id, account: _name, ...entry }) => inWords(entry)) },
    };
  },
  'POST /accounts/:accountId/facts': ({ tx, params, body, visitor, now }) =>
    visitor ? recordByHand(tx, params.accountId, body, visitor, now) : Promise.resolve(refuseApi('sign-in.required')),
  'GET /accounts/:accountId/recordable-facts': async ({ tx, params, now }) => ({
    ok: true,
    value: { rows: await recordableFacts(tx, params.accountId, now) },
  }),
  'GET /journal': async ({ tx, query }) => {
    const page = await entryPage(tx, query);
    return { ok: true, value: { ...page, rows: page.rows.map(inWords) } };
  },
  'POST /accounts/:accountId/verification': async ({ tx, params, now }) => ({
    ok: true,
    value: await verifyAccount(tx, params.accountId, now),
  }),
};

function inWords<E extends Pick<Entry, 'fact'>>(entry: E): E & { says: string } {
  return { ...entry, says: factInWords(entry.fact, {}, 'past') };
}
