/** Makes, changes and deletes webhooks, and rotates their secrets. */
import { randomBytes } from 'node:crypto';
import type { Body, Gives } from '@tamarack/contract';
import { seal, secretIn } from '../identity/index.ts';
import type { Tx } from '../platform/database/tx.ts';
import { refuseApi, type ApiResult } from '../platform/http/refuse-api.ts';
import { refusalOf } from './post-to.ts';
import { enqueueAgain, sendAgain } from './send-again-store.ts';
import { secretOf } from './sign.ts';
import { deleteWebhook, insertWebhook, lockWebhook, replaceSecret, updateWebhook } from './webhook-store.ts';
import { isAccount, webhooks, type Webhook } from './webhook-views.ts';

/** What its secret is sealed for. */
export const SECRET_OF_WEBHOOK = 'secret of a webhook';
const KEY_BYTES = 32;

/** `networks`: those of one's own that may be called. */
export async function makeWebhook(
  tx: Tx,
  wanted: Body<'POST /webhooks'>,
  networks: readonly string[],
  now: Temporal.Instant,
): Promise<ApiResult<Gives<'POST /webhooks'>>> {
  const refused = refusedUrl(wanted.url, networks);
  if (refused) return refused;
  if (wanted.accountId !== null && !(await isAccount(tx, wanted.accountId)))
    return refuseApi('record.not-found', 'There is no such account.');
  const secret = newSecret();
  const id = await insertWebhook(tx, wanted, seal(secret, await secretIn(tx), SECRET_OF_WEBHOOK), now);
  return { ok: true, value: { ...(await shown(tx, id, now)), secret } };
}

/** Going on after a stop sends what waited, and goes on with what was being sent again. */
export async function changeWebhook(
  tx: Tx,
  webhookId: string,
  changes: Body<'PATCH /webhooks/:webhookId'>,
  ifMatch: number,
  networks: readonly string[],
  now: Temporal.Instant,
): Promise<ApiResult<Webhook>> {
  const kept = await lockWebhook(tx, webhookId);
  if (!kept) return refuseApi('record.not-found');
  if (kept.version !== ifMatch) return refuseApi('edit.conflict');
  const refused = changes.url === undefined ? undefined : refusedUrl(changes.url, networks);
  if (refused) return refused;
  await updateWebhook(tx, webhookId, { ...kept, ...changes });
  if (changes.isActive && !kept.isActive) {
    await sendAgain(tx, webhookId, { only: 'waiting' }, now);
    await enqueueAgain(tx, webhookId, now);
  }
  return { ok: true, value: await shown(tx, webhookId, now) };
}

export async function removeWebhook(tx: Tx, webhookId: string): Promise<ApiResult<undefined>> {
  if (!(await lockWebhook(tx, webhookId))) return refuseApi('record.not-found');
  await deleteWebhook(tx, webhookId);
  return { ok: true, value: undefined };
}

export async function rotateSecret(
  tx: Tx,
  webhookId: string,
  overlapHours: number,
  now: Temporal.Instant,
): Promise<ApiResult<Gives<'POST /webhooks/:webhookId/secret'>>> {
  if (!(await lockWebhook(tx, webhookId))) return refuseApi('record.not-found');
  const secret = newSecret();
  const until = overlapHours === 0 ? undefined : now.add({ hours: overlapHours });
  await replaceSecret(tx, webhookId, seal(secret, await secretIn(tx), SECRET_OF_WEBHOOK), until);
  return { ok: true, value: { secret, oldSecretUntil: until?.toString() ?? null } };
}

function newSecret(): string {
  return secretOf(randomBytes(KEY_BYTES));
}

function refusedUrl(url: string, networks: readonly string[]) {
  const target = new URL(url);
  const says = refusalOf(target, target.hostname.replace(/^\[|\]$/g, ''), networks);
  return says === undefined ? undefined : refuseApi('value.not-allowed', says, [{ path: 'url', says }]);
}

async function shown(tx: Tx, webhookId: string, now: Temporal.Instant): Promise<Webhook> {
  const [webhook] = await webhooks(tx, now, webhookId);
  if (!webhook) throw new Error('A webhook that was written is not there.');
  return webhook;
}
