/** The routes of what the agreed terms offer on a ticket: another severity by approval, escalation. */
import type { ticketTermsRoutes } from '@tamarack/contract';
import type { Handlers } from '../platform/http/handler.ts';
import { signedIn } from '../platform/http/person-of.ts';
import { workerOf } from './act-on-ticket.ts';
import { closeEscalation, escalateTicket, takeEscalation, takeFurther } from './escalate-ticket.ts';
import { decideOnSeverity, proposeSeverity, withdrawSeverity } from './propose-severity.ts';
import { termsOfTicket } from './terms-of-ticket.ts';

const TICKET = '/accounts/:accountId/tickets/:ticketId';
const ESCALATION = '/accounts/:accountId/tickets/:ticketId/escalations/:escalationId';

export const ticketTermsHandlers: Handlers<keyof typeof ticketTermsRoutes> = {
  [`GET ${TICKET}/terms`]: ({ tx, params, visitor }) => termsOfTicket(tx, params, signedIn(visitor)),
  [`POST ${TICKET}/severity-proposal`]: ({ tx, params, body, ...call }) =>
    proposeSeverity(tx, params, body, workerOf(call)),
  [`POST ${TICKET}/severity-proposal/decision`]: ({ tx, params, body, ...call }) =>
    decideOnSeverity(tx, params, body, workerOf(call)),
  [`POST ${TICKET}/severity-proposal/withdrawal`]: ({ tx, params, body, ...call }) =>
    withdrawSeverity(tx, params, body, workerOf(call)),
  [`POST ${TICKET}/escalations`]: ({ tx, params, body, ...call }) => escalateTicket(tx, params, body, workerOf(call)),
  [`POST ${ESCALATION}/next-step`]: ({ tx, params, body, ...call }) =>
    takeFurther(tx, params, body.reason, workerOf(call)),
  [`POST ${ESCALATION}/taking`]: ({ tx, params, body, ...call }) =>
    takeEscalation(tx, params, body.note, workerOf(call)),
  [`POST ${ESCALATION}/closing`]: ({ tx, params, body, ...call }) =>
    closeEscalation(tx, params, body.note, workerOf(call)),
};
