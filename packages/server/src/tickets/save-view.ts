/** Saves, changes and deletes views of the list of tickets, and counts what they show. */
import { USUAL_TICKET_VIEWS, type Body, type Gives } from '@tamarack/contract';
import type { Actor } from '../platform/database/actor.ts';
import type { Tx } from '../platform/database/tx.ts';
import { personOf } from '../platform/http/person-of.ts';
import { refuseApi, type ApiResult } from '../platform/http/refuse-api.ts';
import { deleteView, insertView, updateView } from './saved-view-store.ts';
import { ownViews, savedViews, type SavedView } from './saved-view-views.ts';
import { countTickets } from './ticket-list-views.ts';

type Wanted = Body<'POST /ticket-views'>;
const MOST = 100;

export async function saveView(
  tx: Tx,
  wanted: Wanted,
  actor: Actor,
  now: Temporal.Instant,
): Promise<ApiResult<SavedView>> {
  const refused = mayShare(wanted, actor);
  if (refused) return refused;
  if ((await ownViews(tx, personOf(actor))) >= MOST)
    return refuseApi('value.not-allowed', `You have ${MOST} views; delete one first.`);
  return shown(tx, await insertView(tx, personOf(actor), wanted, now), actor);
}

export async function changeView(
  tx: Tx,
  viewId: string,
  wanted: Wanted,
  ifMatch: number,
  actor: Actor,
): Promise<ApiResult<SavedView>> {
  const refused = mayShare(wanted, actor);
  if (refused) return refused;
  const [view] = await savedViews(tx, personOf(actor), viewId);
  if (!view?.isOwn) return refuseApi('record.not-found');
  if (!(await updateView(tx, viewId, ifMatch, wanted))) return refuseApi('edit.conflict');
  return shown(tx, viewId, actor);
}

export async function removeView(tx: Tx, viewId: string, actor: Actor): Promise<ApiResult<undefined>> {
  const [view] = await savedViews(tx, personOf(actor), viewId);
  if (!view?.isOwn) return refuseApi('record.not-found');
  await deleteView(tx, viewId);
  return { ok: true, value: undefined };
}

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
  return { ok: true, value: { counts: known.map(({ view }, i) => ({ view, count: counts[i] ?? 0 })) } };
}

function usual(view: string): SavedView['filter'] | undefined {
  return Object.entries(USUAL_TICKET_VIEWS).find(([name]) => name === view)?.[1];
}

function mayShare({ isShared }: Wanted, { side }: Actor) {
  return isShared && side === 'customer'
    ? refuseApi('value.not-allowed', 'Views are shared among the provider’s staff.')
    : undefined;
}

async function shown(tx: Tx, viewId: string, actor: Actor): Promise<ApiResult<SavedView>> {
  const [view] = await savedViews(tx, personOf(actor), viewId);
  if (!view) throw new Error('A saved view is not there.');
  return { ok: true, value: view };
}
