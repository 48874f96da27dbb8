/**
 * Records a fact that a person states: a call that was held, a report that was delivered. What the program itself records
 * (contracts, people, licences, tickets) has use cases of its own and is refused here.
 */
import { factInWords } from '@tamarack/core';
import { rolesMay, type Body } from '@tamarack/contract';
import { v7 as uuid } from 'uuid';
import { readData } from '../due/index.ts';
import { firstFactOf, type NewFact } from '../journal/index.ts';
import type { Visitor } from '../platform/http/visitor.ts';
import { refuseApi, type ApiResult } from '../platform/http/refuse-api.ts';
import type { Tx } from '../platform/database/tx.ts';
import { loadContractTerms } from '../terms/index.ts';
import type { AgreedTerms } from './agreed-terms.ts';
import { isOfTheProgram, isOfTicketsPage } from './of-the-program.ts';
import { kindOf } from './promises-of.ts';
import { recordFacts } from './record-facts.ts';
import { refuseUnseenFiles } from './refuse-unseen-files.ts';

type Wanted = Body<'POST /accounts/:accountId/facts'>;

const LATEST_DAYS = 31;

export async function recordByHand(
  tx: Tx,
  accountId: string,
  wanted: Wanted,
  visitor: Visitor,
  now: Temporal.Instant,
): Promise<ApiResult<{ id: string; subjectId: string }>> {
  const kind = kindOf(wanted.fact);
  if (isOfTheProgram(wanted.fact))
    return refuseApi(
      'value.not-allowed',
      `${wanted.fact} is recorded by the program when it happens, and not by hand.`,
    );
  const at = wanted.at === undefined ? now : Temporal.Instant.from(wanted.at);
  if (Temporal.Instant.compare(at, now.subtract({ hours: 24 * LATEST_DAYS })) < 0)
    return refuseApi('value.not-allowed', `A fact can be recorded up to ${LATEST_DAYS} days after it happened.`);
  const agreed = contractFor(await loadContractTerms(tx, accountId), wanted);
  if (!agreed)
    return refuseApi(
      'value.not-allowed',
      `No contract of this account knows ${wanted.fact}, or several do and none was chosen.`,
    );
  const known = wanted.subjectId === undefined ? undefined : await firstFactOf(tx, accountId, wanted.subjectId);
  if (wanted.subjectId !== undefined && (!known || kindOf(known.fact) !== kind))
    return refuseApi('record.not-found', `There is no ${kind.replaceAll('-', ' ')} of that id in this account.`);
  const aboutId = wanted.aboutId ?? known?.aboutId ?? undefined;
  const about = aboutId === undefined ? undefined : await firstFactOf(tx, accountId, aboutId);
  if (wanted.aboutId !== undefined && !about) return refuseApi('record.not-found');
  const hasLadders = Object.keys(agreed.terms.description.escalations ?? {}).length > 0;
  if (about && hasLadders && isOfTicketsPage(wanted.fact, about.fact))
    return refuseApi('value.not-allowed', 'This is done on the ticket itself, by whom the description lets do it.');
  const refused = mayRecord(agreed, wanted, visitor, accountId);
  if (refused) return refused;
  const data = readData(wanted.data, wanted.fact, agreed.terms);
  if (!data.ok)
    return refuseApi('value.not-allowed', `${data.sentence}.`.replace('..', '.'), [
      { path: 'data', says: data.sentence },
    ]);
  const unseen = await refuseUnseenFiles(tx, accountId, wanted.fileIds);
  if (unseen) return unseen;
  const { contractId: _chosen, subjectId = uuid(), aboutId: _about, at: _at, note, fileIds, ...rest } = wanted;
  const fact: NewFact = {
    ...rest,
    accountId,
    contractId: agreed.contractId,
    subjectId,
    at,
    fileIds,
    note,
    ...(wanted.aboutId === undefined ? {} : { aboutId: wanted.aboutId }),
  };
  const recorded = await recordFacts(
    tx,
    [fact],
    { personId: visitor.personId, side: visitor.side, via: visitor.via === 'token' ? 'api' : 'web' },
    now,
  );
  if (!recorded.ok) return recorded;
  return { ok: true, value: { id: recorded.value.ids[0] ?? '', subjectId } };
}

/** The chosen contract, or the only one that knows the fact; its latest terms. */
function contractFor(all: readonly AgreedTerms[], { contractId, fact }: Wanted): AgreedTerms | undefined {
  const knowing = all.filter(
    (agreed) =>
      agreed.terms.vocabulary.facts.has(fact) && (contractId === undefined || agreed.contractId === contractId),
  );
  const contracts = new Set(knowing.map((agreed) => agreed.contractId));
  return contracts.size === 1 ? knowing.at(-1) : undefined;
}

/** Customers state what is theirs to state; internal facts are the provider's. */
function mayRecord(
  { terms }: AgreedTerms,
  { fact, audience }: Wanted,
  visitor: Visitor,
  accountId: string,
): ReturnType<typeof refuseApi> | undefined {
  const roles = [...visitor.staffRoles, ...(visitor.accountRoles.get(accountId) ?? [])];
  if (audience === 'internal' && !rolesMay(roles, 'facts.record-internal'))
    return refuseApi('access.denied', 'Internal facts are recorded by the provider.');
  if (visitor.side === 'provider') return undefined;
  const owed = [...terms.promises.values()].some(
    ({ clause }) => clause.by?.customer !== undefined && 'until' in clause && clause.until?.all.flat().includes(fact),
  );
  const named = Object.values(terms.description.roles.customer).some(({ may }) => may?.includes(fact));
  const opens = [...terms.promises.values()].some(({ clause }) => 'when' in clause && clause.when.includes(fact));
  return owed || opens || named
    ? undefined
    : refuseApi('access.denied', `That ${factInWords(fact, terms.description, 'past')} is for the provider to record.`);
}
