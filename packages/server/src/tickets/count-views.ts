/** Counts what views of the list of tickets show. */
import { USUAL_TICKET_VIEWS, type Gives } from '@tamarack/contract';
import type { Actor } from '../platform/database/actor.ts';
import type { Tx } from '../platform/database/tx.ts';
import { personOf } from '../platform/http/person-of.ts';
import { refuseApi, type ApiResult } from '../platform/http/refuse-api.ts';
import { savedViews, type SavedView } from './saved-view-views.ts';
import { countTickets } from './ticket-list-views.ts';

type Counts = Gives<'GET /ticket-counts'>;

/** `views`: ids of saved ones and names of usual ones, separated by commas. */
export async function ticketCounts(
  tx: Tx,
  { views, accountId }: { readonly views: string; readonly accountId?: string | undefined },
  actor: Actor,
): Promise<ApiResult<Counts>> {
  const wanted = [...new Set(views.split(',').map((view) => view.trim()))];
  const saved = new Map((await savedViews(tx, personOf(actor))).map(({ id, filter }) => [id, filter]));
  const known = wanted.flatMap((view) => {
    const filter = saved.get(view) ?? usual(view);
    return filter === undefined ? [] : [{ view, filter }];
  });
  if (known.length < wanted.length) return refuseApi('value.not-allowed', 'There is no view of that id or name.');
  // A view of one account stays one of that account.
  const filters = known.map(({ filter }) => (accountId === undefined ? filter : { accountId, ...filter }));
  const counts = await countTickets(tx, filters);
  return {
    ok: true,
    value: { counts: known.map(({ view }, i) => ({ view, ...(counts[i] ?? { count: 0 }) })) },
  };
}

function usual(view: string): SavedView['filter'] | undefined {
  return Object.entries(USUAL_TICKET_VIEWS).find(([name]) => name === view)?.[1];
}
