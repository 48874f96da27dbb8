/** Says that two tickets belong together, or no longer; on record with what was said before. */
import type { Tx } from '../platform/database/tx.ts';
import { refuseApi, type ApiResult } from '../platform/http/refuse-api.ts';
import { recordFactOf, type Worker } from './act-on-ticket.ts';
import type { Ids } from './ids.ts';
import { relate, relationBetween, unrelate, type Relation } from './relation-store.ts';
import { shownTicket, type ShownTicket } from './shown-ticket.ts';
import { lockTicket, type LockedTicket } from './ticket-store.ts';

type Pair = Ids & { readonly otherId: string };

export async function relateTickets(
  tx: Tx,
  pair: Pair,
  says: 'relates-to' | 'caused-by' | undefined,
  by: Worker,
): Promise<ApiResult<ShownTicket>> {
  const { accountId, ticketId, otherId } = pair;
  if (ticketId === otherId) return refuseApi('value.not-allowed', 'A ticket is not related to itself.');
  const locked = new Map<string, LockedTicket>();
  for (const one of [ticketId, otherId].toSorted()) {
    const ticket = await lockTicket(tx, accountId, one);
    if (!ticket) return refuseApi('record.not-found');
    locked.set(one, ticket);
  }
  const record = (name: 'related' | 'unrelated', { ticketId: of, otherId: to, says: how }: Relation) => {
    const ticket = locked.get(of);
    if (!ticket) throw new Error('A relation names a ticket that is not locked.');
    return recordFactOf(tx, ticket, name, { aboutId: to, data: { [how]: to } }, by);
  };
  const before = await relationBetween(tx, pair);
  const wanted = says && { ticketId, otherId, says };
  if (!isSame(before, wanted)) {
    await unrelate(tx, pair);
    if (wanted) await relate(tx, pair, wanted.says);
    const ended = before && (await record('unrelated', before));
    if (ended?.ok === false) return ended;
    const begun = wanted && (await record('related', wanted));
    if (begun?.ok === false) return begun;
  }
  return shownTicket(tx, accountId, ticketId, by.visitor);
}

/** What is only related reads the same from both sides. */
function isSame(before: Relation | undefined, wanted: Relation | undefined): boolean {
  if (!before || !wanted) return before === wanted;
  return before.says === wanted.says && (wanted.says === 'relates-to' || before.ticketId === wanted.ticketId);
}
