/** The administrator's page of jobs, through the API. */
import sql from 'sql-template-tag';
import pg from 'pg';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { startTestApplication, type Person, type TestApplication } from '../../../../tests/support/test-application.ts';
import { SYSTEM } from '../platform/database/actor.ts';

let app: TestApplication;
let administrator: Person;
const about = '0199a2b4-0000-7000-8000-000000000001';
beforeAll(async () => {
  app = await startTestApplication();
  administrator = await app.staff('Ada', 'administrator');
});
afterAll(() => app.stop());

async function enqueue(task: string): Promise<string> {
  const payload = JSON.stringify({ personId: about, text: 'hunter2', nested: { id: about } });
  await app.db.write(SYSTEM, async (tx) => {
    await tx.run(sql`select enqueue_job(${task}, ${payload}::jsonb)`);
    return { ok: true };
  });
  const { body } = await app.call(administrator, 'GET', '/jobs');
  return body.rows[0].id;
}

async function asQueue(statement: string, values: unknown[]): Promise<void> {
  const client = new pg.Client({ connectionString: app.ownerUrl });
  await client.connect();
  await client.query(statement, values);
  await client.end();
}

test('a job is shown with the ids that it names, and with nothing else of what it carries', async () => {
  const id = await enqueue('shown');
  const { status, body } = await app.call(administrator, 'GET', '/jobs');
  expect(status).toBe(200);
  expect(body.rows[0]).toMatchObject({ id, task: 'shown', state: 'waiting', attempts: 0, about: { personId: about } });
  expect(JSON.stringify(body)).not.toContain('hunter2');
});

test('a failed job is found, tried again with all its attempts, or removed', async () => {
  const id = await enqueue('failed');
  await asQueue(
    `update graphile_worker._private_jobs set attempts = max_attempts, last_error = 'no such server' where id = $1`,
    [id],
  );
  const failed = await app.call(administrator, 'GET', '/jobs?state=failed');
  expect(failed.body.rows).toEqual([expect.objectContaining({ id, state: 'failed', lastError: 'no such server' })]);
  expect(failed.body.counts).toMatchObject({ failed: 1 });
  expect(await app.call(administrator, 'POST', `/jobs/${id}/retry`)).toMatchObject({ status: 204 });
  const again = await app.call(administrator, 'GET', '/jobs?state=retrying');
  expect(again.body.rows).toEqual([expect.objectContaining({ id, attempts: 0, runAt: '2026-06-01T08:00:00Z' })]);
  expect(await app.call(administrator, 'DELETE', `/jobs/${id}`)).toMatchObject({ status: 204 });
  expect(await app.call(administrator, 'DELETE', `/jobs/${id}`)).toMatchObject({ status: 404 });
});

test('a job that is being done is left alone', async () => {
  const id = await enqueue('running');
  await asQueue(`update graphile_worker._private_jobs set locked_at = now(), locked_by = 'pool-x' where id = $1`, [id]);
  for (const [method, path] of [
    ['POST', `/jobs/${id}/retry`],
    ['DELETE', `/jobs/${id}`],
  ] as const)
    expect(await app.call(administrator, method, path)).toMatchObject({
      status: 409,
      body: { code: 'state.not-possible' },
    });
});

test('pages follow one another, the newest first', async () => {
  const ids = [await enqueue('page'), await enqueue('page'), await enqueue('page')].toReversed();
  const first = await app.call(administrator, 'GET', '/jobs?limit=2');
  const second = await app.call(administrator, 'GET', `/jobs?limit=1&after=${first.body.next}`);
  expect([...first.body.rows, ...second.body.rows].map(({ id }: { id: string }) => id)).toEqual(ids);
});

test('nobody else sees or touches jobs', async () => {
  const manager = await app.staff('Max', 'service-manager');
  expect(await app.call(manager, 'GET', '/jobs')).toMatchObject({ status: 403 });
  expect(await app.call(manager, 'DELETE', '/jobs/1')).toMatchObject({ status: 403 });
  const nobody: Person | undefined = undefined;
  expect(await app.call(nobody, 'GET', '/jobs')).toMatchObject({ status: 401 });
});
