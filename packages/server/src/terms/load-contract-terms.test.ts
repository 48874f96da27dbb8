import { randomUUID } from 'node:crypto';
import { readFileSync } from 'node:fs';
import sql, { type Sql } from 'sql-template-tag';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createTestDatabase, type TestDatabase } from '../../../../tests/support/test-database.ts';
import { SYSTEM } from '../platform/database/actor.ts';
import type { Tx } from '../platform/database/tx.ts';
import { loadContractTerms, loadTermsOf } from './load-contract-terms.ts';

const source = readFileSync(new URL('../../../../services/almacare.yaml', import.meta.url), 'utf8');
const [account, contract, description, version] = Array.from({ length: 4 }, () => randomUUID());

let database: TestDatabase;
beforeAll(async () => {
  database = await createTestDatabase();
  await write(
    sql`insert into account (account_id, name, created_at) values (${account}, 'Alder', now())`,
    sql`insert into description (id, reference, created_at) values (${description}, 'AC', now())`,
    sql`insert into description_version (id, description_id, number, title, version, state, source, owner, approver, created_at)
      values (${version}, ${description}, 1, 'AlmaCare', '1.0', 'published', ${source}, 'A', 'B', now())`,
    sql`insert into contract (account_id, id, name, starts_at, renewal, created_at)
      values (${account}, ${contract}, 'Support', '2026-06-01T00:00:00Z', 'none', now())`,
    row(1, 'agreed', '2026-06-01T00:00:00Z', 'essential'),
    row(2, 'proposed', '2026-07-01T00:00:00Z', 'enhanced'),
  );
});
afterAll(() => database.drop());

function row(number: number, state: string, from: string, level: string): Sql {
  return sql`insert into contract_terms (account_id, contract_id, number, version_id, level, state, from_at, proposed_at)
    values (${account}, ${contract}, ${number}, ${version}, ${level}, ${state}, ${from}, now())`;
}

function write(...statements: readonly Sql[]) {
  return database.db.write(SYSTEM, async (tx) => {
    for (const statement of statements) await tx.run(statement);
    return { ok: true as const };
  });
}

const load = () => database.db.read(SYSTEM, (tx) => loadContractTerms(tx, account ?? ''));

describe('the agreed terms of an account', () => {
  test('are those that were agreed, ready for clocks', async () => {
    const agreed = await load();
    expect(agreed).toMatchObject([
      { contractName: 'Support', number: 1, fromAt: 1_780_272_000, level: 'essential', versionTitle: 'AlmaCare 1.0' },
    ]);
    expect([...(agreed[0]?.terms.promises.keys() ?? [])]).toContain('first-response');
  });

  test('are loaded once while nothing changes, with one short statement', async () => {
    const first = await load();
    const statements: string[] = [];
    const counted = (tx: Tx): Tx => ({
      ...tx,
      rows: (statement) => (statements.push(statement.text), tx.rows(statement)),
      prepared: (name, statement) => (statements.push(name), tx.prepared(name, statement)),
    });
    const again = await database.db.read(SYSTEM, (tx) => loadContractTerms(counted(tx), account ?? ''));
    expect(again).toBe(first);
    expect(statements).toEqual(['agreed-states']);
  });

  test('are loaded again when another server changed them; what was read of them stays', async () => {
    const [before] = await load();
    await write(
      sql`update contract_terms set until_at = '2026-07-01T00:00:00Z' where account_id = ${account} and number = 1`,
      sql`update contract_terms set state = 'agreed' where account_id = ${account} and number = 2`,
    );
    const after = await load();
    expect(after.map(({ number, level, untilAt }) => [number, level, untilAt])).toEqual([
      [1, 'essential', 1_782_864_000],
      [2, 'enhanced', undefined],
    ]);
    expect(after[0]?.terms).toBe(before?.terms);
  });

  test('follow two changes of one transaction, and a change that was rolled back', async () => {
    const names: (string | undefined)[] = [];
    const rename = (tx: Tx, name: string) =>
      tx.run(sql`update contract set name = ${name} where account_id = ${account}`);
    await database.db.write(SYSTEM, async (tx) => {
      for (const name of ['One', 'Two']) {
        await rename(tx, name);
        names.push((await loadContractTerms(tx, account ?? ''))[0]?.contractName);
      }
      return { ok: false as const };
    });
    names.push((await load())[0]?.contractName);
    expect(names).toEqual(['One', 'Two', 'Support']);
  });

  test('are the same for accounts that agreed the same, and others for any other word', async () => {
    const others = ['essential', 'essential', 'enhanced'].map((level) => ({
      level,
      id: randomUUID(),
      of: randomUUID(),
    }));
    await write(
      ...others.flatMap(({ id, of, level }) => [
        sql`insert into account (account_id, name, created_at) values (${id}, ${id}, now())`,
        sql`insert into contract (account_id, id, name, starts_at, renewal, created_at)
          values (${id}, ${of}, 'Support', '2026-06-01T00:00:00Z', 'none', now())`,
        sql`insert into contract_terms (account_id, contract_id, number, version_id, level, state, from_at, proposed_at)
          values (${id}, ${of}, 1, ${version}, ${level}, 'agreed', '2026-06-01T00:00:00Z', now())`,
      ]),
    );
    const loaded = await database.db.read(SYSTEM, (tx) =>
      loadTermsOf(
        tx,
        others.map(({ id }) => id),
      ),
    );
    const [first, second, third] = others.map(({ id }) => loaded.get(id)?.[0]);
    expect(second?.terms).toBe(first?.terms);
    expect([first?.contractId, second?.contractId]).toEqual(others.slice(0, 2).map(({ of }) => of));
    expect(third?.terms).not.toBe(first?.terms);
  });

  test('of an account that the transaction does not see are none', async () => {
    const nobody = { ...SYSTEM, accounts: [] };
    expect(await database.db.read(nobody, (tx) => loadContractTerms(tx, account ?? ''))).toEqual([]);
  });
});
