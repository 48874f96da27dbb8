/** The routes of tickets: contract in, use case, contract out. */
import type { ticketFormRoutes, ticketRoutes } from '@tamarack/contract';
import type { Handlers } from '../platform/http/handler.ts';
import { personOf } from '../platform/http/person-of.ts';
import { refuseApi } from '../platform/http/refuse-api.ts';
import { endTicket, mergeTicket, reopenTicket } from './end-ticket.ts';
import { replyToTicket } from './reply-to-ticket.ts';
import { shownTicket } from './shown-ticket.ts';
import { submitTicket } from './submit-ticket.ts';
import { promisesOfTicket, ticketForm } from './ticket-form.ts';
import { follow, unfollow } from './ticket-store.ts';
import { messagePage, ticketById, ticketPage } from './ticket-views.ts';
import { acknowledge, changeDesk, changeSeverity, handOver } from './work-on-ticket.ts';

const TICKETS = '/accounts/:accountId/tickets';
const TICKET = '/accounts/:accountId/tickets/:ticketId';
const nobody = () => Promise.resolve(refuseApi('sign-in.required'));

export const ticketHandlers: Handlers<keyof typeof ticketRoutes | keyof typeof ticketFormRoutes> = {
  'GET /accounts/:accountId/ticket-form': ({ tx, params, query, visitor, now }) =>
    visitor ? ticketForm(tx, params.accountId, query, visitor, now) : nobody(),
  'GET /accounts/:accountId/ticket-form/promises': ({ tx, params, query, visitor, now }) =>
    visitor ? promisesOfTicket(tx, params.accountId, query, visitor, now) : nobody(),
  'GET /tickets': async ({ tx, query }) => ({ ok: true, json: await ticketPage(tx, query) }),
  [`POST ${TICKETS}`]: ({ tx, params, body, visitor, actor, now }) =>
    visitor ? submitTicket(tx, params.accountId, body, visitor, actor, now) : nobody(),
  [`GET ${TICKET}`]: ({ tx, params, visitor }) =>
    visitor ? shownTicket(tx, params.accountId, params.ticketId, visitor) : nobody(),
  [`GET ${TICKET}/messages`]: async ({ tx, params, query }) =>
    (await ticketById(tx, params.accountId, params.ticketId))
      ? { ok: true, value: await messagePage(tx, { ...params, ...query }) }
      : refuseApi('record.not-found'),
  [`POST ${TICKET}/messages`]: ({ tx, params, body, visitor, actor, now }) =>
    visitor ? replyToTicket(tx, params, body, visitor, actor, now) : nobody(),
  [`POST ${TICKET}/acknowledgement`]: ({ tx, params, visitor, ...by }) =>
    visitor ? acknowledge(tx, params, { ...by, visitor }) : nobody(),
  [`PATCH ${TICKET}`]: ({ tx, params, body, ifMatch, visitor, ...by }) =>
    visitor ? changeDesk(tx, params, body, ifMatch, { ...by, visitor }) : nobody(),
  [`POST ${TICKET}/side`]: ({ tx, params, body, visitor, ...by }) =>
    visitor ? handOver(tx, params, body, { ...by, visitor }) : nobody(),
  [`POST ${TICKET}/severity`]: ({ tx, params, body, visitor, ...by }) =>
    visitor ? changeSeverity(tx, params, body, { ...by, visitor }) : nobody(),
  [`POST ${TICKET}/ending`]: ({ tx, params, body, visitor, ...by }) =>
    visitor ? endTicket(tx, params, body, { ...by, visitor }) : nobody(),
  [`POST ${TICKET}/reopening`]: ({ tx, params, body, visitor, ...by }) =>
    visitor ? reopenTicket(tx, params, body, { ...by, visitor }) : nobody(),
  [`POST ${TICKET}/merging`]: ({ tx, params, body, visitor, ...by }) =>
    visitor ? mergeTicket(tx, params, body, { ...by, visitor }) : nobody(),
  [`PUT ${TICKET}/followers/me`]: async ({ tx, params, actor, now }) => {
    if (!(await ticketById(tx, params.accountId, params.ticketId))) return refuseApi('record.not-found');
    follow(tx, params.accountId, params.ticketId, personOf(actor), now);
    return { ok: true, value: undefined };
  },
  [`DELETE ${TICKET}/followers/me`]: async ({ tx, params, actor }) => {
    if (!(await ticketById(tx, params.accountId, params.ticketId))) return refuseApi('record.not-found');
    await unfollow(tx, params.accountId, params.ticketId, personOf(actor));
    return { ok: true, value: undefined };
  },
};
