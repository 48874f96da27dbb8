/** Whether an account can have a service (GL1), and the exceptions that were decided. */
import { eligibilityOf, type Eligibility, type EligibilityReport } from '@tamarack/core';
import type { Body, Gives } from '@tamarack/contract';
import { readyVersions, type ReadyVersion } from '../agreements/index.ts';
import type { Tx } from '../platform/database/tx.ts';
import { refuseApi, type ApiResult } from '../platform/http/refuse-api.ts';
import { insertException } from './contract-store.ts';
import { accountStanding, exceptionRows, type AccountStanding } from './contract-views.ts';

export type EligibilityShown = Gives<'GET /accounts/:accountId/eligibility'>;
type Decided = Gives<'POST /accounts/:accountId/exceptions'>;

export async function eligibilityFor(
  tx: Tx,
  accountId: string,
  { descriptionId, ready }: ReadyVersion,
  level: string,
  standing: AccountStanding,
): Promise<EligibilityReport> {
  const decisions = (await exceptionRows(tx, accountId)).filter((row) => row.descriptionId === descriptionId);
  return eligibilityOf(ready.description, level, standing.data, decisions);
}

/** Refuses `state.not-possible` where no rule holds and no exception was granted. */
export function refuseUnlessEligible({ eligibility, rules, exceptions }: EligibilityReport): ApiResult<undefined> {
  const sentence = REFUSED[eligibility];
  if (sentence === undefined) return { ok: true, value: undefined };
  const asked = rules.map(({ says }) => says).join(' ');
  const waiting = exceptions.filter(({ refused }) => !refused).map(({ says }) => says);
  return refuseApi('state.not-possible', [sentence, asked, ...waiting].join(' '));
}

const REFUSED: Readonly<Record<Eligibility, string | undefined>> = {
  eligible: undefined,
  'by-exception': undefined,
  'needs-exception': 'This account can have the service by an exception only, and none is on record.',
  'not-eligible': 'This account cannot have the service.',
};

export function eligibilityShown({ eligibility, rules, exceptions }: EligibilityReport): EligibilityShown {
  return {
    eligibility,
    rules: rules.map(({ asks, ...rule }) => ({
      ...rule,
      asks: asks.map(({ field, called, value }) => ({ field, called, value: value ?? null })),
    })),
    exceptions: exceptions.map(({ decisions, ...exception }) => ({
      ...exception,
      decisions: decisions.map(({ role, grants }) => ({ role, grants: grants ?? null })),
    })),
  };
}

export async function eligibilityAsked(
  tx: Tx,
  accountId: string,
  versionId: string,
  level: string,
): Promise<ApiResult<EligibilityShown>> {
  const standing = await accountStanding(tx, accountId);
  const version = (await readyVersions(tx, [versionId])).get(versionId);
  if (!standing || !version || !Object.hasOwn(version.ready.description.levels, level))
    return refuseApi('record.not-found');
  return { ok: true, value: eligibilityShown(await eligibilityFor(tx, accountId, version, level, standing)) };
}

/**
 * Puts a role's decision on record. "Decided together" means by more than one: who has decided for one role of an
 * exception cannot decide for another.
 */
export async function decideException(
  tx: Tx,
  accountId: string,
  wanted: Body<'POST /accounts/:accountId/exceptions'>,
  by: { readonly id: string; readonly name: string },
  now: Temporal.Instant,
): Promise<ApiResult<Decided>> {
  const version = (await readyVersions(tx, [wanted.versionId])).get(wanted.versionId);
  if (!version) return refuseApi('record.not-found');
  const { exception, role, grants, note } = wanted;
  const { exceptions = {} } = version.ready.description.eligibility ?? {};
  const roles = Object.hasOwn(exceptions, exception) ? exceptions[exception]?.['decided-by'] : undefined;
  if (!roles?.includes(role))
    return refuseApi('value.not-allowed', `The description has no exception “${exception}” that “${role}” decides on.`);
  const earlier = (await exceptionRows(tx, accountId)).filter(
    (row) => row.descriptionId === version.descriptionId && row.exception === exception && row.role !== role,
  );
  if (earlier.some(({ decidedBy }) => decidedBy === by.id))
    return refuseApi(
      'value.not-allowed',
      'You decided for another role already; the roles decide together, each by a person of its own.',
    );
  const decision = { accountId, descriptionId: version.descriptionId, exception, role, grants, note, by: by.id };
  const id = await insertException(tx, decision, now);
  return { ok: true, value: { id, exception, role, grants, decidedBy: by, decidedAt: now.toString() } };
}
