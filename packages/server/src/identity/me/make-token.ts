/** Makes an API token, which is shown this once. */
import type { Body, Gives } from '@tamarack/contract';
import type { Tx } from '../../platform/database/tx.ts';
import { refuseApi, type ApiResult } from '../../platform/http/refuse-api.ts';
import type { Visitor } from '../../platform/http/visitor.ts';
import { newApiToken } from '../visitors/api-token.ts';
import { actionsOf } from './actions-of.ts';
import { insertToken } from './token-store.ts';

const LONGEST = { hours: 366 * 24 };

/** Refuses (`value.not-allowed`) an end that is past or more than a year away, and actions that the person may not do. */
export async function makeToken(
  tx: Tx,
  visitor: Visitor,
  wanted: Body<'POST /me/tokens'>,
  now: Temporal.Instant,
): Promise<ApiResult<Gives<'POST /me/tokens'>>> {
  const expiresAt = Temporal.Instant.from(wanted.expiresAt);
  const isSoonEnough = Temporal.Instant.compare(expiresAt, now.add(LONGEST)) <= 0;
  if (Temporal.Instant.compare(expiresAt, now) <= 0 || !isSoonEnough)
    return refuseApi('value.not-allowed', 'A token ends later than now and within a year.');
  const mine = actionsOf(visitor);
  const foreign = wanted.scopes.filter((scope) => !mine.includes(scope));
  if (foreign.length > 0) return refuseApi('value.not-allowed', `You may not do this yourself: ${foreign.join(', ')}.`);
  const { token, hash } = newApiToken();
  const scopes = [...new Set(wanted.scopes)];
  const id = await insertToken(tx, visitor.personId, { ...wanted, scopes }, hash, now);
  const { name } = wanted;
  const times = { createdAt: now.toString(), expiresAt: expiresAt.toString(), lastUsedAt: null };
  return { ok: true, value: { id, name, scopes, ...times, token } };
}
