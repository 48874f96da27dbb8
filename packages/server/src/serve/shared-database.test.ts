/** Processes that share a served database: it may go away and come back, and what is due is done once. */
import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import sql from 'sql-template-tag';
import { afterEach, expect, test } from 'vitest';
import { ALMACARE, agreedAccount } from '../../../../tests/support/agreed-account.ts';
import { createTestDatabase } from '../../../../tests/support/test-database.ts';
import { recordFacts } from '../obligations/index.ts';
import { SYSTEM } from '../platform/database/actor.ts';
import { startEmbedded } from '../platform/database/embedded/start-embedded.ts';
import { type ServerProcess, startProcess } from './oracles/server-process.ts';

let started: ServerProcess[] = [];
afterEach(async () => {
  await Promise.all(started.map((server) => server.end('SIGKILL')));
  started = [];
});
function run(args: readonly string[], environment: Readonly<Record<string, string>>): ServerProcess {
  const server = startProcess(args, environment);
  started.push(server);
  return server;
}

async function statusOf(url: string): Promise<number> {
  const reply = await fetch(url);
  await reply.arrayBuffer();
  return reply.status;
}

test('a database that goes away makes requests wait for another time, and the server goes on when it is back', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'tamarack-away-'));
  chmodSync(folder, 0o711);
  const place = { folder: join(folder, 'served') };
  const served = await startEmbedded(place);
  if (!served.ok) throw new Error(served.refusal.sentence);
  const server = run(['serve', '--no-web'], { PORT: '0', TAMARACK_DATA: folder, DATABASE_URL: served.value.url });
  const url = await server.ready();
  await server.says('jobs are taken');
  await served.value.stop();
  await expect.poll(() => statusOf(`${url}/readyz`), { timeout: 10_000 }).toBe(503);
  const refused = await fetch(`${url}/api/v1/sign-in-options`);
  expect(await refused.json()).toMatchObject({ status: 503, code: 'server.busy' });
  expect(await statusOf(`${url}/healthz`)).toBe(200);
  await server.says('jobs cannot be run yet');

  const taken = server.lines.filter((line) => line.includes('jobs are taken')).length;
  const again = await startEmbedded(place);
  if (!again.ok) throw new Error(again.refusal.sentence);
  await expect.poll(() => statusOf(`${url}/readyz`), { timeout: 10_000 }).toBe(200);
  expect(await statusOf(`${url}/api/v1/sign-in-options`)).toBe(200);
  await expect
    .poll(() => server.lines.filter((line) => line.includes('jobs are taken')).length, { timeout: 20_000 })
    .toBeGreaterThan(taken);
  expect(await server.end()).toBe(0);
  await again.value.stop();
  rmSync(folder, { recursive: true, force: true });
}, 60_000);

test('two processes on one database mark each breach once', async () => {
  const database = await createTestDatabase();
  const { db } = database;
  const incidents = Array.from({ length: 40 }, () => crypto.randomUUID());
  for (const part of [incidents.slice(0, 20), incidents.slice(20)]) {
    const { accountId, contractId } = await agreedAccount(db, 'almacare', 'enhanced', ALMACARE);
    const recorded = await db.write(SYSTEM, (tx) =>
      recordFacts(
        tx,
        part.map((subjectId) => ({
          accountId,
          contractId,
          subjectId,
          fact: 'incident.received',
          data: { severity: 1 },
        })),
        { side: 'provider', via: 'test' },
        Temporal.Instant.from('2026-06-01T08:00:00Z'),
      ),
    );
    expect(recorded).toMatchObject({ ok: true });
  }
  const counted = () =>
    db.read(SYSTEM, (tx) =>
      tx.first<{ waiting: number; breached: number; facts: number }>(sql`select
        count(*) filter (where wake_at <= now())::int as waiting, count(*) filter (where state = 'breached')::int as breached,
        (select count(*)::int from journal where fact = 'obligation.breached') as facts from obligation`),
    );
  const before = await counted();
  expect(before?.waiting).toBeGreaterThanOrEqual(40);

  const environment = { DATABASE_URL: database.ownerUrl, TAMARACK_DATA: tmpdir() };
  const workers = [run(['work'], environment), run(['work'], environment)];
  await Promise.all(workers.map((worker) => worker.says('"msg":"ready"')));
  await expect.poll(async () => (await counted())?.waiting, { timeout: 20_000 }).toBe(0);
  const after = await counted();
  expect((after?.breached ?? 0) - (before?.breached ?? 0)).toBeGreaterThanOrEqual(40);
  expect(after?.facts).toBe(after?.breached);
  expect(await Promise.all(workers.map((worker) => worker.end()))).toEqual([0, 0]);
  await database.drop();
}, 60_000);
