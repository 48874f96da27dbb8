/** Splits messages off into a ticket of their own. Its clocks begin with the splitting; those of the first one go on. */
import type { Body } from '@tamarack/contract';
import { v7 as uuid } from 'uuid';
import { recordFacts } from '../obligations/index.ts';
import type { Tx } from '../platform/database/tx.ts';
import { recorderOf } from '../platform/http/person-of.ts';
import { refuseApi, type ApiResult } from '../platform/http/refuse-api.ts';
import { loadContractTerms } from '../terms/index.ts';
import type { Worker } from './act-on-ticket.ts';
import { afterWhatIsSeen } from './after-what-is-seen.ts';
import type { Ids } from './ids.ts';
import { refuseEndedContract } from './refuse-ended-contract.ts';
import { relate } from './relation-store.ts';
import { termsWhenReceived } from './received-under.ts';
import { shownTicket, type ShownTicket } from './shown-ticket.ts';
import { copyTicket, lockTicket, moveMessages } from './ticket-store.ts';
import { severitiesOf } from './ticket-form.ts';
import { ticketById } from './ticket-views.ts';

/**
 * In the place of what was moved stands a line that leads to it; the facts of the first ticket stay as they are, and so does what
 * its clocks made of them. Refuses `value.not-allowed` for messages that are not of it, for its first one, and for a severity that
 * the service does not know.
 */
export async function splitTicket(
  tx: Tx,
  ids: Ids,
  wanted: Body<'POST /accounts/:accountId/tickets/:ticketId/splitting'>,
  { visitor, actor, now }: Worker,
): Promise<ApiResult<ShownTicket>> {
  const { accountId, ticketId } = ids;
  const first = await lockTicket(tx, accountId, ticketId);
  if (!first) return refuseApi('record.not-found');
  if (first.contractId === null) return refuseApi('state.not-possible', 'This ticket is under no contract.');
  const ended = await refuseEndedContract(tx, first, now);
  if (ended) return ended;
  const severity = wanted.severity ?? first.severity;
  const all = await loadContractTerms(tx, accountId);
  const agreed = termsWhenReceived(all, first.contractId, now.toString());
  if (wanted.severity !== undefined && !(agreed && severitiesOf(agreed).some((known) => known.severity === severity)))
    return refuseApi('value.not-allowed', 'The service does not know this severity.');
  const product = (await ticketById(tx, accountId, ticketId))?.ticket.product;
  const id = uuid();
  const base = { accountId, contractId: first.contractId };
  const facts = [
    {
      ...base,
      fact: `${first.kind}.received`,
      subjectId: id,
      title: wanted.subject,
      data: { ...(severity === null ? {} : { severity }), ...(product ? { product } : {}), channel: 'split' },
    },
    { ...base, fact: `${first.kind}.split`, subjectId: ticketId, data: { into: id } },
  ];
  // It is still the requester who asks: gates look at that person.
  const by = { ...recorderOf(actor), ...(first.requesterId === null ? {} : { onBehalfOf: first.requesterId }) };
  const recorded = await recordFacts(tx, facts, by, afterWhatIsSeen(first, now));
  if (!recorded.ok) return recorded;
  await copyTicket(tx, accountId, ticketId, id);
  const moved = await moveMessages(tx, accountId, ticketId, id, [...new Set(wanted.messageIds)]);
  if (moved < new Set(wanted.messageIds).size)
    return refuseApi(
      'value.not-allowed',
      'Some of these messages are not here to be moved: the first one of a ticket stays with it.',
    );
  await relate(tx, { accountId, ticketId: id, otherId: ticketId }, 'split-from');
  return shownTicket(tx, accountId, id, visitor);
}
