/** Erasing while others are at work: whoever loses a deadlock tries again, and the caller is not told to. */
import sql from 'sql-template-tag';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { startTestApplication, type TestApplication } from '../../../../tests/support/test-application.ts';
import { SYSTEM } from '../platform/database/actor.ts';
import { mayBeRepeated } from '../platform/http/thrown.ts';

let server: TestApplication;
beforeAll(async () => {
  server = await startTestApplication();
});
afterAll(() => server.stop());

async function waiting(): Promise<number> {
  const rows = await server.db.read(SYSTEM, (tx) =>
    tx.rows(
      sql`select from pg_locks l join pg_stat_activity a on a.pid = l.pid where a.datname = current_database() and not l.granted`,
    ),
  );
  return rows.length;
}

test('an account whose erasure loses a deadlock is erased by the next try', async () => {
  const admin = await server.staff('Ada Admin', 'administrator');
  const accountId = await server.account('Alder');
  const lena = await server.customer('Lena Lead', accountId, 'technical-lead');
  const path = `/accounts/${accountId}/erasure`;
  let erasing: ReturnType<typeof server.call> | undefined;
  const other = server.db.write(SYSTEM, async (tx) => {
    await tx.run(sql`select from person where id = ${lena.id} for update`);
    erasing = server.call(admin, 'POST', path, { body: { name: 'Alder' } });
    // It has the account, and waits for the person. It began to wait first, so that PostgreSQL ends it and not the other.
    await expect.poll(waiting, { timeout: 10_000 }).toBe(1);
    await tx.run(sql`select from account where account_id = ${accountId} for update`);
    return { ok: true };
  });
  // Unless the machine was busy for a second just then: nothing is shown then, and nothing fails.
  await other.catch((error: unknown) => {
    if (!mayBeRepeated(error)) throw error;
  });
  const erased = await erasing;
  expect([erased?.status, erased?.body]).toEqual([204, '']);
  expect((await server.call(admin, 'GET', path)).body.isErased).toBe(true);
});
