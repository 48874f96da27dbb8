import { randomUUID } from 'node:crypto';
import { Socket } from 'node:net';
import sql from 'sql-template-tag';
import { expect, test } from 'vitest';
import { createTestDatabase } from '../../../../../tests/support/test-database.ts';
import { SYSTEM } from './actor.ts';
import type { Tx } from './tx.ts';

test('the beginning of a transaction waits for its first statements, and goes with them', async () => {
  const { db, drop } = await createTestDatabase(1);
  const opened: Socket[] = [];
  db.pool.on('connect', ({ connection: { stream } }) => {
    if (stream instanceof Socket) opened.push(stream);
  });
  // Node counts what waits as written.
  const left = () => opened.map((socket) => socket.bytesWritten - socket.writableLength);
  await db.read(SYSTEM, (tx) => tx.rows(sql`select 1`));
  const before = left();
  expect(before).toHaveLength(1);
  const answer = await db.read(SYSTEM, (tx) => {
    const rows = tx.rows<{ one: number }>(sql`select ${1}::int as one`);
    expect(left()).toEqual(before);
    return rows;
  });
  expect(answer).toEqual([{ one: 1 }]);
  await drop();
});

test('what reads alone needs no transaction around it; what is asked after it is asked by the same actor', async () => {
  const { db, drop } = await createTestDatabase(1);
  let answers = 0;
  db.pool.on('connect', ({ connection }) => connection.on('readyForQuery', () => (answers += 1)));
  const answersTo = async <T>(work: (tx: Tx) => Promise<T>) => {
    const before = answers;
    await db.read(actor, work);
    return answers - before;
  };
  const whose = sql`select current_setting('tamarack.accounts') as accounts, current_setting('tamarack.side') as side`;
  const actor = { ...SYSTEM, accounts: [randomUUID()], side: 'customer' as const };
  const seen = [{ accounts: `{${actor.accounts.join()}}`, side: 'customer' }];
  expect(await db.read(actor, (tx) => tx.alone('whose', whose))).toEqual(seen);
  expect(await answersTo((tx) => tx.alone('whose', whose))).toBe(1);
  const goingOn = await answersTo(async (tx) => {
    expect(await tx.alone('whose', whose)).toEqual(seen);
    expect(await tx.rows(whose)).toEqual(seen);
    expect(await tx.rows(whose)).toEqual(seen);
  });
  // The one alone, the two after it, and the commit.
  expect(goingOn).toBe(4);
  // Nobody else's settings are left on the connection.
  const { rows } = await db.pool.query(`select current_setting('tamarack.accounts', true) as accounts`);
  expect(rows).toEqual([{ accounts: '' }]);
  await expect(db.read(actor, (tx) => tx.alone('broken', sql`select 1 / 0`))).rejects.toThrow('division by zero');
  expect(await db.read(actor, (tx) => tx.rows(whose))).toEqual(seen);
  const writes = sql`insert into names_edition (edition) values (${randomUUID()})`;
  for (const how of ['alone', 'prepared'] as const)
    await expect(db.read(SYSTEM, (tx) => tx[how]('renamed', writes))).rejects.toMatchObject({ code: '25006' });
  // What writes ends when its work has, and not before.
  const refused = await db.write(SYSTEM, async (tx) => {
    await tx.alone('renamed', writes);
    return { ok: false as const };
  });
  expect(refused).toEqual({ ok: false });
  expect(await db.read(SYSTEM, (tx) => tx.rows(sql`select from names_edition`))).toEqual([]);
  await drop();
});

test('what writes last takes the commit with it: after it nothing is written, and nothing refused', async () => {
  const { db, drop } = await createTestDatabase(1);
  const named = (name: string) => sql`insert into setting (name, value) values (${name}, '1') returning name`;
  const [kept, late, refused, twice] = Array.from({ length: 4 }, () => randomUUID()) as [
    string,
    string,
    string,
    string,
  ];
  const write = async (id: string, after: (tx: Tx) => unknown = () => undefined) =>
    db.write(SYSTEM, async (tx) => {
      await tx.last('setting', named(id));
      await after(tx);
      return { ok: id !== refused };
    });
  expect(await write(kept)).toEqual({ ok: true });
  await expect(write(late, (tx) => tx.rows(sql`select 1`))).rejects.toThrow('nothing more is written');
  await expect(write(refused)).rejects.toThrow('cannot be refused');
  // What fails before it takes it along.
  const failed = db.write(SYSTEM, async (tx) => {
    tx.send('broken', sql`select 1 / 0`);
    await tx.last('setting', named(twice));
    return { ok: true };
  });
  await expect(failed).rejects.toThrow('division by zero');
  const rows = await db.read(SYSTEM, (tx) => tx.rows<{ name: string }>(sql`select name from setting`));
  // What threw after its commit is there, and the one before which something failed is not.
  expect(rows.map((row) => row.name)).toEqual(expect.arrayContaining([kept, late, refused]));
  expect(rows.map((row) => row.name)).not.toContain(twice);
  await drop();
});
