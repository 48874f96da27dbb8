/** Writes of contracts and their terms. Instants are RFC 3339. */
import sql from 'sql-template-tag';
import type { Deviation, FactData, FrozenHolidays } from '@tamarack/core';
import type { Body } from '@tamarack/contract';
import type { Tx } from '../platform/database/tx.ts';

type NewContract = Body<'POST /accounts/:accountId/contracts'>;

/** Locks the account's contracts for this transaction, so that milestones and changes come one after the other. */
export async function lockContracts(tx: Tx, accountId: string): Promise<void> {
  await tx.run(sql`select pg_advisory_xact_lock(hashtextextended('contracts ' || ${accountId}, 0))`);
}

export async function insertContract(
  tx: Tx,
  accountId: string,
  wanted: Omit<NewContract, 'note'>,
  by: string,
  now: Temporal.Instant,
): Promise<string> {
  const row = await tx.first<{
    id: string;
  }>(sql`insert into contract (account_id, name, extends_id, starts_at, ends_at, renewal,
      renewal_months, notice_days, signed_for_customer_by, signed_at, created_by, created_at)
    values (${accountId}, ${wanted.name}, ${wanted.extendsId}::uuid, ${wanted.startsAt}, ${wanted.endsAt}, ${wanted.renewal},
      ${wanted.renewalMonths}, ${wanted.noticeDays}, ${wanted.signedForCustomerBy}, ${wanted.signedAt}, ${by}::uuid, ${now.toString()})
    returning id`);
  if (!row) throw new Error('An inserted contract has no id.');
  return row.id;
}

export type NewTerms = {
  readonly accountId: string;
  readonly contractId: string;
  readonly versionId: string;
  readonly level: string;
  readonly parameters: Readonly<Record<string, string>>;
  readonly deviations: readonly Deviation[];
  readonly calendars: Readonly<Record<string, unknown>>;
  readonly holidays: FrozenHolidays | null;
  readonly accountData: FactData;
  readonly state: 'proposed' | 'agreed';
  readonly fromAt: string;
  readonly verdict: string | null;
  readonly note: string;
  readonly by: string;
};

/** Agreed ones were decided by whoever records them. */
export async function insertTerms(tx: Tx, terms: NewTerms, now: Temporal.Instant): Promise<void> {
  const decided = terms.state === 'agreed';
  await tx.run(sql`insert into contract_terms (account_id, contract_id, number, version_id, level, parameters, deviations,
      calendars, holidays, account_data, state, from_at, verdict, note, proposed_by, proposed_at, decided_by, decided_at)
    select ${terms.accountId}::uuid, ${terms.contractId}::uuid, coalesce(max(number), 0) + 1, ${terms.versionId}::uuid, ${terms.level},
      ${JSON.stringify(terms.parameters)}::jsonb, ${JSON.stringify(terms.deviations)}::jsonb, ${JSON.stringify(terms.calendars)}::jsonb,
      ${terms.holidays && JSON.stringify(terms.holidays)}::jsonb, ${JSON.stringify(terms.accountData)}::jsonb, ${terms.state},
      ${terms.fromAt}::timestamptz, ${terms.verdict}, ${terms.note}, ${terms.by}::uuid, ${now.toString()}::timestamptz,
      ${decided ? terms.by : null}::uuid, ${decided ? now.toString() : null}::timestamptz
    from contract_terms where account_id = ${terms.accountId} and contract_id = ${terms.contractId}`);
}

/** Ends the agreed terms that hold at an instant, because others follow. */
export async function supersede(tx: Tx, accountId: string, contractId: string, at: string): Promise<void> {
  await tx.run(sql`update contract_terms set until_at = greatest(from_at, ${at}::timestamptz)
    where account_id = ${accountId} and contract_id = ${contractId} and state = 'agreed' and (until_at is null or until_at > ${at})`);
}

export type TermsDecision = {
  readonly state: 'agreed' | 'declined' | 'withdrawn';
  readonly fromAt: string;
  readonly note: string;
  readonly by: string;
};

export async function decideTerms(
  tx: Tx,
  accountId: string,
  termsId: string,
  { state, fromAt, note, by }: TermsDecision,
  now: Temporal.Instant,
): Promise<void> {
  await tx.run(sql`update contract_terms set state = ${state}, from_at = ${fromAt}, decision_note = ${note}, decided_by = ${by}::uuid,
    decided_at = ${now.toString()} where account_id = ${accountId} and id = ${termsId}`);
}

export async function touchContract(tx: Tx, accountId: string, contractId: string): Promise<void> {
  await tx.run(sql`update contract set version = version + 1 where account_id = ${accountId} and id = ${contractId}`);
}

export async function renameContract(tx: Tx, accountId: string, contractId: string, name: string): Promise<void> {
  await tx.run(
    sql`update contract set name = ${name}, version = version + 1 where account_id = ${accountId} and id = ${contractId}`,
  );
}

/** A renewal takes back that the contract was to end. */
export async function renewContract(tx: Tx, accountId: string, contractId: string, endsAt: string): Promise<void> {
  await tx.run(sql`update contract set ends_at = ${endsAt}, ending_at = null, ending_by = null, ending_note = null, version = version + 1
    where account_id = ${accountId} and id = ${contractId}`);
}

export async function recordEnding(
  tx: Tx,
  accountId: string,
  contractId: string,
  { endsAt, note, by }: { readonly endsAt: string; readonly note: string; readonly by: string },
  now: Temporal.Instant,
): Promise<void> {
  await tx.run(sql`update contract set ends_at = ${endsAt}, ending_at = ${now.toString()}, ending_by = ${by}::uuid, ending_note = ${note},
    version = version + 1 where account_id = ${accountId} and id = ${contractId}`);
}

export async function markStarted(tx: Tx, accountId: string, contractId: string): Promise<void> {
  await tx.run(sql`update contract set started_at = starts_at where account_id = ${accountId} and id = ${contractId}`);
}

export async function markMoved(tx: Tx, accountId: string, termsId: string): Promise<void> {
  await tx.run(sql`update contract_terms set moved_at = from_at where account_id = ${accountId} and id = ${termsId}`);
}

/** Ends the contract, its terms, and a proposal that nobody decided: gives the level to which that would have led. */
export async function markEnded(
  tx: Tx,
  accountId: string,
  contractId: string,
  at: string,
): Promise<string | undefined> {
  await supersede(tx, accountId, contractId, at);
  const withdrawn = await tx.first<{
    level: string;
  }>(sql`update contract_terms set state = 'withdrawn', decided_at = ${at}
    where account_id = ${accountId} and contract_id = ${contractId} and state = 'proposed' returning level`);
  await tx.run(sql`update contract set ended_at = ${at}, ends_at = case when starts_at < ${at} then ${at} else ends_at end, version = version + 1
    where account_id = ${accountId} and id = ${contractId}`);
  return withdrawn?.level;
}

/** One job an account: a new instant replaces the one before. */
export async function wakeForMilestones(tx: Tx, accountId: string, at: string): Promise<void> {
  await tx.run(sql`select enqueue_job('contract-milestones', ${JSON.stringify({ accountId })}::jsonb, ${at}::timestamptz,
    ${`contract-milestones ${accountId}`})`);
}

export type NewException = {
  readonly accountId: string;
  readonly descriptionId: string;
  readonly exception: string;
  readonly role: string;
  readonly grants: boolean;
  readonly note: string;
  readonly by: string;
};

export async function insertException(tx: Tx, decision: NewException, now: Temporal.Instant): Promise<string> {
  const { accountId, descriptionId, exception, role, grants, note, by } = decision;
  const row = await tx.first<{ id: string }>(sql`insert into eligibility_decision
      (account_id, description_id, exception, role, grants, note, decided_by, decided_at)
    values (${accountId}, ${descriptionId}, ${exception}, ${role}, ${grants}, ${note}, ${by}::uuid, ${now.toString()}) returning id`);
  if (!row) throw new Error('An inserted decision has no id.');
  return row.id;
}
