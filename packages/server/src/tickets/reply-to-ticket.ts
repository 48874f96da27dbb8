/** Replies on a ticket, or adds an internal note. What a reply means for the clocks is recorded with it. */
import type { Body, Gives } from '@tamarack/contract';
import { v7 as uuid } from 'uuid';
import type { NewFact } from '../journal/index.ts';
import { recordFacts, refuseUnseenFiles } from '../obligations/index.ts';
import type { Actor } from '../platform/database/actor.ts';
import type { Tx } from '../platform/database/tx.ts';
import { mayOn } from '../platform/http/access-check.ts';
import { recorderOf } from '../platform/http/person-of.ts';
import { refuseApi, type ApiResult } from '../platform/http/refuse-api.ts';
import type { Visitor } from '../platform/http/visitor.ts';
import { afterWhatIsSeen } from './after-what-is-seen.ts';
import type { Ids } from './ids.ts';
import { forgetDraft } from './draft-store.ts';
import { areReached, mention } from './mention-store.ts';
import { refuseEndedContract } from './refuse-ended-contract.ts';
import { lockTicket, insertMessage, follow, type LockedTicket } from './ticket-store.ts';
import { messageById } from './ticket-views.ts';

type Wanted = Body<'POST /accounts/:accountId/tickets/:ticketId/messages'>;
type Message = Gives<'GET /accounts/:accountId/tickets/:ticketId/messages'>['rows'][number];

export async function replyToTicket(
  tx: Tx,
  { accountId, ticketId }: Ids,
  wanted: Wanted,
  visitor: Visitor,
  actor: Actor,
  asked: Temporal.Instant,
): Promise<ApiResult<Message>> {
  const ticket = await lockTicket(tx, accountId, ticketId);
  if (!ticket) return refuseApi('record.not-found');
  const now = afterWhatIsSeen(ticket, asked);
  if (wanted.audience === 'internal' && !mayOn(visitor, accountId, 'tickets.work'))
    return refuseApi('access.denied', 'Internal notes are the provider’s.');
  if (ticket.state === 'merged')
    return refuseApi('state.not-possible', 'This ticket was merged into another one; reply there.');
  if (wanted.handTo !== undefined && (visitor.side === 'customer' || ticket.state !== 'open'))
    return refuseApi('state.not-possible', 'Only the provider hands an open ticket over.');
  const reopens = visitor.side === 'customer' && ticket.state !== 'open';
  const ended = reopens ? await refuseEndedContract(tx, ticket, now) : undefined;
  if (ended) return ended;
  const { mentions } = wanted;
  if (mentions.length > 0 && !(await areReached(tx, accountId, mentions, wanted.audience)))
    return refuseApi('value.not-allowed', 'Somebody who is mentioned would not see this message.');
  const unseen = await refuseUnseenFiles(tx, accountId, wanted.fileIds);
  if (unseen) return unseen;
  const facts = factsOf(ticket, wanted, visitor.side);
  const by = recorderOf(actor);
  const recorded = await recordFacts(tx, facts, by, now);
  if (!recorded.ok) return recorded;
  const id = uuid();
  const { audience, body, fileIds } = wanted;
  const author = { authorId: visitor.personId, authorSide: visitor.side };
  insertMessage(tx, { id, accountId, ticketId, ...author, audience, body, via: by.via, fileIds }, now);
  forgetDraft(tx, { accountId, ticketId, personId: visitor.personId, audience });
  if (mentions.length > 0) await mention(tx, ticket, mentions, recorded.value.ids, visitor.personId, now);
  if (visitor.side === 'provider' || audience === 'shared') follow(tx, accountId, ticketId, visitor.personId, now);
  const message = await messageById(tx, accountId, id);
  if (!message) throw new Error('An inserted message is not there.');
  return { ok: true, value: message };
}

/**
 * A reply of staff reaches who asked, and so confirms the receipt as well (AC13); a customer's reply to what was asked brings
 * the ticket back (AC15), and one to a ticket that has ended reopens it.
 */
function factsOf(
  { accountId, id, kind, contractId, state, side, isAcknowledged }: LockedTicket,
  { audience, handTo, body, fileIds }: Pick<Wanted, 'audience' | 'handTo' | 'body' | 'fileIds'>,
  by: 'provider' | 'customer',
): NewFact[] {
  const base = { accountId, subjectId: id, ...(contractId === null ? {} : { contractId }) };
  const fact = (name: string, more: Partial<NewFact> = {}): NewFact => ({ ...base, fact: `${kind}.${name}`, ...more });
  // On record for the provider, and nothing to any clock.
  if (audience === 'internal') return [fact('noted', { audience: 'internal', fileIds })];
  const replied = fact('replied', { data: { by }, fileIds });
  if (by === 'customer') {
    if (state !== 'open') return [fact('reopened', { data: { because: 'reply' } }), replied];
    return side === 'customer' ? [replied, fact('handed-to-provider')] : [replied];
  }
  return [
    ...(isAcknowledged || state !== 'open' ? [] : [fact('acknowledged', { data: { by: 'reply' } })]),
    replied,
    ...(handTo === 'customer' && side === 'provider' ? [fact('handed-to-customer', { note: excerpt(body) })] : []),
    ...(handTo === 'provider' && side === 'customer' ? [fact('handed-to-provider')] : []),
  ];
}

/** The first line of what was asked, for lists and reminders. */
function excerpt(body: string): string {
  const line = body.split('\n').find((text) => text.trim() !== '' && !text.startsWith('>')) ?? '';
  return line.length <= 200 ? line : `${line.slice(0, 199)}…`;
}
