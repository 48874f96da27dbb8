/** Takes away the indexes of tables that are about to be filled, and makes them anew: faster than keeping them up row by row. */
import type { Client } from 'pg';

/** Those that hold no constraint. What `fill` throws leaves the tables without them. */
export async function withoutIndexes<T>(owner: Client, tables: readonly string[], fill: () => Promise<T>): Promise<T> {
  const { rows } = await owner.query<{ name: string; made: string }>(
    `select i.indexrelid::regclass::text as name, pg_get_indexdef(i.indexrelid) as made from pg_index i
      where i.indrelid = any ($1::regclass[]) and not exists (select from pg_constraint c where c.conindid = i.indexrelid)`,
    [tables],
  );
  for (const { name } of rows) await owner.query(`drop index ${name}`);
  const filled = await fill();
  await owner.query(`set maintenance_work_mem = '1GB'`);
  for (const { made } of rows) await owner.query(made);
  await owner.query('reset maintenance_work_mem');
  return filled;
}
