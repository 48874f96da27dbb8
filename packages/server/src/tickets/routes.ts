/** The routes of tickets: contract in, use case, contract out. */
import type { ticketFormRoutes, ticketRoutes } from '@tamarack/contract';
import type { Database } from '../platform/database/database.ts';
import type { Handlers } from '../platform/http/handler.ts';
import { personOf, signedIn } from '../platform/http/person-of.ts';
import { refuseApi } from '../platform/http/refuse-api.ts';
import { workerOf } from './act-on-ticket.ts';
import { endTicket, mergeTicket, reopenTicket } from './end-ticket.ts';
import { replyToTicket } from './reply-to-ticket.ts';
import { shownTicket } from './shown-ticket.ts';
import { submitting } from './submit-ticket.ts';
import { promisesOfTicket, ticketForm } from './ticket-form.ts';
import { follow, unfollow } from './ticket-store.ts';
import { ticketPage } from './ticket-list-views.ts';
import { isThere, messagePage } from './ticket-views.ts';
import { acknowledge, changeDesk, changeSeverity, handOver } from './work-on-ticket.ts';

const TICKETS = '/accounts/:accountId/tickets';
const TICKET = '/accounts/:accountId/tickets/:ticketId';

export const ticketHandlers = (db: Database): Handlers<keyof typeof ticketRoutes | keyof typeof ticketFormRoutes> => ({
  'GET /accounts/:accountId/ticket-form': ({ tx, params, query, visitor, now }) =>
    ticketForm(tx, params.accountId, query, signedIn(visitor), now),
  'GET /accounts/:accountId/ticket-form/promises': ({ tx, params, query, visitor, now }) =>
    promisesOfTicket(tx, params.accountId, query, signedIn(visitor), now),
  'GET /tickets': async ({ tx, query }) => ({ ok: true, json: await ticketPage(tx, query) }),
  [`POST ${TICKETS}`]: { alone: submitting(db) },
  [`GET ${TICKET}`]: ({ tx, params, visitor }) => shownTicket(tx, params.accountId, params.ticketId, signedIn(visitor)),
  [`GET ${TICKET}/messages`]: async ({ tx, params, query }) =>
    (await isThere(tx, params))
      ? { ok: true, value: await messagePage(tx, { ...params, ...query }) }
      : refuseApi('record.not-found'),
  [`POST ${TICKET}/messages`]: ({ tx, params, body, visitor, actor, now }) =>
    replyToTicket(tx, params, body, signedIn(visitor), actor, now),
  [`POST ${TICKET}/acknowledgement`]: ({ tx, params, ...call }) => acknowledge(tx, params, workerOf(call)),
  [`PATCH ${TICKET}`]: ({ tx, params, body, ifMatch, ...call }) =>
    changeDesk(tx, params, body, ifMatch, workerOf(call)),
  [`POST ${TICKET}/side`]: ({ tx, params, body, ...call }) => handOver(tx, params, body, workerOf(call)),
  [`POST ${TICKET}/severity`]: ({ tx, params, body, ...call }) => changeSeverity(tx, params, body, workerOf(call)),
  [`POST ${TICKET}/ending`]: ({ tx, params, body, ...call }) => endTicket(tx, params, body, workerOf(call)),
  [`POST ${TICKET}/reopening`]: ({ tx, params, body, ...call }) => reopenTicket(tx, params, body, workerOf(call)),
  [`POST ${TICKET}/merging`]: ({ tx, params, body, ...call }) => mergeTicket(tx, params, body, workerOf(call)),
  [`PUT ${TICKET}/followers/me`]: async ({ tx, params, actor, now }) => {
    if (!(await isThere(tx, params))) return refuseApi('record.not-found');
    follow(tx, params.accountId, params.ticketId, personOf(actor), now);
    return { ok: true, value: undefined };
  },
  [`DELETE ${TICKET}/followers/me`]: async ({ tx, params, actor }) => {
    if (!(await isThere(tx, params))) return refuseApi('record.not-found');
    await unfollow(tx, params.accountId, params.ticketId, personOf(actor));
    return { ok: true, value: undefined };
  },
});
