/** Takes away the indexes of tables that are about to be filled, and makes them anew: faster than keeping them up row by row. */
import type { Client } from 'pg';

/**
 * Those that hold no constraint, as an owner of the tables. They are made by all clients at a time, the slowest first. What
 * `fill` throws leaves the tables without them.
 */
export async function withoutIndexes(
  clients: readonly [Client, ...Client[]],
  tables: readonly string[],
  fill: () => Promise<unknown>,
): Promise<void> {
  const { rows } = await clients[0].query<{ name: string; made: string }>(
    `select i.indexrelid::regclass::text as name, pg_get_indexdef(i.indexrelid) as made
      from pg_index i join pg_class c on c.oid = i.indexrelid join pg_am m on m.oid = c.relam
      where i.indrelid = any ($1::regclass[]) and not exists (select from pg_constraint k where k.conindid = i.indexrelid)
      order by m.amname = 'gin' desc`,
    [tables],
  );
  for (const { name } of rows) await clients[0].query(`drop index ${name}`);
  await fill();
  const waiting = rows.values();
  await Promise.all(
    clients.map(async (client) => {
      await client.query(`set maintenance_work_mem = '512MB'`);
      for (const { made } of waiting) await client.query(made);
    }),
  );
}
