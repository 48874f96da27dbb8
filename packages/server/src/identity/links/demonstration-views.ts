/** Who can sign in to a demonstration, with the password that everybody knows; nothing where the data is real. */
import sql from 'sql-template-tag';
import type { Tx } from '../../platform/database/tx.ts';

export type DemoSignIn = {
  readonly password: string;
  readonly people: readonly {
    readonly name: string;
    readonly email: string;
    readonly roles: readonly string[];
    readonly account?: string;
  }[];
};

export async function demonstrationSignIn(tx: Tx): Promise<DemoSignIn | undefined> {
  const row = await tx.first<{ password: string; people: DemoSignIn['people'] }>(
    sql`select value ->> 'password' as password, value -> 'people' as people from setting where name = 'demo' and value ->> 'state' = 'complete'
      and value ? 'people'`,
  );
  return row;
}
