/** What the demonstration writes that no use case writes: that it is one, and that its old mails do not go out. */
import pg from 'pg';
import sql from 'sql-template-tag';
import type { Tx } from '../platform/database/tx.ts';

/** Once it is complete the mark holds who can sign in: the sign-in page and the terminal say so, for nothing here is a secret. */
export async function markDemo(
  tx: Tx,
  state: 'begun' | 'complete',
  now: Temporal.Instant,
  signIn: object = {},
): Promise<void> {
  const value = JSON.stringify({ state, at: now.toString(), ...signIn });
  await tx.run(sql`insert into setting (name, value) values ('demo', ${value}::jsonb)
    on conflict (name) do update set value = excluded.value, version = setting.version + 1`);
}

/** The mails of half a year would all go out in the first minute. The queue belongs to the owner. */
export async function dropMailJobs(ownerUrl: string): Promise<void> {
  await asOwner(ownerUrl, [
    `delete from graphile_worker._private_jobs j using graphile_worker._private_tasks t
      where t.id = j.task_id and t.identifier in ('send-mail', 'mail-notifications')`,
  ]);
}

/** Empties the database, all but its owner; it has to be prepared again afterwards. */
export async function dropEverything(ownerUrl: string): Promise<void> {
  await asOwner(ownerUrl, [
    'drop schema if exists graphile_worker cascade',
    'drop schema public cascade',
    'create schema public',
  ]);
}

async function asOwner(ownerUrl: string, statements: readonly string[]): Promise<void> {
  const client = new pg.Client({ connectionString: ownerUrl });
  await client.connect();
  try {
    for (const statement of statements) await client.query(statement);
  } finally {
    await client.end();
  }
}
