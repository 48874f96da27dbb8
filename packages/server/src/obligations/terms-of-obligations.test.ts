/** An obligation names terms of its own account, which nobody deletes. */
import sql, { type Sql } from 'sql-template-tag';
import { v7 as uuid } from 'uuid';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { agreedAccount, ALMACARE } from '../../../../tests/support/agreed-account.ts';
import { createTestDatabase, type TestDatabase } from '../../../../tests/support/test-database.ts';
import { SYSTEM } from '../platform/database/actor.ts';
import { recordFacts } from './record-facts.ts';

const NOON = Temporal.Instant.from('2026-06-01T12:00:00Z');
let database: TestDatabase;
let [alder, birch] = ['', ''];
beforeAll(async () => {
  database = await createTestDatabase();
  const account = await agreedAccount(database.db, 'almacare', 'enhanced', { ...ALMACARE, name: 'Alder' });
  birch = (await agreedAccount(database.db, 'almacare', 'enhanced', { ...ALMACARE, name: 'Birch' })).accountId;
  alder = account.accountId;
  const facts = [{ ...account, fact: 'incident.received', subjectId: uuid(), data: { severity: 1 } }];
  await database.db.write(SYSTEM, (tx) => recordFacts(tx, facts, { side: 'provider', via: 'test' }, NOON));
});
afterAll(() => database.drop());

const write = (statement: Sql) =>
  database.db.write(SYSTEM, async (tx) => ({ ok: true as const, value: await tx.run(statement) }));
const copy = (terms: Sql) =>
  write(sql`insert into obligation (account_id, id, contract_id, terms_id, promise, form, title, side, role, subject_id, subject, cycle, turn, state, opened_at)
    select account_id, uuid_v7(), contract_id, ${terms}, 'copied', form, title, side, role, uuid_v7(), subject, cycle, turn, state, opened_at
    from obligation where account_id = ${alder}`);

test('rows with terms of the account are written, with those of another one or with none they are not', async () => {
  expect((await copy(sql`terms_id`)).value).toBeGreaterThan(1);
  const says = 'terms that its account does not have';
  const others = sql`(select id from contract_terms where account_id = ${birch} limit 1)`;
  for (const terms of [
    others,
    sql`uuid_v7()`,
    sql`case when promise = 'first-response' then uuid_v7() else terms_id end`,
  ])
    await expect(copy(terms)).rejects.toThrow(says);
  await expect(write(sql`update obligation set terms_id = ${others} where account_id = ${alder}`)).rejects.toThrow(
    says,
  );
});

test('terms are deleted by nobody', async () => {
  await expect(write(sql`delete from contract_terms where account_id = ${alder}`)).rejects.toThrow('permission denied');
});
