/** Reads for sealing and for proving seals. */
import sql, { raw } from 'sql-template-tag';
import type { Tx } from '../platform/database/tx.ts';
import type { SealableFact } from './batch-hash.ts';

const columns =
  raw(`j.id, j.position, j.fact, j.subject_id as "subjectId", j.about_id as "aboutId", j.contract_id as "contractId", j.at, j.recorded_at as "recordedAt",
  j.by_person as "byPerson", j.by_side as "bySide", j.on_behalf_of as "onBehalfOf", j.via, j.audience, j.data::text as data, encode(j.note_digest, 'hex') as "noteDigest"`);

/** Accounts with facts that no seal covers, of transactions from `from` on and before `before`: nothing can come among them. */
export async function accountsToSeal(
  tx: Tx,
  { from, before }: { readonly from: string; readonly before: string },
  limit: number,
): Promise<readonly string[]> {
  const rows = await tx.rows<{ id: string }>(sql`select distinct account_id as id from journal j
    where transaction >= ${from}::xid8 and transaction < ${before}::xid8
      and not exists (select from sealed s where s.account_id = j.account_id and s.journal_id = j.id) limit ${limit}`);
  return rows.map(({ id }) => id);
}

/** The transaction before which all have ended. */
export async function endedBefore(tx: Tx): Promise<string> {
  const row = await tx.first<{ id: string }>(sql`select ended_before()::text as id`);
  return row?.id ?? '0';
}

export function unsealedFacts(tx: Tx, accountId: string, limit: number): Promise<SealableFact[]> {
  return tx.rows<SealableFact>(sql`select ${columns} from journal j where j.account_id = ${accountId} and j.transaction < (select ended_before())
    and not exists (select from sealed s where s.account_id = j.account_id and s.journal_id = j.id)
    order by j.transaction, j.position limit ${limit}`);
}

type SealRow = { readonly number: number; readonly facts: number; readonly previous: Buffer; readonly hash: Buffer };
const sealColumns = raw('number, facts, previous_hash as previous, hash');

export function sealsOf(tx: Tx, accountId: string): Promise<SealRow[]> {
  return tx.rows<SealRow>(sql`select ${sealColumns} from seal where account_id = ${accountId} order by number`);
}

export function lastSealOf(tx: Tx, accountId: string): Promise<SealRow | undefined> {
  return tx.first<SealRow>(
    sql`select ${sealColumns} from seal where account_id = ${accountId} order by number desc limit 1`,
  );
}

export function factsOfSeal(tx: Tx, accountId: string, number: number): Promise<SealableFact[]> {
  return tx.rows<SealableFact>(sql`select ${columns} from sealed s join journal j on j.account_id = s.account_id and j.id = s.journal_id
    where s.account_id = ${accountId} and s.seal_number = ${number} order by s.place`);
}

/** What people wrote, with the digest that the seal covers; nothing of what was erased. */
export function writtenNotes(
  tx: Tx,
  accountId: string,
): Promise<{ id: string; title: string | null; note: string | null; salt: Buffer; digest: Buffer }[]> {
  return tx.rows(sql`select id, title, note, note_salt as salt, note_digest as digest from journal
    where account_id = ${accountId} and note_salt is not null and note_digest is not null`);
}

export async function journalCount(tx: Tx, accountId: string): Promise<{ facts: number; sealed: number }> {
  const row = await tx.first<{
    facts: number;
    sealed: number;
  }>(sql`select (select count(*) from journal where account_id = ${accountId})::int as facts,
    (select count(*) from sealed where account_id = ${accountId})::int as sealed`);
  return row ?? { facts: 0, sealed: 0 };
}
