/** Whether an account can have a service (GL1), and the exceptions that were decided. */
import { eligibilityOf, type Eligibility, type EligibilityReport } from '@tamarack/core';
import type { Body, Gives } from '@tamarack/contract';
import { readyVersions, type ReadyVersion } from '../agreements/index.ts';
import { recordFacts } from '../obligations/index.ts';
import type { Tx } from '../platform/database/tx.ts';
import { refuseApi, type ApiResult } from '../platform/http/refuse-api.ts';
import { insertException, lockContracts, type NewException } from './contract-store.ts';
import type { By } from './by.ts';
import { accountStanding, exceptionRows, type AccountStanding, type ExceptionRow } from './contract-views.ts';

export type EligibilityShown = Gives<'GET /accounts/:accountId/eligibility'>;
type Decided = Gives<'POST /accounts/:accountId/exceptions'>;

export async function eligibilityFor(
  tx: Tx,
  accountId: string,
  { descriptionId, ready }: ReadyVersion,
  level: string,
  standing: AccountStanding,
): Promise<EligibilityReport> {
  return eligibilityOf(ready.description, level, standing.data, await decisionsOn(tx, accountId, descriptionId));
}

async function decisionsOn(tx: Tx, accountId: string, descriptionId: string): Promise<readonly ExceptionRow[]> {
  return (await exceptionRows(tx, accountId)).filter((row) => row.descriptionId === descriptionId);
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

/** The same as the API shows it, with who decided on exceptions; the last decision of a role counts. */
export async function eligibilityShown(
  tx: Tx,
  accountId: string,
  version: ReadyVersion,
  level: string,
  standing: AccountStanding,
): Promise<EligibilityShown> {
  const { eligibility, rules, exceptions } = await eligibilityFor(tx, accountId, version, level, standing);
  const rows = await decisionsOn(tx, accountId, version.descriptionId);
  const last = (exception: string, role: string) =>
    rows.findLast((row) => row.exception === exception && row.role === role);
  return {
    eligibility,
    rules: rules.map(({ asks, ...rule }) => ({
      ...rule,
      // What the account pays is the provider's to see, here as on the account.
      asks: asks.map(({ field, called, value = null }) => ({
        field,
        called,
        value: field === 'annual-recurring-revenue' && tx.actor.side === 'customer' ? null : value,
      })),
    })),
    exceptions: exceptions.map(({ decisions, ...exception }) => ({
      ...exception,
      decisions: decisions.map(({ role, grants }) => {
        const row = last(exception.name, role);
        const decidedBy = row?.decidedBy ? { id: row.decidedBy, name: row.deciderName ?? '' } : null;
        return { role, grants: grants ?? null, decidedBy, decidedAt: row?.decidedAt ?? null };
      }),
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
  return { ok: true, value: await eligibilityShown(tx, accountId, version, level, standing) };
}

/**
 * Puts a role's decision on record. "Decided together" means by more than one: who has decided for one role of an
 * exception cannot decide for another.
 */
export async function decideException(
  tx: Tx,
  accountId: string,
  wanted: Body<'POST /accounts/:accountId/exceptions'>,
  by: By & { readonly name: string },
  now: Temporal.Instant,
): Promise<ApiResult<Decided>> {
  // One after the other, or two calls at once would let one person decide for two roles.
  await lockContracts(tx, accountId);
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
  if (earlier.some(({ decidedBy }) => decidedBy === by.personId))
    return refuseApi(
      'value.not-allowed',
      'You decided for another role already; the roles decide together, each by a person of its own.',
    );
  const decision = { accountId, descriptionId: version.descriptionId, exception, role, grants, note, by: by.personId };
  const id = await insertException(tx, decision, now);
  const recorded = await recordFacts(tx, [exceptionFact(decision)], by, now);
  if (!recorded.ok) return recorded;
  const decidedBy = { id: by.personId, name: by.name };
  return { ok: true, value: { id, exception, role, grants, decidedBy, decidedAt: now.toString() } };
}

/** Internal: the customer sees who decided what, and not the provider's reasons. */
function exceptionFact({ accountId, exception, role, grants, note }: NewException) {
  const words = `Decided on “${exception}” as ${role.replaceAll('-', ' ')}.`;
  return {
    accountId,
    fact: grants ? 'account.exception-granted' : 'account.exception-refused',
    subjectId: accountId,
    audience: 'internal' as const,
    note: note === '' ? words : `${words} ${note}`,
  };
}
