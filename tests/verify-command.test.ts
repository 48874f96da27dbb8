/** `tamarack verify` as an operator calls it, on databases that it cannot verify. */
import pg from 'pg';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { createTestDatabase, type TestDatabase } from './support/test-database.ts';
import { startProcess } from '../packages/server/src/serve/oracles/server-process.ts';

let database: TestDatabase;
beforeAll(async () => {
  database = await createTestDatabase();
});
afterAll(() => database.drop());

async function asOwner(statement: string): Promise<void> {
  const client = new pg.Client({ connectionString: database.ownerUrl });
  await client.connect();
  await client.query(statement);
  await client.end();
}

async function verified(): Promise<{ readonly code: number | null; readonly said: string }> {
  const verify = startProcess(['verify'], { DATABASE_URL: database.ownerUrl });
  return { code: await verify.ended, said: verify.lines.join('\n') };
}

test('an empty installation agrees with itself', async () => {
  expect(await verified()).toMatchObject({ code: 0, said: expect.stringContaining('everything agrees') });
});

test('a database with another schema, and one that never was prepared, are named as what they are', async () => {
  await asOwner('delete from schema_migration where number = (select max(number) from schema_migration)');
  expect(await verified()).toEqual({
    code: 2,
    said: expect.stringMatching(/schema of this program[^]*tamarack migrate/),
  });
  await asOwner('drop schema public cascade; create schema public');
  expect(await verified()).toEqual({
    code: 2,
    said: expect.stringMatching(/no Tamarack in this database[^]*DATABASE_URL/),
  });
});
