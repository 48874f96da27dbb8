/** What every act on a ticket is made of: the ticket, locked; what is said with it; the fact that it records. */
import { v7 as uuid } from 'uuid';
import type { NewFact } from '../journal/index.ts';
import { recordFacts } from '../obligations/index.ts';
import type { Actor } from '../platform/database/actor.ts';
import type { Tx } from '../platform/database/tx.ts';
import { recorderOf, signedIn } from '../platform/http/person-of.ts';
import { refuseApi, type ApiResult } from '../platform/http/refuse-api.ts';
import type { Visitor } from '../platform/http/visitor.ts';
import { afterWhatIsSeen } from './after-what-is-seen.ts';
import type { FactOfTicket } from './desk-facts.ts';
import type { Ids } from './ids.ts';
import { shownTicket, type ShownTicket } from './shown-ticket.ts';
import { insertMessage, lockTicket, type LockedTicket } from './ticket-store.ts';

/** Who acts, and when. */
export type Worker = { readonly visitor: Visitor; readonly actor: Actor; readonly now: Temporal.Instant };
type Call = Omit<Worker, 'visitor'> & { readonly visitor: Visitor | undefined };

export function workerOf({ visitor, actor, now }: Call): Worker {
  return { visitor: signedIn(visitor), actor, now };
}

/** Records one fact of a locked ticket; gives its id in the journal. */
export async function recordFactOf(
  tx: Tx,
  ticket: LockedTicket,
  name: string,
  more: Partial<NewFact>,
  by: Worker,
): Promise<ApiResult<string>> {
  const recorded = await recordFactsOf(tx, ticket, [[name, more]], by);
  if (!recorded.ok) return recorded;
  const [recordedId] = recorded.value;
  if (recordedId === undefined) throw new Error(`${ticket.kind}.${name} was recorded without an id.`);
  return { ok: true, value: recordedId };
}

/** Records what happened to a locked ticket at once; gives the ids in the journal. */
export async function recordFactsOf(
  tx: Tx,
  ticket: LockedTicket,
  happened: readonly FactOfTicket[],
  { actor, now }: Worker,
): Promise<ApiResult<readonly string[]>> {
  if (happened.length === 0) return { ok: true, value: [] };
  const { id, accountId, contractId, kind } = ticket;
  const contract = contractId === null ? {} : { contractId };
  const facts = happened.map(([name, more]): NewFact => ({
    accountId,
    subjectId: id,
    fact: `${kind}.${name}`,
    ...contract,
    ...more,
  }));
  const recorded = await recordFacts(tx, facts, recorderOf(actor), afterWhatIsSeen(ticket, now));
  return recorded.ok ? { ok: true, value: recorded.value.ids } : recorded;
}

/** Records one fact of a locked ticket and shows the ticket. */
export async function recordOn(
  tx: Tx,
  ticket: LockedTicket,
  name: string,
  more: Partial<NewFact>,
  by: Worker,
): Promise<ApiResult<ShownTicket>> {
  const recorded = await recordFactOf(tx, ticket, name, more, by);
  return recorded.ok ? shownTicket(tx, ticket.accountId, ticket.id, by.visitor) : recorded;
}

/** The open ticket, locked; refuses one that has ended. */
export async function lockOpen(tx: Tx, { accountId, ticketId }: Ids): Promise<ApiResult<LockedTicket>> {
  const ticket = await lockTicket(tx, accountId, ticketId);
  if (!ticket) return refuseApi('record.not-found');
  if (ticket.state !== 'open')
    return refuseApi('state.not-possible', `#${ticket.reference} is ${ticket.state}; reopen it first.`);
  return { ok: true, value: ticket };
}

/** Says to both sides, in the conversation, what somebody said with an act. */
export function sayOn(tx: Tx, ticket: LockedTicket, body: string, { visitor, actor, now }: Worker): void {
  const { accountId, id } = ticket;
  const message = { id: uuid(), accountId, ticketId: id, authorId: visitor.personId, authorSide: visitor.side };
  insertMessage(
    tx,
    { ...message, audience: 'shared', body, via: recorderOf(actor).via, fileIds: [] },
    afterWhatIsSeen(ticket, now),
  );
}
