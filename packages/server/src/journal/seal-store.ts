/** Writes of seals. */
import sql from 'sql-template-tag';
import type { Tx } from '../platform/database/tx.ts';

export type NewSeal = {
  readonly accountId: string;
  readonly number: number;
  readonly previous: Buffer;
  readonly hash: Buffer;
  readonly ids: readonly string[];
  readonly first: number;
  readonly last: number;
};

/** One server seals at a time; another one waits, and finds what is left. */
export function lockSeals(tx: Tx): void {
  tx.send('lock-seals', sql`select pg_advisory_xact_lock(hashtextextended('seals', 9))`);
}

/** One for each account. */
export function insertSeals(tx: Tx, seals: readonly NewSeal[], now: Temporal.Instant): void {
  if (seals.length === 0) return;
  const rows = seals.map(({ ids, previous, hash, ...seal }) => ({
    ...seal,
    facts: ids.length,
    previous: previous.toString('hex'),
    hash: hash.toString('hex'),
  }));
  tx.send(
    'insert-seals',
    sql`insert into seal (account_id, number, first_position, last_position, facts, previous_hash, hash, sealed_at)
      select "accountId", number, first, last, facts, decode(previous, 'hex'), decode(hash, 'hex'), ${now.toString()}
      from jsonb_to_recordset(${JSON.stringify(rows)})
        as ("accountId" uuid, number int, first bigint, last bigint, facts int, previous text, hash text)`,
  );
  const sealed = seals.flatMap(({ accountId, number, ids }) =>
    ids.map((id, i) => ({ accountId, number, id, place: i + 1 })),
  );
  tx.send(
    'insert-sealed',
    sql`insert into sealed (account_id, journal_id, seal_number, place)
      select * from unnest(${sealed.map(({ accountId }) => accountId)}::uuid[], ${sealed.map(({ id }) => id)}::uuid[],
        ${sealed.map(({ number }) => number)}::int[], ${sealed.map(({ place }) => place)}::int[])`,
  );
}
