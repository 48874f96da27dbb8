/** Decides on a new ticket: whether it may be submitted, its first fact, its first message, and who follows it. */
import type { Body } from '@tamarack/contract';
import { v7 as uuid } from 'uuid';
import { beforeFacts, beforeFactsFromMemory, refuseUnseenFiles, type BeforeFacts } from '../obligations/index.ts';
import type { NewFact, Recorder } from '../journal/index.ts';
import type { Actor } from '../platform/database/actor.ts';
import type { Tx } from '../platform/database/tx.ts';
import { recorderOf } from '../platform/http/person-of.ts';
import { refuseApi, type ApiResult } from '../platform/http/refuse-api.ts';
import type { Visitor } from '../platform/http/visitor.ts';
import type { AgreedTerms } from '../terms/index.ts';
import { notEntitled, obstaclesTo } from './may-submit.ts';
import { productAskedFor, type Product } from './product-asked-for.ts';
import { selfOf, submitterOf, type Submitter } from './submitter.ts';
import { severitiesOf } from './ticket-form.ts';
import type { NewMessage } from './ticket-store.ts';

type Wanted = Body<'POST /accounts/:accountId/tickets'>;

/** What is written together, in one transaction. */
export type Submission = {
  readonly first: NewFact;
  readonly by: Recorder;
  readonly accountId: string;
  readonly ticketId: string;
  readonly productId: string | undefined;
  readonly message: NewMessage;
  readonly followers: readonly string[];
};

/** Refuses `ticket.not-entitled` with what is missing and what to do, and a severity that the service does not know. */
export async function decideTicket(
  tx: Tx,
  accountId: string,
  wanted: Wanted,
  visitor: Visitor,
  actor: Actor,
  now: Temporal.Instant,
): Promise<ApiResult<Submission>> {
  const before = await beforeFacts(tx, accountId, now);
  const agreed = agreedUnder(before, wanted);
  if (!agreed.ok) return agreed;
  const submitter = await submitterOf(tx, accountId, visitor, wanted.requesterId);
  if (!submitter.ok) return submitter;
  const product = await productAskedFor(tx, wanted.productId);
  if (!product.ok) return product;
  const decided = decide(accountId, wanted, product.value, before, agreed.value, submitter.value, visitor, actor);
  if (!decided.ok) return decided;
  return (await refuseUnseenFiles(tx, accountId, wanted.fileIds)) ?? decided;
}

/**
 * The same by what this process remembers, without a question. Undefined where something has to be asked, and where it would be
 * refused: nobody is refused by what may be out of date.
 */
export function decidedFromMemory(
  accountId: string,
  wanted: Wanted,
  visitor: Visitor,
  actor: Actor,
  now: Temporal.Instant,
): { readonly submission: Submission; readonly decidedBy: readonly AgreedTerms[] } | undefined {
  // What the policies of the database say to whoever asks it.
  const isSeen = actor.accounts === 'all' || actor.accounts.includes(accountId);
  const asksNothing = wanted.fileIds.length === 0 && !wanted.productId;
  const submitter = isSeen && asksNothing ? selfOf(accountId, visitor, wanted.requesterId) : undefined;
  const before = beforeFactsFromMemory(accountId, now);
  if (!submitter || !before) return undefined;
  const agreed = agreedUnder(before, wanted);
  if (!agreed.ok) return undefined;
  const decided = decide(accountId, wanted, undefined, before, agreed.value, submitter, visitor, actor);
  return decided.ok ? { submission: decided.value, decidedBy: before.all } : undefined;
}

/** The terms under which it would be received. */
function agreedUnder(before: BeforeFacts, { contractId, severity }: Wanted): ApiResult<AgreedTerms> {
  const agreed = before.agreed.find((own) => own.contractId === contractId);
  if (!agreed) return refuseApi('record.not-found', 'There is no such contract that runs now.');
  const known = severitiesOf(agreed);
  if (known.length === 0 && severity !== undefined)
    return refuseApi('value.not-allowed', 'This service knows no severities: leave it out.', [
      { path: 'severity', says: 'expected none' },
    ]);
  if (known.length > 0 && !known.some((choice) => choice.severity === severity))
    return refuseApi('value.not-allowed', 'Choose one of the severities that the service knows.', [
      { path: 'severity', says: `expected one of ${known.map((choice) => choice.severity).join(', ')}` },
    ]);
  return { ok: true, value: agreed };
}

function decide(
  accountId: string,
  { contractId, kind, subject, body, severity, fileIds }: Wanted,
  product: Product | undefined,
  before: BeforeFacts,
  agreed: AgreedTerms,
  submitter: Submitter,
  visitor: Visitor,
  actor: Actor,
): ApiResult<Submission> {
  const { personId: askedBy, isSelf } = submitter;
  const fact = `${kind}.received`;
  const about = product ? { product: product.name } : {};
  const [obstacle] = obstaclesTo(before, agreed, { fact, data: about }, submitter);
  if (obstacle) return notEntitled(obstacle);
  const id = uuid();
  const data = { ...(severity === undefined ? {} : { severity }), ...about, channel: 'web' };
  const by = { ...recorderOf(actor), ...(isSelf ? {} : { onBehalfOf: askedBy }) };
  const first = { accountId, contractId, fact, subjectId: id, title: subject, data, fileIds };
  const message = { id: uuid(), accountId, ticketId: id, authorId: visitor.personId, authorSide: visitor.side };
  return {
    ok: true,
    value: {
      first,
      by,
      accountId,
      ticketId: id,
      productId: product?.id,
      message: { ...message, audience: 'shared', body, via: by.via, fileIds },
      followers: [...new Set([visitor.personId, askedBy])],
    },
  };
}
