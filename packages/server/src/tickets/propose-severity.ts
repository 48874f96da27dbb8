/**
 * Another severity by a further case of the description ("the request of an important client, if management approves", AC11):
 * it waits for whom the description names. Nothing changes for the clocks until it is approved; then the new target counts from
 * the same start, as with every change of severity, and the change itself is of the instant of the approval.
 */
import type { Body } from '@tamarack/contract';
import type { Tx } from '../platform/database/tx.ts';
import { refuseApi, type ApiResult } from '../platform/http/refuse-api.ts';
import { lockOpen, recordFactOf, type Worker } from './act-on-ticket.ts';
import type { Ids } from './ids.ts';
import { peopleInCharge, type RoleOf } from './people-in-charge-views.ts';
import { receivedUnder } from './received-under.ts';
import {
  deleteProposal,
  insertProposal,
  type SeverityProposal,
  waitingProposal,
  withdrawProposal,
} from './severity-proposal-store.ts';
import { tellConcerned, tellInCharge, tellWithdrawn } from './tell-in-charge-store.ts';
import { roleOfOwner, termsOfTicket, type TermsOfTicket } from './terms-of-ticket.ts';
import { follow } from './ticket-store.ts';

type Wanted = Body<'POST /accounts/:accountId/tickets/:ticketId/severity-proposal'>;
type Decision = Body<'POST /accounts/:accountId/tickets/:ticketId/severity-proposal/decision'>;
type Withdrawal = Body<'POST /accounts/:accountId/tickets/:ticketId/severity-proposal/withdrawal'>;
type FurtherCase = { readonly says: string; readonly approval: RoleOf | undefined };

/** Refuses `value.not-allowed` for what the description does not know, and a second one while the first waits. */
export async function proposeSeverity(
  tx: Tx,
  ids: Ids,
  { severity, also, reason }: Wanted,
  by: Worker,
): Promise<ApiResult<TermsOfTicket>> {
  const locked = await lockOpen(tx, ids);
  if (!locked.ok) return locked;
  const ticket = locked.value;
  if (ticket.severity === severity) return refuseApi('state.not-possible', `Its severity is ${severity} already.`);
  const further = await furtherCase(tx, ids, severity, also);
  if (!further)
    return refuseApi('value.not-allowed', 'The service knows no such case of this severity.', [
      { path: 'also', says: 'expected the place of a further case of this severity' },
    ]);
  const { approval, says } = further;
  if (!approval)
    return refuseApi('value.not-allowed', 'This case needs nobody’s approval: change the severity with the reason.');
  if (await waitingProposal(tx, ids))
    return refuseApi('state.not-possible', 'Another severity waits for approval already.');
  const approvers = await peopleInCharge(tx, ids.accountId, ticket.contractId, approval);
  if (approvers.length === 0)
    return refuseApi('state.not-possible', 'Nobody is there who could approve it. Have somebody named for the role.');
  follow(tx, ids.accountId, ids.ticketId, by.visitor.personId, by.now);
  const proposed = await recordFactOf(tx, ticket, 'severity-change-proposed', { data: { severity }, note: reason }, by);
  if (!proposed.ok) return proposed;
  const proposal = { id: proposed.value, severity, because: says, reason, ...approval };
  await insertProposal(tx, ids, proposal, by.visitor.personId, by.now);
  const telling = { kind: 'ticket.severity-change-proposed', journalId: proposed.value, by: by.visitor.personId };
  await tellInCharge(tx, ticket, approval, { ...telling, withDesk: false }, by.now);
  return termsOfTicket(tx, ids, by.visitor);
}

/** By those alone who have the role, on what they read. To decline it needs a reason, which whoever asked reads. */
export async function decideOnSeverity(
  tx: Tx,
  ids: Ids,
  { approve, note, proposalId }: Decision,
  by: Worker,
): Promise<ApiResult<TermsOfTicket>> {
  const locked = await lockOpen(tx, ids);
  if (!locked.ok) return locked;
  const ticket = locked.value;
  const found = await waitingAsRead(tx, ids, proposalId);
  if (!found.ok) return found;
  const waiting = found.value;
  const { accountId } = ids;
  const { personId } = by.visitor;
  const approvers = await peopleInCharge(tx, accountId, ticket.contractId, waiting);
  if (!approvers.some(({ id }) => id === personId))
    return refuseApi('access.denied', `This is for ${approvers.map(({ name }) => name).join(' or ')} to decide.`);
  if (!approve && note === '')
    return refuseApi('value.not-allowed', 'Say why it is declined: whoever asked reads it.', [
      { path: 'note', says: 'expected a reason' },
    ]);
  await deleteProposal(tx, ids);
  const { severity, reason } = waiting;
  if (approve) {
    const changed = await recordFactOf(
      tx,
      ticket,
      'severity-changed',
      { data: { severity }, note: note === '' ? reason : `${reason}\n\n${note}` },
      by,
    );
    return changed.ok ? termsOfTicket(tx, ids, by.visitor) : changed;
  }
  const declined = await recordFactOf(tx, ticket, 'severity-change-declined', { data: { severity }, note }, by);
  if (!declined.ok) return declined;
  const telling = { kind: 'ticket.severity-change-declined', journalId: declined.value, by: personId };
  await tellConcerned(tx, ticket, waiting.by?.id, telling, by.now);
  return termsOfTicket(tx, ids, by.visitor);
}

/** By whoever asked for it, as long as nobody answered. The reason may be left out: the severity is what it was. */
export async function withdrawSeverity(
  tx: Tx,
  ids: Ids,
  { note, proposalId }: Withdrawal,
  by: Worker,
): Promise<ApiResult<TermsOfTicket>> {
  const locked = await lockOpen(tx, ids);
  if (!locked.ok) return locked;
  const found = await waitingAsRead(tx, ids, proposalId);
  if (!found.ok) return found;
  const { id, severity, by: asked } = found.value;
  if (asked?.id !== by.visitor.personId)
    return refuseApi('access.denied', `${asked?.name ?? 'Somebody else'} asked for it, and alone can withdraw it.`);
  const words = note === '' ? {} : { note };
  const more = { data: { severity }, ...words };
  const recorded = await recordFactOf(tx, locked.value, 'severity-change-withdrawn', more, by);
  if (!recorded.ok) return recorded;
  const telling = { kind: 'ticket.severity-change-withdrawn', journalId: recorded.value, by: by.visitor.personId };
  await tellWithdrawn(tx, locked.value, id, telling, by.now);
  await withdrawProposal(tx, ids, id, by.now);
  return termsOfTicket(tx, ids, by.visitor);
}

/** What waits; refused where it is not (any more) what somebody read: what is answered has to have been seen. */
async function waitingAsRead(tx: Tx, ids: Ids, proposalId: string | undefined): Promise<ApiResult<SeverityProposal>> {
  const waiting = await waitingProposal(tx, ids);
  if (!waiting)
    return refuseApi(
      'state.not-possible',
      'Nothing waits for an approval here any more: it was answered or withdrawn.',
    );
  if (proposalId !== undefined && waiting.id !== proposalId)
    return refuseApi(
      'state.not-possible',
      'What you read was answered or withdrawn, and something else waits. Read it first.',
    );
  return { ok: true, value: waiting };
}

/** The case as the terms have it under which the ticket was received. */
async function furtherCase(tx: Tx, ids: Ids, severity: number, place: number): Promise<FurtherCase | undefined> {
  const agreed = await receivedUnder(tx, ids);
  const known = agreed?.terms.description.severities?.list[String(severity) as '1'];
  const chosen = known?.also?.[place];
  return chosen && { says: chosen.says, approval: chosen.approval && roleOfOwner(chosen.approval) };
}
