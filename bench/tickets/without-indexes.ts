/** Takes away the indexes of tables that are about to be filled, and makes them anew: faster than keeping them up row by row. */
import type { Client } from 'pg';

type Clients = readonly [Client, ...Client[]];
type Index = { readonly name: string; readonly made: string; readonly on: string; readonly kind: string | null };

/**
 * All but those upon which foreign keys rest, as an owner of the tables. What was filled is vacuumed before they are made, so
 * that each page is marked and written to the log once. All clients work at a time, the slowest index first. What `fill` throws
 * leaves the tables without them, and out of autovacuum's hands.
 */
export async function withoutIndexes(
  clients: Clients,
  tables: readonly string[],
  fill: () => Promise<unknown>,
): Promise<void> {
  const [owner] = clients;
  const { rows: indexes } = await owner.query<Index>(
    `select i.indexrelid::regclass::text as name, pg_get_indexdef(i.indexrelid) as made, i.indrelid::regclass::text as on,
        case k.contype when 'p' then 'primary key' when 'u' then 'unique' end as kind
      from pg_index i join pg_class c on c.oid = i.indexrelid join pg_am m on m.oid = c.relam
        left join pg_constraint k on k.conindid = i.indexrelid and k.contype <> 'f'
      where i.indrelid = any ($1::regclass[]) and not exists (select from pg_constraint f where f.conindid = i.indexrelid and f.contype = 'f')
      order by m.amname = 'gin' desc`,
    [tables],
  );
  for (const { name, on, kind } of indexes)
    await owner.query(kind === null ? `drop index ${name}` : `alter table ${on} drop constraint ${name}`);
  // It would vacuum and analyse what grows again and again; all of that is done once, here.
  for (const table of tables) await owner.query(`alter table ${table} set (autovacuum_enabled = off)`);
  await fill();
  // Nothing was ever deleted here: there is nothing to look for in indexes.
  const vacuum = tables.map((table) => `vacuum (index_cleanup off) ${table}`);
  await together(clients, vacuum);
  await together(
    clients,
    indexes.map(({ made }) => made),
  );
  for (const { name, on, kind } of indexes)
    if (kind !== null) await owner.query(`alter table ${on} add constraint ${name} ${kind} using index ${name}`);
  await together(
    clients,
    tables.map((table) => `analyze ${table}`),
  );
  for (const table of tables) await owner.query(`alter table ${table} reset (autovacuum_enabled)`);
}

/** Each client the next, as soon as it has done the one before. */
async function together(clients: Clients, statements: readonly string[]): Promise<void> {
  const waiting = statements.values();
  await Promise.all(
    clients.map(async (client) => {
      // The clients are beside one another already: a process to help one of them is taken from another.
      await client.query(`set maintenance_work_mem = '512MB'; set max_parallel_maintenance_workers = 0`);
      for (const statement of waiting) await client.query(statement);
    }),
  );
}
