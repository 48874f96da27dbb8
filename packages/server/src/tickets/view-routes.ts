/** The routes of saved views, their counts, and work on many tickets. */
import type { ticketViewRoutes } from '@tamarack/contract';
import type { Handlers } from '../platform/http/handler.ts';
import { personOf } from '../platform/http/person-of.ts';
import { workerOf } from './act-on-ticket.ts';
import { changeMany } from './change-many.ts';
import { ticketCounts } from './count-views.ts';
import { ticketQueues } from './queue-views.ts';
import { changeView, removeView, saveView } from './save-view.ts';
import { savedViews } from './saved-view-views.ts';

export const ticketViewHandlers: Handlers<keyof typeof ticketViewRoutes> = {
  'GET /ticket-views': async ({ tx, actor }) => ({ ok: true, value: { rows: await savedViews(tx, personOf(actor)) } }),
  'POST /ticket-views': ({ tx, body, actor, now }) => saveView(tx, body, actor, now),
  'PUT /ticket-views/:viewId': ({ tx, params, body, ifMatch, actor }) =>
    changeView(tx, params.viewId, body, ifMatch, actor),
  'DELETE /ticket-views/:viewId': ({ tx, params, actor }) => removeView(tx, params.viewId, actor),
  'GET /ticket-counts': ({ tx, query, actor }) => ticketCounts(tx, query, actor),
  'GET /ticket-queues': async ({ tx }) => ({ ok: true, value: { rows: await ticketQueues(tx) } }),
  'POST /tickets/changes': async ({ tx, body, ...call }) => ({
    ok: true,
    value: { results: await changeMany(tx, body, workerOf(call)) },
  }),
};
