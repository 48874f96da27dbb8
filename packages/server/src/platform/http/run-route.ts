/** One call of one route: access, input, transaction, answer. */
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Route } from '@tamarack/contract';
import type { Tx } from '../database/tx.ts';
import { actorFor } from './access-check.ts';
import { versionOf } from './etag.ts';
import type { HttpParts } from './http-parts.ts';
import { claimOf, earlierAnswer, TOO_LONG } from './idempotency.ts';
import { claimKey, keepAnswer, type KeyClaim } from './idempotency-store.ts';
import { readInput } from './read-input.ts';
import { refuseApi, type AnyRefusal } from './refuse-api.ts';
import { repeated } from './repeated.ts';
import type { Visitor } from './visitor.ts';

/** A handler as it is called here: its exact types were checked where it was written (`Handlers`). */
export type RunnableHandler =
  | ((call: object) => Promise<RunAnswer>)
  | { readonly alone: (call: object) => Promise<RunAnswer> };
export type RunAnswer =
  | { readonly ok: true; readonly value: unknown }
  | { readonly ok: true; readonly json: string }
  | { readonly ok: true; readonly sent: true }
  | { readonly ok: false; readonly refusal: AnyRefusal };

const READING = new Set(['GET', 'HEAD']);

export async function runRoute(
  route: Route,
  handler: RunnableHandler,
  parts: HttpParts,
  visitor: Visitor | undefined,
  request: FastifyRequest,
  reply: FastifyReply,
): Promise<RunAnswer> {
  if (visitor?.lacksSecondFactor && route.may !== 'anyone' && !route.withoutSecondFactor)
    return refuseApi('sign-in.second-factor-required');
  const accountId = accountOf(request.params);
  const actor = actorFor(visitor, route.may, accountId);
  if (!actor.ok) return actor;
  const input = readInput(route, request);
  if (!input.ok) return input;
  const ifMatch = route.edits ? versionOf(request.headers['if-match']) : 0;
  if (ifMatch === undefined) return refuseApi('edit.version-missing');
  const call = { ...input.value, actor: actor.value, visitor, now: parts.clock.now(), ifMatch };
  if (typeof handler !== 'function') return handler.alone({ ...call, db: parts.db, request, reply });
  if (READING.has(request.method)) return parts.db.read(actor.value, (tx) => handler({ ...call, tx }));
  const claim = route.creates ? claimOf(request, visitor) : undefined;
  if (claim === TOO_LONG) return refuseApi('request.invalid', TOO_LONG);
  const work = (tx: Tx) =>
    claim ? once(tx, claim, call.now, () => handler({ ...call, tx })) : handler({ ...call, tx });
  return repeated(() => parts.db.write(actor.value, work));
}

/** The account in the path, if it looks like one; a malformed id is refused by the contract's shape later. */
function accountOf(params: unknown): string | undefined {
  const id = typeof params === 'object' && params !== null && 'accountId' in params ? params.accountId : undefined;
  // As the contract reads ids, and the visitor's accounts are named.
  return typeof id === 'string' ? id.toLowerCase() : undefined;
}

/** The same key gives the same answer, and changes nothing a second time. */
async function once(tx: Tx, claim: KeyClaim, now: Temporal.Instant, act: () => Promise<RunAnswer>): Promise<RunAnswer> {
  const earlier = await claimKey(tx, claim, now);
  if (earlier) return earlierAnswer(earlier, claim);
  const answer = await act();
  if (answer.ok && 'value' in answer) keepAnswer(tx, claim, answer.value);
  return answer;
}
