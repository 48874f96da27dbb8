/** Writes of seals. */
import sql from 'sql-template-tag';
import type { Tx } from '../platform/database/tx.ts';

export type NewSeal = {
  readonly number: number;
  readonly previous: Buffer;
  readonly hash: Buffer;
  readonly ids: readonly string[];
  readonly first: number;
  readonly last: number;
};

/** One server seals an account at a time; the others leave it to that one. */
export async function lockSeals(tx: Tx, accountId: string): Promise<boolean> {
  const row = await tx.first<{ taken: boolean }>(
    sql`select pg_try_advisory_xact_lock(hashtextextended(${accountId}, 9)) as taken`,
  );
  return row?.taken ?? false;
}

export async function insertSeal(tx: Tx, accountId: string, seal: NewSeal, now: Temporal.Instant): Promise<void> {
  await tx.run(sql`insert into seal (account_id, number, first_position, last_position, facts, previous_hash, hash, sealed_at)
    values (${accountId}, ${seal.number}, ${seal.first}, ${seal.last}, ${seal.ids.length}, ${seal.previous}, ${seal.hash}, ${now.toString()})`);
  await tx.run(sql`insert into sealed (account_id, journal_id, seal_number, place)
    select ${accountId}, id, ${seal.number}, place from unnest(${seal.ids}::uuid[]) with ordinality as s (id, place)`);
}
