/** What fails of a statement that nobody waits for is told as itself, so that a deadlock is tried again and a wrong id is no 500. */
import sql from 'sql-template-tag';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { createTestDatabase, type TestDatabase } from '../../../../../tests/support/test-database.ts';
import { SYSTEM } from './actor.ts';

let database: TestDatabase;
beforeAll(async () => {
  database = await createTestDatabase();
});
afterAll(() => database.drop());

const NOBODY = '00000000-0000-7000-8000-000000000000';

test('of a statement that was sent before one that was waited for', async () => {
  const written = database.db.write(SYSTEM, async (tx) => {
    tx.send('to-nobody', sql`insert into staff_role (person_id, role) values (${NOBODY}, 'executive')`);
    await tx.rows(sql`select 1`);
    return { ok: true };
  });
  await expect(written).rejects.toMatchObject({ code: '23503' });
});

test('of a statement that was sent last', async () => {
  const written = database.db.write(SYSTEM, (tx) => {
    tx.send('to-nobody', sql`insert into staff_role (person_id, role) values (${NOBODY}, 'executive')`);
    return Promise.resolve({ ok: true });
  });
  await expect(written).rejects.toMatchObject({ code: '23503' });
});
