/** The routes of what the agreed terms offer on a ticket: another severity by approval, escalation. */
import type { ticketTermsRoutes } from '@tamarack/contract';
import type { Handlers } from '../platform/http/handler.ts';
import { refuseApi } from '../platform/http/refuse-api.ts';
import { closeEscalation, escalateTicket, takeEscalation, takeFurther } from './escalate-ticket.ts';
import { decideOnSeverity, proposeSeverity } from './propose-severity.ts';
import { termsOfTicket } from './terms-of-ticket.ts';

const TICKET = '/accounts/:accountId/tickets/:ticketId';
const ESCALATION = '/accounts/:accountId/tickets/:ticketId/escalations/:escalationId';
const nobody = () => Promise.resolve(refuseApi('sign-in.required'));

export const ticketTermsHandlers: Handlers<keyof typeof ticketTermsRoutes> = {
  [`GET ${TICKET}/terms`]: ({ tx, params, visitor }) => (visitor ? termsOfTicket(tx, params, visitor) : nobody()),
  [`POST ${TICKET}/severity-proposal`]: ({ tx, params, body, visitor, ...by }) =>
    visitor ? proposeSeverity(tx, params, body, { ...by, visitor }) : nobody(),
  [`POST ${TICKET}/severity-proposal/decision`]: ({ tx, params, body, visitor, ...by }) =>
    visitor ? decideOnSeverity(tx, params, body, { ...by, visitor }) : nobody(),
  [`POST ${TICKET}/escalations`]: ({ tx, params, body, visitor, ...by }) =>
    visitor ? escalateTicket(tx, params, body, { ...by, visitor }) : nobody(),
  [`POST ${ESCALATION}/next-step`]: ({ tx, params, body, visitor, ...by }) =>
    visitor ? takeFurther(tx, params, body.reason, { ...by, visitor }) : nobody(),
  [`POST ${ESCALATION}/taking`]: ({ tx, params, body, visitor, ...by }) =>
    visitor ? takeEscalation(tx, params, body.note, { ...by, visitor }) : nobody(),
  [`POST ${ESCALATION}/closing`]: ({ tx, params, body, visitor, ...by }) =>
    visitor ? closeEscalation(tx, params, body.note, { ...by, visitor }) : nobody(),
};
