/** What the sign-in needs to know of people and of the house. */
import sql from 'sql-template-tag';
import type { Tx } from '../../platform/database/tx.ts';

/** Whether a person exists and has not been deactivated. */
export async function maySignIn(tx: Tx, personId: string): Promise<boolean> {
  const row = await tx.first(sql`select 1 as found from person where id = ${personId} and deactivated_at is null`);
  return row !== undefined;
}

/** What the provider calls itself; "Tamarack" until it has said so. */
export async function providerName(tx: Tx): Promise<string> {
  const row = await tx.first<{ name: string }>(
    sql`select value #>> '{}' as name from setting where name = 'provider-name'`,
  );
  return row?.name ?? 'Tamarack';
}
