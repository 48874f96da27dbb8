/** How a ticket ends, begins again, or goes on in another one. */
import type { Body } from '@tamarack/contract';
import type { Tx } from '../platform/database/tx.ts';
import { mayOn } from '../platform/http/access-check.ts';
import { refuseApi, type ApiResult } from '../platform/http/refuse-api.ts';
import { lockOpen, recordOn, sayOn, type Worker } from './act-on-ticket.ts';
import type { Ids } from './ids.ts';
import { refuseEndedContract } from './refuse-ended-contract.ts';
import { refusedEnding } from './refused-ending.ts';
import type { ShownTicket } from './shown-ticket.ts';
import { lockTicket, saveMerge } from './ticket-store.ts';

/**
 * The customer may close its own ticket; resolving and declining are the provider's, on grounds of the description where it names
 * any.
 */
export async function endTicket(
  tx: Tx,
  ids: Ids,
  ending: Body<'POST /accounts/:accountId/tickets/:ticketId/ending'>,
  by: Worker,
): Promise<ApiResult<ShownTicket>> {
  const { how, because, note } = ending;
  const ticket = await lockTicket(tx, ids.accountId, ids.ticketId);
  if (!ticket) return refuseApi('record.not-found');
  if (how !== 'closed' && !mayOn(by.visitor, ids.accountId, 'tickets.work'))
    return refuseApi('access.denied', `A ticket is ${how} by the provider.`);
  const isPossible = ticket.state === 'open' || (ticket.state === 'resolved' && how === 'closed');
  if (!isPossible) return refuseApi('state.not-possible', `#${ticket.reference} is ${ticket.state} already.`);
  const refused = await refusedEnding(tx, ids, ending, by.visitor.side);
  if (refused) return refused;
  if (note !== '') sayOn(tx, ticket, note, by);
  const data = because === undefined ? {} : { because };
  return recordOn(tx, ticket, how, { data, note }, by);
}

/** A new cycle of the clocks begins; past ones keep their outcome. */
export async function reopenTicket(
  tx: Tx,
  ids: Ids,
  { reason }: Body<'POST /accounts/:accountId/tickets/:ticketId/reopening'>,
  by: Worker,
): Promise<ApiResult<ShownTicket>> {
  const ticket = await lockTicket(tx, ids.accountId, ids.ticketId);
  if (!ticket) return refuseApi('record.not-found');
  if (ticket.state === 'open') return refuseApi('state.not-possible', `#${ticket.reference} is open.`);
  if (ticket.state === 'merged')
    return refuseApi('state.not-possible', 'It was merged into another ticket, which can be reopened.');
  const ended = await refuseEndedContract(tx, ticket, by.now);
  if (ended) return ended;
  sayOn(tx, ticket, reason, by);
  return recordOn(tx, ticket, 'reopened', { note: reason }, by);
}

/** The merged ticket's clocks end as merged, neither met nor broken; those of the other one go on. */
export async function mergeTicket(
  tx: Tx,
  ids: Ids,
  { intoId }: Body<'POST /accounts/:accountId/tickets/:ticketId/merging'>,
  by: Worker,
): Promise<ApiResult<ShownTicket>> {
  if (intoId === ids.ticketId) return refuseApi('value.not-allowed', 'A ticket cannot be merged into itself.');
  // Always in the order of their ids, so that two people who merge crosswise do not wait for each other.
  const [first, second] = [ids.ticketId, intoId].toSorted();
  if (!(await lockTicket(tx, ids.accountId, first ?? ''))) return refuseApi('record.not-found');
  if (!(await lockTicket(tx, ids.accountId, second ?? ''))) return refuseApi('record.not-found');
  const [from, into] = [await lockOpen(tx, ids), await lockOpen(tx, { accountId: ids.accountId, ticketId: intoId })];
  if (!from.ok) return from;
  if (!into.ok) return into;
  await saveMerge(tx, ids.accountId, ids.ticketId, intoId);
  sayOn(tx, into.value, `#${from.value.reference} was merged into this ticket.`, by);
  return recordOn(tx, from.value, 'merged', { aboutId: intoId }, by);
}
