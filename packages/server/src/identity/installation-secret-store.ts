/**
 * The installation's secret: it signs session cookies and encrypts second factors and the secrets of providers. It lives in the
 * database, because every server needs the same one and a restored backup has to be able to read its own rows; whoever can
 * read the whole database is beyond what it protects from. It is never logged and no route shows it.
 */
import { randomBytes } from 'node:crypto';
import sql from 'sql-template-tag';
import { SYSTEM } from '../platform/database/actor.ts';
import type { Database } from '../platform/database/database.ts';
import type { Tx } from '../platform/database/tx.ts';

/** The secret; made at the first start, by one of the servers that start at once. */
export async function keptSecret(db: Database): Promise<string> {
  const kept = await db.write(SYSTEM, async (tx) => {
    await tx.run(sql`insert into installation_secret (secret) values (${randomBytes(32).toString('base64url')})
      on conflict do nothing`);
    return { ok: true as const, value: await secretIn(tx) };
  });
  return kept.value;
}

/** The secret, for use cases that encrypt in their transaction. */
export async function secretIn(tx: Tx): Promise<string> {
  const row = await tx.first<{ secret: string }>(sql`select secret from installation_secret`);
  if (!row) throw new Error('The installation has no secret yet: it is made when the server starts.');
  return row.secret;
}
