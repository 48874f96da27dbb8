/** Tells people that a contract or its change waits for them, or was decided. */
import sql, { type Sql } from 'sql-template-tag';
import { approversOf, tell } from '../obligations/index.ts';
import { asProgram } from '../platform/database/as-program.ts';
import type { Tx } from '../platform/database/tx.ts';
import type { ChangeFact } from './record-change.ts';

export type Told = {
  readonly accountId: string;
  readonly contractId: string;
  readonly kind: ChangeFact;
  /** The fact that it tells of. */
  readonly journalId: string;
};

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

/** A proposal waits for nobody any more: who has not read so yet need not, and is not mailed. */
export async function settleAsked(tx: Tx, accountId: string, contractId: string, now: Temporal.Instant): Promise<void> {
  await asProgram(tx, (program) =>
    program.run(sql`update notification n set read_at = ${now.toString()} from journal j
      where n.account_id = ${accountId} and n.kind in ('contract.proposed', 'contract.change-proposed') and n.read_at is null
        and j.account_id = n.account_id and j.id = n.journal_id and j.subject_id = ${contractId}`),
  );
}

function tellOfContract(
  tx: Tx,
  name: string,
  { accountId, contractId, kind, journalId }: Told,
  people: Sql,
  now: Temporal.Instant,
): void {
  const told = sql`select p.person_id, ${kind}::text as kind, ${journalId}::uuid as journal_id, null::uuid as obligation_id, c.name as title
    from contract c cross join (${people}) p where c.account_id = ${accountId} and c.id = ${contractId}`;
  tell(tx, name, accountId, told, now);
}
