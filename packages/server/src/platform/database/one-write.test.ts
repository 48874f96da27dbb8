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

test('what reads alone takes the end of its transaction with it; what is asked after it is asked by the same actor', async () => {
  const { db, drop } = await createTestDatabase(1);
  const said: string[] = [];
  db.pool.on('connect', (client) => {
    const query = client.query.bind(client);
    client.query = ((asked: string | { text: string }) => {
      said.push(typeof asked === 'string' ? asked : asked.text.slice(0, 12));
      return query(asked as string);
    }) as typeof client.query;
  });
  const whose = sql`select current_setting('tamarack.accounts') as accounts, current_setting('tamarack.side') as side`;
  const actor = { ...SYSTEM, accounts: [randomUUID()], side: 'customer' as const };
  const seen = [{ accounts: `{${actor.accounts.join()}}`, side: 'customer' }];
  const [begin, scope] = ['begin read only isolation level repeatable read', 'select set_c'];
  expect(await db.read(actor, (tx) => tx.alone('whose', whose))).toEqual(seen);
  expect(said).toEqual([begin, scope, 'select curre', 'commit']);
  await db.read(actor, async (tx) => {
    expect(await tx.alone('whose', whose)).toEqual(seen);
    expect(await tx.rows(whose)).toEqual(seen);
    expect(await tx.rows(whose)).toEqual(seen);
  });
  expect(said.slice(4)).toEqual([
    ...[begin, scope, 'select curre', 'commit'],
    ...[begin, scope, 'select curre', 'select curre', 'commit'],
  ]);
  await expect(db.read(actor, (tx) => tx.alone('broken', sql`select 1 / 0`))).rejects.toThrow('division by zero');
  expect(await db.read(actor, (tx) => tx.rows(whose))).toEqual(seen);
  // What writes ends when its work has, and not before.
  const refused = await db.write(SYSTEM, async (tx) => {
    await tx.alone('renamed', sql`insert into names_edition (edition) values (${randomUUID()})`);
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
