/** The names that rows of the ledger are shown with: read once, and again when any name has changed. */
import sql from 'sql-template-tag';
import type { Tx } from '../platform/database/tx.ts';

type Kept = { readonly edition: string | null; readonly json: string };

/** By the contract's id. Whoever sees a row of a contract sees its names: all are of one account. */
const known = new Map<string, Kept>();
const AT_MOST = 20_000;

export type OfContract = { readonly accountId: string; readonly contractId: string };

/**
 * By contract, the members "account", "accountZone" and "contract" as JSON without braces. `edition` is that of the
 * transaction's snapshot (`names_edition`, null until something was renamed): what was read under it is right for it. The
 * answer is the caller's own, for another call may learn newer names meanwhile.
 */
export async function namesOf(
  tx: Tx,
  edition: string | null,
  contracts: readonly OfContract[],
): Promise<ReadonlyMap<string, string>> {
  const names = new Map<string, string>();
  const missing: OfContract[] = [];
  for (const contract of contracts) {
    const kept = known.get(contract.contractId);
    if (kept?.edition === edition) names.set(contract.contractId, kept.json);
    else missing.push(contract);
  }
  if (missing.length === 0) return names;
  type Row = { id: string; edition: string | null; account: string; accountZone: string; contract: string };
  const rows = await tx.prepared<Row>(
    'names-of-contracts',
    sql`select c.id, a.name as account, a.zone as "accountZone", c.name as contract, (select edition from names_edition) as edition
      from contract c join account a on a.account_id = c.account_id
      where c.account_id = any (${missing.map(({ accountId }) => accountId)}::uuid[]) and c.id = any (${missing.map(({ contractId }) => contractId)}::uuid[])`,
  );
  if (known.size > AT_MOST) known.clear();
  for (const { id, edition: read, ...shown } of rows) {
    const json = JSON.stringify(shown).slice(1, -1);
    names.set(id, json);
    known.set(id, { edition: read, json });
  }
  return names;
}
