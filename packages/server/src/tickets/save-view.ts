/** Saves, changes and deletes views of the list of tickets. */
import type { Body } from '@tamarack/contract';
import type { Actor } from '../platform/database/actor.ts';
import type { Tx } from '../platform/database/tx.ts';
import { personOf } from '../platform/http/person-of.ts';
import { refuseApi, type ApiResult } from '../platform/http/refuse-api.ts';
import { deleteView, insertView, updateView } from './saved-view-store.ts';
import { ownViews, savedViews, type SavedView } from './saved-view-views.ts';

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
