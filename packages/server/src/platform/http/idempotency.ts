/** The Idempotency-Key of a call: the same key gives the same answer, and changes nothing a second time. */
import { createHash } from 'node:crypto';
import type { FastifyRequest } from 'fastify';
import type { KeyClaim, Remembered } from './idempotency-store.ts';
import { refuseApi, type ApiResult } from './refuse-api.ts';
import type { Visitor } from './visitor.ts';

export const TOO_LONG = 'The Idempotency-Key is longer than 200 characters.';

/** Undefined where none is given, or nobody is signed in. */
export function claimOf(
  { headers, method, url, body }: FastifyRequest,
  visitor: Visitor | undefined,
): KeyClaim | typeof TOO_LONG | undefined {
  const key = headers['idempotency-key'];
  if (typeof key !== 'string' || key === '' || !visitor) return undefined;
  if (key.length > 200) return TOO_LONG;
  const requestHash = createHash('sha256')
    .update(`${method} ${url}\n${JSON.stringify(body ?? null)}`)
    .digest('hex');
  return { personId: visitor.personId, key, requestHash };
}

/** What was answered before. Refuses a key that was used for something else. */
export function earlierAnswer<T>(earlier: Remembered<T>, { requestHash }: KeyClaim): ApiResult<T> {
  return earlier.request_hash === requestHash ? { ok: true, value: earlier.answer } : refuseApi('request.key-reused');
}
