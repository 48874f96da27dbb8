/**
 * Escalates a ticket by a ladder of its description (AC16). The escalation is a subject of its own, about the ticket: what the
 * description promises on it (`when: escalation.raised`) opens with the fact. It outlives the ticket: resolving does not answer
 * somebody who was dissatisfied, so it stands until it was taken up and closed.
 */
import type { Body } from '@tamarack/contract';
import { v7 as uuid } from 'uuid';
import type { NewFact } from '../journal/index.ts';
import { recordFacts } from '../obligations/index.ts';
import type { Tx } from '../platform/database/tx.ts';
import { recorderOf } from '../platform/http/person-of.ts';
import { refuseApi, type ApiResult } from '../platform/http/refuse-api.ts';
import { afterWhatIsSeen } from './after-what-is-seen.ts';
import { escalationsOf, type Escalation } from './escalation-views.ts';
import { peopleInCharge } from './people-in-charge-views.ts';
import { receivedUnder } from './received-under.ts';
import { tellConcerned, tellInCharge } from './tell-in-charge-store.ts';
import { roleOfOwner, termsOfTicket, type TermsOfTicket } from './terms-of-ticket.ts';
import { follow, lockTicket, type LockedTicket } from './ticket-store.ts';
import type { Worker } from './act-on-ticket.ts';
import type { Ids } from './ids.ts';

type Wanted = Body<'POST /accounts/:accountId/tickets/:ticketId/escalations'>;
type ById = Ids & { readonly escalationId: string };

/** Refuses a ladder that the description does not know, one that is being climbed already, and whoever it is not for. */
export async function escalateTicket(
  tx: Tx,
  ids: Ids,
  { ladder, reason }: Wanted,
  by: Worker,
): Promise<ApiResult<TermsOfTicket>> {
  const ticket = await lockTicket(tx, ids.accountId, ids.ticketId);
  if (!ticket) return refuseApi('record.not-found');
  const standing = (await escalationsOf(tx, ids)).some((each) => each.ladder === ladder && each.state !== 'closed');
  if (standing)
    return refuseApi('state.not-possible', `#${ticket.reference} is escalated already; take it a step further.`);
  return climb(tx, ids, ticket, { ladder, step: 1, subjectId: uuid(), reason }, by);
}

/** By the same people, whether the step before was taken up or not. */
export async function takeFurther(tx: Tx, ids: ById, reason: string, by: Worker): Promise<ApiResult<TermsOfTicket>> {
  const found = await lockEscalation(tx, ids);
  if (!found.ok) return found;
  const { ticket, escalation } = found.value;
  const { ladder, step, id } = escalation;
  return climb(tx, ids, ticket, { ladder, step: step + 1, subjectId: id, reason }, by);
}

export async function takeEscalation(tx: Tx, ids: ById, note: string, by: Worker): Promise<ApiResult<TermsOfTicket>> {
  const found = await lockEscalation(tx, ids);
  if (!found.ok) return found;
  const { ticket, escalation } = found.value;
  if (escalation.state === 'taken')
    return refuseApi('state.not-possible', `${escalation.takenBy ?? 'Somebody'} has taken it up already.`);
  const recorded = await record(tx, ticket, escalation, 'taken', note, by);
  if (!recorded.ok) return recorded;
  follow(tx, ids.accountId, ids.ticketId, by.visitor.personId, by.now);
  const telling = { kind: 'ticket.escalation-taken', journalId: recorded.value, by: by.visitor.personId };
  await tellConcerned(tx, ticket, escalation.by?.id, telling, by.now);
  return termsOfTicket(tx, ids, by.visitor);
}

export async function closeEscalation(tx: Tx, ids: ById, note: string, by: Worker): Promise<ApiResult<TermsOfTicket>> {
  const found = await lockEscalation(tx, ids);
  if (!found.ok) return found;
  const { ticket, escalation } = found.value;
  if (escalation.state === 'raised') return refuseApi('state.not-possible', 'Nobody has taken it up yet.');
  const recorded = await record(tx, ticket, escalation, 'closed', note, by);
  if (!recorded.ok) return recorded;
  const telling = { kind: 'ticket.escalation-closed', journalId: recorded.value, by: by.visitor.personId };
  await tellConcerned(tx, ticket, escalation.by?.id, telling, by.now);
  return termsOfTicket(tx, ids, by.visitor);
}

type Step = { readonly ladder: string; readonly step: number; readonly subjectId: string; readonly reason: string };

/** Takes a step of a ladder and tells whoever stands there. What staff escalate is also a fact of the ticket. */
async function climb(
  tx: Tx,
  ids: Ids,
  ticket: LockedTicket,
  { ladder, step, subjectId, reason }: Step,
  by: Worker,
): Promise<ApiResult<TermsOfTicket>> {
  const { accountId, contractId, kind } = ticket;
  const { personId, side } = by.visitor;
  const agreed = await receivedUnder(tx, ids);
  const ladders = agreed?.terms.description.escalations ?? {};
  // Somebody may ask for "__proto__".
  const known = Object.hasOwn(ladders, ladder) ? ladders[ladder] : undefined;
  if (!known || contractId === null)
    return refuseApi('value.not-allowed', 'The description of this ticket knows no such escalation.');
  const owner = roleOfOwner(known.by);
  const allowed = await peopleInCharge(tx, accountId, contractId, owner);
  if (owner.side !== side || !allowed.some(({ id }) => id === personId))
    return refuseApi('access.denied', `It can be escalated by ${allowed.map(({ name }) => name).join(' or ')}.`);
  const role = known.steps[step - 1]?.role;
  if (role === undefined) return refuseApi('state.not-possible', 'It has reached the last step.');
  const base = { accountId, contractId, note: reason, data: { ladder, step } };
  const fact = step === 1 ? 'escalation.raised' : 'escalation.raised-further';
  const title = step === 1 ? { title: known.name } : {};
  const facts: NewFact[] = [
    { ...base, ...title, fact, subjectId, aboutId: ids.ticketId },
    ...(side === 'provider'
      ? [{ ...base, fact: `${kind}.escalated`, subjectId: ids.ticketId, aboutId: subjectId }]
      : []),
  ];
  const recorded = await recordFacts(tx, facts, recorderOf(by.actor), afterWhatIsSeen(ticket, by.now));
  if (!recorded.ok) return recorded;
  follow(tx, accountId, ids.ticketId, personId, by.now);
  const telling = { kind: 'ticket.escalated', journalId: recorded.value.ids[0], by: personId };
  await tellInCharge(tx, ticket, { side: 'provider', role }, { ...telling, withDesk: true }, by.now);
  return termsOfTicket(tx, ids, by.visitor);
}

async function lockEscalation(
  tx: Tx,
  ids: ById,
): Promise<ApiResult<{ readonly ticket: LockedTicket; readonly escalation: Escalation }>> {
  const ticket = await lockTicket(tx, ids.accountId, ids.ticketId);
  const [escalation] = ticket ? await escalationsOf(tx, ids, ids.escalationId) : [];
  if (!ticket || !escalation) return refuseApi('record.not-found');
  if (escalation.state === 'closed') return refuseApi('state.not-possible', 'This escalation is closed.');
  return { ok: true, value: { ticket, escalation } };
}

async function record(
  tx: Tx,
  ticket: LockedTicket,
  escalation: Escalation,
  name: 'taken' | 'closed',
  note: string,
  { actor, now }: Worker,
): Promise<ApiResult<string | undefined>> {
  const { accountId, id, contractId } = ticket;
  const contract = contractId === null ? {} : { contractId };
  const { ladder, step } = escalation;
  const words = note === '' ? {} : { note };
  const fact = { accountId, ...contract, fact: `escalation.${name}`, subjectId: escalation.id, aboutId: id, ...words };
  const recorded = await recordFacts(
    tx,
    [{ ...fact, data: { ladder, step } }],
    recorderOf(actor),
    afterWhatIsSeen(ticket, now),
  );
  return recorded.ok ? { ok: true, value: recorded.value.ids[0] } : recorded;
}
