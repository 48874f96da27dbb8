/** The routes around one ticket: splitting, relations, known errors, drafts, presence. */
import type { ticketCompanyRoutes } from '@tamarack/contract';
import { mayOn } from '../platform/http/access-check.ts';
import type { Handlers } from '../platform/http/handler.ts';
import { personOf, signedIn } from '../platform/http/person-of.ts';
import { refuseApi } from '../platform/http/refuse-api.ts';
import { workerOf } from './act-on-ticket.ts';
import { draftOf, forgetDraft, keepDraft } from './draft-store.ts';
import { knownErrors } from './known-error-views.ts';
import { bePresent, leave, othersPresent } from './presence-store.ts';
import { relateTickets } from './relate-tickets.ts';
import { splitTicket } from './split-ticket.ts';
import { isThere } from './ticket-views.ts';

const TICKET = '/accounts/:accountId/tickets/:ticketId';

export const ticketCompanyHandlers: Handlers<keyof typeof ticketCompanyRoutes> = {
  [`POST ${TICKET}/splitting`]: ({ tx, params, body, ...call }) => splitTicket(tx, params, body, workerOf(call)),
  [`PUT ${TICKET}/relations/:otherId`]: ({ tx, params, body, ...call }) =>
    relateTickets(tx, params, body.says, workerOf(call)),
  [`DELETE ${TICKET}/relations/:otherId`]: ({ tx, params, ...call }) =>
    relateTickets(tx, params, undefined, workerOf(call)),
  [`GET ${TICKET}/known-errors`]: async ({ tx, params }) =>
    (await isThere(tx, params))
      ? { ok: true, value: { rows: await knownErrors(tx, params) } }
      : refuseApi('record.not-found'),
  [`GET ${TICKET}/drafts/:audience`]: async ({ tx, params, actor }) =>
    (await isThere(tx, params))
      ? { ok: true, value: { draft: await draftOf(tx, { ...params, personId: personOf(actor) }) } }
      : refuseApi('record.not-found'),
  [`PUT ${TICKET}/drafts/:audience`]: async ({ tx, params, body: { body }, actor, visitor, now }) => {
    if (!(await isThere(tx, params))) return refuseApi('record.not-found');
    if (params.audience === 'internal' && !mayOn(signedIn(visitor), params.accountId, 'tickets.work'))
      return refuseApi('access.denied', 'Internal notes are the provider’s.');
    await keepDraft(tx, { ...params, personId: personOf(actor) }, body, now);
    return { ok: true, value: { draft: { body, audience: params.audience, savedAt: now.toString() } } };
  },
  [`DELETE ${TICKET}/drafts/:audience`]: async ({ tx, params, actor }) => {
    if (!(await isThere(tx, params))) return refuseApi('record.not-found');
    forgetDraft(tx, { ...params, personId: personOf(actor) });
    return { ok: true, value: undefined };
  },
  [`PUT ${TICKET}/presence`]: async ({ tx, params, body, actor, now }) => {
    if (!(await isThere(tx, params))) return refuseApi('record.not-found');
    const personId = personOf(actor);
    await bePresent(tx, params, { personId, side: actor.side }, body.doing, now);
    return { ok: true, value: { others: await othersPresent(tx, params, personId, now) } };
  },
  [`DELETE ${TICKET}/presence`]: async ({ tx, params, actor, now }) => {
    if (!(await isThere(tx, params))) return refuseApi('record.not-found');
    await leave(tx, params, personOf(actor), now);
    return { ok: true, value: undefined };
  },
};
