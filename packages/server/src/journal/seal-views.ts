/** Reads for sealing and for proving seals. */
import sql, { raw } from 'sql-template-tag';
import type { Tx } from '../platform/database/tx.ts';
import type { SealableFact } from './batch-hash.ts';

const columns =
  raw(`j.id, j.position, j.fact, j.subject_id as "subjectId", j.about_id as "aboutId", j.contract_id as "contractId", j.at, j.recorded_at as "recordedAt",
  j.by_person as "byPerson", j.by_side as "bySide", j.on_behalf_of as "onBehalfOf", j.via, j.audience, j.data::text as data, encode(j.note_digest, 'hex') as "noteDigest"`);

/** The transaction before which all have ended. */
export async function endedBefore(tx: Tx): Promise<string> {
  const row = await tx.first<{ id: string }>(sql`select ended_before()::text as id`);
  return row?.id ?? '0';
}

/** The transaction of the last sealed fact: everything before it is sealed. Looked for from the end, where what is unsealed stands. */
export async function sealedUntil(tx: Tx): Promise<string> {
  const row = await tx.first<{ id: string }>(sql`select transaction::text as id from journal j
    where exists (select from sealed s where s.account_id = j.account_id and s.journal_id = j.id offset 0)
    order by transaction desc, position desc limit 1`);
  return row?.id ?? '0';
}

/** `transaction` is the one in which it was recorded. */
export type UnsealedFact = SealableFact & { readonly accountId: string; readonly transaction: string };

/** Facts that no seal covers, of transactions from `from` on and before `before`: nothing can come among them. In their order. */
export function unsealedFacts(
  tx: Tx,
  { from, before }: { readonly from: string; readonly before: string },
  limit: number,
): Promise<UnsealedFact[]> {
  return tx.rows<UnsealedFact>(sql`select ${columns}, j.account_id as "accountId", j.transaction::text as transaction from journal j
    where j.transaction >= ${from}::xid8 and j.transaction < ${before}::xid8
      and not exists (select from sealed s where s.account_id = j.account_id and s.journal_id = j.id)
    order by j.transaction, j.position limit ${limit}`);
}

export type SealRow = {
  readonly number: number;
  readonly facts: number;
  readonly previous: Buffer;
  readonly hash: Buffer;
};
const sealColumns = raw('number, facts, previous_hash as previous, hash');

export function sealsOf(tx: Tx, accountId: string): Promise<SealRow[]> {
  return tx.rows<SealRow>(sql`select ${sealColumns} from seal where account_id = ${accountId} order by number`);
}

/** By account; those that have none are left out. */
export async function lastSealsOf(tx: Tx, accountIds: readonly string[]): Promise<ReadonlyMap<string, SealRow>> {
  const rows = await tx.rows<SealRow & { accountId: string }>(sql`select last.*, a.id as "accountId"
    from unnest(${accountIds}::uuid[]) as a (id)
      cross join lateral (select ${sealColumns} from seal where account_id = a.id order by number desc limit 1) last`);
  return new Map(rows.map(({ accountId, ...seal }) => [accountId, seal]));
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

export type JournalCount = { readonly facts: number; readonly sealed: number; readonly seals: number };

/** How many facts the transaction may see, how many of them are sealed, and in how many seals. */
export async function journalCount(tx: Tx, accountId: string): Promise<JournalCount> {
  const row = await tx.first<JournalCount>(sql`select count(*)::int as facts, count(s.journal_id)::int as sealed,
      count(distinct s.seal_number)::int as seals
    from journal j left join sealed s on s.account_id = j.account_id and s.journal_id = j.id where j.account_id = ${accountId}`);
  return row ?? { facts: 0, sealed: 0, seals: 0 };
}
