/**
 * Waivers: both sides agree not to count a promise, with a reason. The provider asks and the customer's approver decides;
 * what the customer owes, the provider itself may waive, for nobody else is owed it. A waiver is never taken back: the row
 * keeps its instants, and the journal says who asked and who decided.
 */
import { recordFacts } from './record-facts.ts';
import { refuseApi, type ApiResult } from '../platform/http/refuse-api.ts';
import type { Tx } from '../platform/database/tx.ts';
import { obligationById } from './obligation-views.ts';
import {
  decideWaiver,
  insertWaiver,
  lockWaiver,
  markWaived,
  settleAskedForWaiver,
  tellOfWaiver,
} from './waiver-store.ts';
import { waiverById, type Waiver } from './waiver-views.ts';

type Who = { readonly personId: string; readonly side: 'provider' | 'customer' };

export async function requestWaiver(
  tx: Tx,
  accountId: string,
  obligationId: string,
  reason: string,
  who: Who,
  now: Temporal.Instant,
): Promise<ApiResult<Waiver>> {
  const obligation = await obligationById(tx, accountId, obligationId);
  if (!obligation) return refuseApi('record.not-found');
  if (obligation.state !== 'breached')
    return refuseApi('state.not-possible', `Only a broken promise can be waived; this one is ${obligation.state}.`);
  const isOurs = obligation.side === 'customer';
  const waiverId = await insertWaiver(tx, accountId, obligationId, reason, who.personId, now);
  if (waiverId === undefined) return refuseApi('state.not-possible', 'A waiver of this promise was asked for already.');
  const base = {
    accountId,
    contractId: obligation.contractId,
    subjectId: obligationId,
    aboutId: obligation.subjectId,
    data: { promise: obligation.promise },
  };
  await recordFacts(
    tx,
    [{ ...base, fact: 'obligation.waiver-requested', note: reason }],
    { ...who, via: tx.actor.via },
    now,
  );
  if (isOurs) return settleWaiver(tx, { ...base, waiverId, grant: true, note: '' }, who, now);
  tellOfWaiver(tx, accountId, waiverId, 'obligation.waiver-requested', 'approvers', now);
  return shown(tx, accountId, waiverId);
}

export async function decideOnWaiver(
  tx: Tx,
  accountId: string,
  waiverId: string,
  decision: { readonly grant: boolean; readonly note: string },
  who: Who,
  now: Temporal.Instant,
): Promise<ApiResult<Waiver>> {
  const waiting = await lockWaiver(tx, accountId, waiverId);
  if (!waiting) return refuseApi('record.not-found');
  if (waiting.state !== 'requested')
    return refuseApi('state.not-possible', `This waiver was ${waiting.state} already.`);
  const obligation = await obligationById(tx, accountId, waiting.obligationId);
  if (!obligation) return refuseApi('record.not-found');
  const base = {
    accountId,
    contractId: obligation.contractId,
    subjectId: obligation.id,
    aboutId: obligation.subjectId,
    data: { promise: obligation.promise },
  };
  return settleWaiver(tx, { ...base, waiverId, ...decision }, who, now);
}

type Settling = {
  readonly accountId: string;
  readonly contractId: string;
  readonly subjectId: string;
  readonly aboutId: string;
  readonly data: Readonly<Record<string, string>>;
  readonly waiverId: string;
  readonly grant: boolean;
  readonly note: string;
};

async function settleWaiver(
  tx: Tx,
  { waiverId, grant, note, ...about }: Settling,
  who: Who,
  now: Temporal.Instant,
): Promise<ApiResult<Waiver>> {
  const { accountId, subjectId: obligationId } = about;
  if (grant && !(await markWaived(tx, accountId, obligationId, now)))
    return refuseApi('state.not-possible', 'This promise was kept after all: there is nothing left to be waived.');
  await decideWaiver(tx, accountId, waiverId, grant, note, who.personId, now);
  await settleAskedForWaiver(tx, accountId, obligationId, now);
  const fact = grant ? 'obligation.waived' : 'obligation.waiver-refused';
  tellOfWaiver(tx, accountId, waiverId, fact, 'requester', now);
  await recordFacts(tx, [{ ...about, fact, ...(note === '' ? {} : { note }) }], { ...who, via: tx.actor.via }, now);
  return shown(tx, accountId, waiverId);
}

async function shown(tx: Tx, accountId: string, waiverId: string): Promise<ApiResult<Waiver>> {
  const waiver = await waiverById(tx, accountId, waiverId);
  return waiver ? { ok: true, value: waiver } : refuseApi('record.not-found');
}
