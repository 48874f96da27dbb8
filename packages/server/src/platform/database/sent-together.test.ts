/** Real statements to a real PostgreSQL, in one breath. */
import type { PoolClient } from 'pg';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { createTestDatabase, type TestDatabase } from '../../../../../tests/support/test-database.ts';
import { sendTogether, type Statement } from './sent-together.ts';

let database: TestDatabase;
let client: PoolClient;
beforeAll(async () => {
  database = await createTestDatabase(1);
  client = await database.db.pool.connect();
  await client.query('create temporary table said (word text)');
});
beforeEach(async () => {
  await client.query('rollback');
  await client.query('truncate said');
});
afterAll(async () => {
  client.release();
  await database.drop();
});

const say = (word: unknown): Statement => ({ name: 'say', text: 'insert into said values ($1)', values: [word] });
const said: Statement = {
  name: 'said',
  text: `select coalesce(string_agg(word, ' ' order by word), '') as words from said`,
};
const begin: Statement = { name: 'begin', text: 'begin' };
const commit: Statement = { name: 'commit', text: 'commit' };
const fails: Statement = { text: 'select 1 / 0' };
const words = async () => (await client.query(said)).rows[0].words;

test('they are run in their order, answered once, and the answer is that of the one that is asked', async () => {
  let answers = 0;
  const count = () => (answers += 1);
  client.connection.on('readyForQuery', count);
  for (const first of ['a', 'b']) {
    const { rows, rowCount, command } = await sendTogether(client, [begin, say(first), say('c'), said, commit], 3);
    expect({ rows, rowCount, command }).toMatchObject({ rowCount: 1, command: 'SELECT' });
    expect(rows).toEqual([{ words: first === 'a' ? 'a c' : 'a b c c' }]);
  }
  client.connection.off('readyForQuery', count);
  expect(answers).toBe(2);
  expect(await sendTogether(client, [say('d'), said], 0)).toMatchObject({ command: 'INSERT', rowCount: 1, rows: [] });
});

test('what fails fails the answer, what is before it is taken back, and what is behind it is not run', async () => {
  for (const [statements, asked] of [
    [[say('a'), fails, say('b')], 0],
    [[say('a'), fails, say('b')], 1],
    [[say('a'), fails, say('b')], 2],
    [[begin, say('a'), fails, commit], 1],
  ] as const) {
    await expect(sendTogether(client, statements, asked)).rejects.toMatchObject({ code: '22012' });
    await client.query('rollback');
    expect(await words()).toBe('');
  }
});

test('what was to be prepared behind what fails is prepared the next time', async () => {
  const one: Statement = { name: 'never-before', text: 'select 1 as one' };
  await expect(sendTogether(client, [fails, one], 1)).rejects.toMatchObject({ code: '22012' });
  expect((await sendTogether(client, [begin, one, commit], 1)).rows).toEqual([{ one: 1 }]);
  const wrong: Statement = { name: 'wrong', text: 'select nothing' };
  for (let again = 0; again < 2; again += 1)
    await expect(sendTogether(client, [one, wrong], 0)).rejects.toMatchObject({ code: '42703' });
  expect((await sendTogether(client, [one], 0)).rows).toEqual([{ one: 1 }]);
});

test('values that cannot be sent end it there: nothing is committed without them', async () => {
  const unspeakable = {
    toPostgres: () => {
      throw new Error('unspeakable');
    },
  };
  await expect(sendTogether(client, [begin, say('a'), say(unspeakable), commit], 1)).rejects.toThrow('unspeakable');
  await client.query('rollback');
  expect(await words()).toBe('');
});

test('a name stands for one statement', async () => {
  await sendTogether(client, [said], 0);
  await expect(sendTogether(client, [begin, { ...said, text: 'select 2' }, commit], 1)).rejects.toThrow('called said');
  await expect(sendTogether(client, [{ ...begin, text: 'abort' }, said], 1)).rejects.toThrow('called begin');
  expect(await words()).toBe('');
});

test('without a begin they are one transaction, whose settings end with it', async () => {
  const scope: Statement = { name: 'own', text: `select set_config('tamarack.side', $1, true)`, values: ['customer'] };
  const side: Statement = { name: 'side', text: `select coalesce(current_setting('tamarack.side', true), '') as side` };
  expect((await sendTogether(client, [scope, side], 1)).rows).toEqual([{ side: 'customer' }]);
  expect((await sendTogether(client, [side], 0)).rows).toEqual([{ side: '' }]);
});
