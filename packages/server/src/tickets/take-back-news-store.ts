/** News of what was done to tickets and is taken back: of neither hears anybody who has not learnt of the first already. */
import sql from 'sql-template-tag';
import { asProgram } from '../platform/database/as-program.ts';
import type { Tx } from '../platform/database/tx.ts';
import type { Ids } from './ids.ts';

type TakenBack = { readonly accountId: string; readonly first: string; readonly back: string };

/**
 * After the taking back was recorded in this transaction. `undone`: the facts that it undoes; of each ticket the last one of them
 * by this person is meant, and where there is none it is news like any other. Whoever had a ticket before was told nothing of
 * losing it, and so nothing of having it again.
 */
export async function takeBackNews(
  tx: Tx,
  tickets: readonly Ids[],
  undone: readonly string[],
  personId: string,
): Promise<void> {
  const taken = await tx.rows<TakenBack>(sql`select t.account_id as "accountId", first.id as first, back.id as back
    from unnest(${tickets.map(({ accountId }) => accountId)}::uuid[], ${tickets.map(({ ticketId }) => ticketId)}::uuid[]) as t (account_id, id)
      cross join lateral (select id from journal j where j.account_id = t.account_id and j.subject_id = t.id and j.by_person = ${personId}
        and split_part(j.fact, '.', 2) = any (${undone}::text[]) and j.transaction <> pg_current_xact_id() order by j.position desc limit 1) first
      join journal back on back.account_id = t.account_id and back.subject_id = t.id and back.transaction = pg_current_xact_id()`);
  if (taken.length === 0) return;
  const inAccounts = sql`account_id = any (${[...new Set(taken.map(({ accountId }) => accountId))]}::uuid[])`;
  const firsts = taken.map(({ first }) => first);
  const ofFirsts = sql`${inAccounts} and journal_id = any (${firsts}::uuid[])`;
  await asProgram(tx, async (program) => {
    // No mail tells of it meanwhile. A statement of its own: the next one sees what was mailed while this one waited.
    await program.run(sql`select from notification where ${ofFirsts} order by id for update`);
    await program.run(sql`with learnt as materialized (
        select person_id, journal_id from notification where ${ofFirsts} and (mailed_at is not null or read_at is not null)
      )
      delete from notification n using unnest(${firsts}::uuid[], ${taken.map(({ back }) => back)}::uuid[]) as t (first, back)
      where n.${inAccounts} and n.journal_id = t.back
        and not exists (select from learnt l where l.journal_id = t.first and l.person_id = n.person_id)`);
    await program.run(sql`delete from notification where ${ofFirsts} and mailed_at is null and read_at is null`);
  });
}
