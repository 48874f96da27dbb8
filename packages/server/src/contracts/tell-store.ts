/** Tells people that a contract or its change waits for them, or was decided. */
import sql, { type Sql } from 'sql-template-tag';
import { approversOf, tell } from '../obligations/index.ts';
import type { Tx } from '../platform/database/tx.ts';
import type { ChangeFact } from './record-change.ts';

export type Told = { readonly accountId: string; readonly contractId: string; readonly kind: ChangeFact };

/** Tells those who can agree for the customer. */
export function tellApprovers(tx: Tx, told: Told, now: Temporal.Instant): void {
  tellOfContract(tx, 'tell-approvers-of-change', told, approversOf(told.accountId), now);
}

/** Tells whoever proposed these terms what the customer decided. */
export function tellProposer(tx: Tx, told: Told, termsId: string, now: Temporal.Instant): void {
  const proposer = sql`select proposed_by as person_id from contract_terms
    where account_id = ${told.accountId} and id = ${termsId} and proposed_by is not null`;
  tellOfContract(tx, 'tell-proposer', told, proposer, now);
}

function tellOfContract(
  tx: Tx,
  name: string,
  { accountId, contractId, kind }: Told,
  people: Sql,
  now: Temporal.Instant,
): void {
  const told = sql`select p.person_id, ${kind}::text as kind, null::uuid as journal_id, null::uuid as obligation_id, c.name as title
    from contract c cross join (${people}) p where c.account_id = ${accountId} and c.id = ${contractId}`;
  tell(tx, name, accountId, told, now);
}
