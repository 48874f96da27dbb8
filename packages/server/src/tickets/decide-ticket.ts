/** Decides on a new ticket: whether it may be submitted, its first fact, its first message, and who follows it. */
import type { Body } from '@tamarack/contract';
import { v7 as uuid } from 'uuid';
import { beforeFacts, refuseUnseenFiles } from '../obligations/index.ts';
import type { NewFact, Recorder } from '../journal/index.ts';
import type { Actor } from '../platform/database/actor.ts';
import type { Tx } from '../platform/database/tx.ts';
import { recorderOf } from '../platform/http/person-of.ts';
import { refuseApi, type ApiResult } from '../platform/http/refuse-api.ts';
import type { Visitor } from '../platform/http/visitor.ts';
import { obstaclesTo } from './may-submit.ts';
import { refuseUnsold } from './refuse-unsold.ts';
import { submitterOf } from './submitter.ts';
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
  const { contractId, kind, subject, body, severity, productId, requesterId, fileIds } = wanted;
  const before = await beforeFacts(tx, accountId, now);
  const agreed = before.agreed.find((own) => own.contractId === contractId);
  if (!agreed) return refuseApi('record.not-found', 'There is no such contract that runs now.');
  const known = severitiesOf(agreed);
  if (known.length > 0 && !known.some((choice) => choice.severity === severity))
    return refuseApi('value.not-allowed', 'Choose one of the severities that the service knows.', [
      { path: 'severity', says: `expected one of ${known.map((choice) => choice.severity).join(', ')}` },
    ]);
  const submitter = await submitterOf(tx, accountId, visitor, requesterId);
  if (!submitter.ok) return submitter;
  const { personId: askedBy, isSelf } = submitter.value;
  const fact = `${kind}.received`;
  const [obstacle] = obstaclesTo(before, agreed, { fact }, submitter.value);
  if (obstacle) return notEntitled(obstacle);
  const unfit = (await refuseUnseenFiles(tx, accountId, fileIds)) ?? (await refuseUnsold(tx, productId));
  if (unfit) return unfit;
  const id = uuid();
  const data = { ...(severity === undefined ? {} : { severity }), channel: 'web' };
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
      productId,
      message: { ...message, audience: 'shared', body, via: by.via, fileIds },
      followers: [...new Set([visitor.personId, askedBy])],
    },
  };
}

function notEntitled({ says, missing, remedies }: ReturnType<typeof obstaclesTo>[number]) {
  const refused = refuseApi('ticket.not-entitled', [says, ...missing].join(' '));
  const remedy = remedies.join(' ');
  return remedy === '' ? refused : { ...refused, refusal: { ...refused.refusal, remedy } };
}
