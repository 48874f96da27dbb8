/** Does the same to many tickets in one transaction. What is refused of one writes nothing, and does not stop the others. */
import type { Body, Gives } from '@tamarack/contract';
import type { Tx } from '../platform/database/tx.ts';
import type { ApiResult } from '../platform/http/refuse-api.ts';
import type { Worker } from './act-on-ticket.ts';
import type { Ids } from './ids.ts';
import { endTicket, reopenTicket } from './end-ticket.ts';
import { takeBackNews } from './take-back-news-store.ts';
import { lockTicket } from './ticket-store.ts';
import { changeDesk, handOver } from './work-on-ticket.ts';

type Wanted = Body<'POST /tickets/changes'>;
type Results = Gives<'POST /tickets/changes'>['results'];

export async function changeMany(tx: Tx, { tickets, action, takesBack }: Wanted, by: Worker): Promise<Results> {
  const results: Results = [];
  const distinct = new Map(tickets.map((ids) => [`${ids.accountId} ${ids.ticketId}`, ids]));
  const ordered = [...distinct].toSorted(([a], [b]) => (a < b ? -1 : 1)).map(([, ids]) => ids);
  // All before the first is changed, and always in the same order: what is recorded of one concerns promises that somebody at
  // another one may wait for.
  for (const { accountId, ticketId } of ordered) await lockTicket(tx, accountId, ticketId);
  for (const ids of ordered) {
    const before = await lockTicket(tx, ids.accountId, ids.ticketId);
    const done = await change(tx, ids, action, by);
    results.push({
      ...ids,
      refusal: done.ok ? null : { code: done.refusal.code, sentence: done.refusal.sentence },
      before:
        done.ok && before
          ? { assigneeId: before.assigneeId, queue: before.queue, side: before.side, state: before.state }
          : null,
    });
  }
  if (takesBack) {
    const done = results.filter(({ refusal }) => refusal === null);
    await takeBackNews(tx, done, UNDOES[action.do], by.visitor.personId);
  }
  return results;
}

/** The facts that an action undoes. */
const UNDOES: Readonly<Record<Wanted['action']['do'], readonly string[]>> = {
  assign: ['assigned', 'unassigned'],
  queue: ['queue-changed'],
  'hand-over': ['handed-to-customer', 'handed-to-provider'],
  end: ['reopened'],
  reopen: ['resolved', 'closed', 'declined'],
};

function change(tx: Tx, ids: Ids, action: Wanted['action'], by: Worker): Promise<ApiResult<unknown>> {
  switch (action.do) {
    case 'assign':
      return changeDesk(tx, ids, { assigneeId: action.assigneeId }, undefined, by);
    case 'queue':
      return changeDesk(tx, ids, { queue: action.queue }, undefined, by);
    case 'hand-over':
      return handOver(tx, ids, action, by);
    case 'end':
      return endTicket(tx, ids, action, by);
    case 'reopen':
      return reopenTicket(tx, ids, action, by);
  }
}
