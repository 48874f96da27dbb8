/** What staff do with a ticket: confirm its receipt, hand it over, judge its severity, assign it. */
import type { Body } from '@tamarack/contract';
import type { Tx } from '../platform/database/tx.ts';
import { refuseApi, type ApiResult } from '../platform/http/refuse-api.ts';
import { lockOpen, recordFactsOf, recordOn, sayOn, type Worker } from './act-on-ticket.ts';
import { deskFacts } from './desk-facts.ts';
import type { Ids } from './ids.ts';
import { refusedProduct } from './refused-product.ts';
import { receivedUnder } from './received-under.ts';
import { shownTicket, type ShownTicket } from './shown-ticket.ts';
import { mayBeAssigned } from './staff-views.ts';
import { severitiesOf } from './ticket-form.ts';
import { lockTicket, saveDesk } from './ticket-store.ts';

/** AC13: a confirmation that reaches who submitted it, in the conversation and by mail. */
export async function acknowledge(tx: Tx, ids: Ids, by: Worker): Promise<ApiResult<ShownTicket>> {
  const locked = await lockOpen(tx, ids);
  if (!locked.ok) return locked;
  if (locked.value.isAcknowledged) return refuseApi('state.not-possible', 'Its receipt was confirmed already.');
  sayOn(tx, locked.value, 'We have received this and are looking at it.', by);
  return recordOn(tx, locked.value, 'acknowledged', {}, by);
}

/** AC15: the ticket waits for the customer with a reason, and comes back. */
export async function handOver(
  tx: Tx,
  ids: Ids,
  { side, reason }: Body<'POST /accounts/:accountId/tickets/:ticketId/side'>,
  by: Worker,
): Promise<ApiResult<ShownTicket>> {
  const locked = await lockOpen(tx, ids);
  if (!locked.ok) return locked;
  if (locked.value.side === side) return refuseApi('state.not-possible', `It is with the ${side} already.`);
  return recordOn(tx, locked.value, `handed-to-${side}`, { note: reason }, by);
}

/** AC11: the provider may change the severity on the facts. */
export async function changeSeverity(
  tx: Tx,
  ids: Ids,
  { severity, reason }: Body<'POST /accounts/:accountId/tickets/:ticketId/severity'>,
  by: Worker,
): Promise<ApiResult<ShownTicket>> {
  const locked = await lockOpen(tx, ids);
  if (!locked.ok) return locked;
  const ticket = locked.value;
  if (ticket.severity === severity) return refuseApi('state.not-possible', `Its severity is ${severity} already.`);
  const agreed = await receivedUnder(tx, ids);
  if (agreed && !severitiesOf(agreed).some((choice) => choice.severity === severity))
    return refuseApi('value.not-allowed', 'The service does not know this severity.');
  return recordOn(tx, ticket, 'severity-changed', { data: { severity }, note: reason }, by);
}

/** Who works on it, in which queue, about what; each change is on record (`deskFacts`). Without `ifMatch` whatever its version is. */
export async function changeDesk(
  tx: Tx,
  ids: Ids,
  { assigneeId, queue, subject, productId }: Body<'PATCH /accounts/:accountId/tickets/:ticketId'>,
  ifMatch: number | undefined,
  by: Worker,
): Promise<ApiResult<ShownTicket>> {
  const ticket = await lockTicket(tx, ids.accountId, ids.ticketId);
  if (!ticket) return refuseApi('record.not-found');
  if (ifMatch !== undefined && ticket.version !== ifMatch) return refuseApi('edit.conflict');
  if (assigneeId && !(await mayBeAssigned(tx, ids.accountId, assigneeId)))
    return refuseApi('value.not-allowed', 'This person cannot work on tickets of this account.');
  const unfit = await refusedProduct(tx, ids, productId, by);
  if (unfit) return unfit;
  const desk = {
    assigneeId: assigneeId === undefined ? ticket.assigneeId : assigneeId,
    queue: queue === undefined ? ticket.queue : queue,
    subject: subject ?? ticket.subject,
    productId: productId === undefined ? ticket.productId : productId,
  };
  await saveDesk(tx, ids.accountId, ids.ticketId, desk);
  const recorded = await recordFactsOf(tx, ticket, deskFacts(ticket, desk), by);
  return recorded.ok ? shownTicket(tx, ids.accountId, ids.ticketId, by.visitor) : recorded;
}
