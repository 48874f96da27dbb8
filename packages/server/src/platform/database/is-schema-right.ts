/** Whether a database has the schema of this program. */
import sql from 'sql-template-tag';
import { knownMigrations } from './migrations.ts';
import type { Tx } from './tx.ts';

const known = knownMigrations().length;

/** Every migration of this program is applied, and none that it cannot live with. */
export async function isSchemaRight(tx: Tx): Promise<boolean> {
  const row = await tx.first<{ applied: number; breaking: boolean }>(
    sql`select count(*) filter (where number <= ${known})::int as applied, coalesce(bool_or(breaking) filter (where number > ${known}), false) as breaking
      from schema_migration`,
  );
  return row?.applied === known && !row.breaking;
}
