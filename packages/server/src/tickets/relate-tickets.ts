/** Says that two tickets belong together, or no longer. */
import type { Tx } from '../platform/database/tx.ts';
import { refuseApi, type ApiResult } from '../platform/http/refuse-api.ts';
import type { Worker } from './act-on-ticket.ts';
import type { Ids } from './ids.ts';
import { relate, unrelate } from './relation-store.ts';
import { shownTicket, type ShownTicket } from './shown-ticket.ts';
import { lockTicket } from './ticket-store.ts';

type Pair = Ids & { readonly otherId: string };

export async function relateTickets(
  tx: Tx,
  pair: Pair,
  says: 'relates-to' | 'caused-by' | undefined,
  { visitor }: Worker,
): Promise<ApiResult<ShownTicket>> {
  const { accountId, ticketId, otherId } = pair;
  if (ticketId === otherId) return refuseApi('value.not-allowed', 'A ticket is not related to itself.');
  for (const one of [ticketId, otherId].toSorted())
    if (!(await lockTicket(tx, accountId, one))) return refuseApi('record.not-found');
  if (says === undefined) await unrelate(tx, pair);
  else await relate(tx, pair, says);
  return shownTicket(tx, accountId, ticketId, visitor);
}
