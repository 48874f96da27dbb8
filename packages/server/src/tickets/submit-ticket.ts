/**
 * Submits a ticket: its first fact, its first message, and every promise that they bring, in one transaction, which it shares
 * with others that are submitted at the same moment.
 */
import type { Body } from '@tamarack/contract';
import type { FastifyRequest } from 'fastify';
import { recordTogether } from '../obligations/index.ts';
import type { Actor } from '../platform/database/actor.ts';
import type { Database } from '../platform/database/database.ts';
import type { Tx } from '../platform/database/tx.ts';
import { claimOf, earlierAnswer, TOO_LONG } from '../platform/http/idempotency.ts';
import { answeredBefore, type KeyClaim } from '../platform/http/idempotency-store.ts';
import { signedIn } from '../platform/http/person-of.ts';
import { refuseApi, type ApiResult } from '../platform/http/refuse-api.ts';
import { isOutOfDate, isTaken } from '../platform/http/thrown.ts';
import type { Visitor } from '../platform/http/visitor.ts';
import { decidedFromMemory, decideTicket, type Submission } from './decide-ticket.ts';
import { receiptsAtLast, type Receipt } from './receipt-views.ts';
import { writeSubmissions } from './submission-store.ts';

export type Submitting = {
  readonly params: { readonly accountId: string };
  readonly body: Body<'POST /accounts/:accountId/tickets'>;
  readonly visitor: Visitor | undefined;
  readonly actor: Actor;
  readonly now: Temporal.Instant;
  readonly request: FastifyRequest;
};

/** What submits tickets to this database. A repeated call with the same Idempotency-Key gets the first one's receipt. */
export function submitting(db: Database): (call: Submitting) => Promise<ApiResult<Receipt>> {
  const record = recordTogether(db, writeAll);
  return async ({ params: { accountId }, body, actor, now, request, ...call }) => {
    const visitor = signedIn(call.visitor);
    const claim = claimOf(request, visitor);
    if (claim === TOO_LONG) return refuseApi('request.invalid', TOO_LONG);
    const answered = (tx: Tx) => (claim ? answeredBefore<Receipt>(tx, claim) : undefined);
    const write = async (submission: Submission, decidedBy?: Remembered['decidedBy']): Promise<ApiResult<Receipt>> => {
      const { first, by } = submission;
      try {
        return await record({ facts: [first], by, now, with: { submission, claim }, ...(decidedBy && { decidedBy }) });
      } catch (error) {
        // The same call came before, or twice at once, and the other one was first.
        const other = isTaken(error) ? await db.read(actor, async (tx) => answered(tx)) : undefined;
        if (!claim || !other) throw error;
        return earlierAnswer(other, claim);
      }
    };
    const remembered = decidedFromMemory(accountId, body, visitor, actor, now);
    const atOnce = remembered && (await unlessOutOfDate(() => write(remembered.submission, remembered.decidedBy)));
    if (atOnce) return atOnce;
    const [earlier, decided] = await db.read(actor, (tx) =>
      Promise.all([answered(tx), decideTicket(tx, accountId, body, visitor, actor, now)]),
    );
    if (claim && earlier) return earlierAnswer(earlier, claim);
    return decided.ok ? write(decided.value) : decided;
  };
}

type Remembered = NonNullable<ReturnType<typeof decidedFromMemory>>;

async function unlessOutOfDate<T>(act: () => Promise<T>): Promise<T | undefined> {
  try {
    return await act();
  } catch (error) {
    if (isOutOfDate(error)) return undefined;
    throw error;
  }
}

type Decided = { readonly submission: Submission; readonly claim: KeyClaim | undefined };

async function writeAll(tx: Tx, all: readonly Decided[], now: Temporal.Instant): Promise<readonly Receipt[]> {
  const submissions = all.map(({ submission }) => submission);
  writeSubmissions(tx, submissions, now);
  return receiptsAtLast(
    tx,
    all.map(({ submission: { accountId, ticketId }, claim }) => ({ accountId, ticketId, claim })),
    now,
  );
}
