import { Socket } from 'node:net';
import sql from 'sql-template-tag';
import { expect, test } from 'vitest';
import { createTestDatabase } from '../../../../../tests/support/test-database.ts';
import { SYSTEM } from './actor.ts';

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
