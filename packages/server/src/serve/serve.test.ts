/** The server as an operator runs it: real processes on a real database. */
import { once } from 'node:events';
import { chmodSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { createTestDatabase, type TestDatabase } from '../../../../tests/support/test-database.ts';
import { type ServerProcess, startProcess } from './oracles/server-process.ts';

const folder = mkdtempSync(join(tmpdir(), 'tamarack-serve-'));
chmodSync(folder, 0o711);
let database: TestDatabase;
let started: ServerProcess[] = [];
beforeAll(async () => {
  database = await createTestDatabase();
});
afterEach(async () => {
  await Promise.all(started.map((server) => server.end('SIGKILL')));
  started = [];
});
afterAll(async () => {
  await database.drop();
  rmSync(folder, { recursive: true, force: true });
});

function run(args: readonly string[], environment: Readonly<Record<string, string>> = {}): ServerProcess {
  const server = startProcess(args, { TAMARACK_DATA: folder, PORT: '0', ...environment });
  started.push(server);
  return server;
}
const serve = (environment: Readonly<Record<string, string>> = {}, ...args: string[]) =>
  run(['serve', '--no-web', ...args], { DATABASE_URL: database.ownerUrl, ...environment });

async function ask(url: string, init?: RequestInit): Promise<{ status: number; text: string; headers: Headers }> {
  const reply = await fetch(url, init);
  return { status: reply.status, text: await reply.text(), headers: reply.headers };
}

describe('a server that runs', () => {
  test('answers, says where it is and how to set it up, and ends with 0 when it is told to stop', async () => {
    const server = serve();
    const url = await server.ready();
    expect(await ask(`${url}/healthz`)).toMatchObject({ status: 200, text: '{"ok":true}' });
    expect(await ask(`${url}/readyz`)).toMatchObject({ status: 200, text: '{"ready":true}' });
    expect((await ask(`${url}/api/openapi.json`)).text).toContain('"openapi":"3.1');
    const link = await server.says('/set-up/');
    expect(server.lines.filter((line) => line.includes('/set-up/'))).toEqual([link]);
    // The link is a secret: it is said beside the log and never in it.
    expect(link).not.toContain('{');
    expect(await server.end()).toBe(0);
    expect(server.lines.at(-1)).toContain('"msg":"stopped"');
  });

  test('ends although something was left open, and names it', async () => {
    const leftover = `data:text/javascript,${encodeURIComponent('setInterval(() => undefined, 1_000_000)')}`;
    const server = serve({ NODE_OPTIONS: `--import=${leftover}` });
    await server.ready();
    expect(await server.end()).toBe(0);
    expect(server.lines.at(-1)).toMatch(/"left":\[[^\]]*"Timeout".*the process ends without it/);
  });

  test('shows its API from its own files: the page may reach no other place', async () => {
    const url = await serve().ready();
    const page = await ask(`${url}/api/docs`);
    expect(page.status).toBe(200);
    expect(page.text).not.toMatch(/https?:/);
    const policy = page.headers.get('content-security-policy') ?? '';
    expect(policy).toContain("script-src 'self';");
    expect(policy).toContain("default-src 'none'");
    const script = /src="([^"]+)"/.exec(page.text)?.[1] ?? '';
    const code = await ask(url + script);
    expect([code.status, code.headers.get('content-type')]).toEqual([200, 'text/javascript; charset=utf-8']);
    expect(code.text.length).toBeGreaterThan(100_000);
  });

  test('gives its measures to this machine only, and to nobody whom a proxy sends', async () => {
    const url = await serve().ready();
    await ask(`${url}/readyz`);
    const { text } = await ask(`${url}/metrics`);
    expect(text).toMatch(
      /tamarack_http_request_duration_seconds_count\{method="GET",route="\/readyz",status="200"\} \d/,
    );
    for (const name of [
      'process_resident_memory_bytes',
      'tamarack_database_connections{state="idle"}',
      'tamarack_watcher_lag_seconds 0',
    ])
      expect(text).toContain(name);
    expect(await ask(`${url}/metrics`, { headers: { 'x-forwarded-for': '203.0.113.9' } })).toMatchObject({
      status: 404,
    });
  });

  test('gives them to whoever has the token, where one is set', async () => {
    const token = 'a-token-for-prometheus';
    const url = await serve({ METRICS_TOKEN: token }).ready();
    const by = (authorization: string) => ask(`${url}/metrics`, { headers: { authorization } });
    expect(await ask(`${url}/metrics`)).toMatchObject({ status: 404 });
    expect(await by('Bearer another')).toMatchObject({ status: 404 });
    expect(await by(`Bearer ${token}`)).toMatchObject({ status: 200 });
  });

  test('that only works does not listen unless it is given a port, and then only to be watched', async () => {
    const worker = run(['work'], { DATABASE_URL: database.ownerUrl, PORT: '' });
    expect(JSON.parse(await worker.says('"msg":"ready"'))).not.toHaveProperty('port');
    await worker.says('jobs are taken');
    const watched = run(['work'], { DATABASE_URL: database.ownerUrl });
    const url = await watched.ready();
    expect(await ask(`${url}/readyz`)).toMatchObject({ status: 200 });
    expect(await ask(`${url}/api/v1/sign-in-options`)).toMatchObject({ status: 404 });
    // As when its terminal is closed.
    expect(await worker.end('SIGHUP')).toBe(0);
  });
});

describe('a start that is refused', () => {
  test('names everything that is wrong in the configuration', async () => {
    const server = serve({ PORT: 'eighty', TAMARACK_DATE: '/srv', SMTP_URL: 'imap://me:hunter2@host' });
    expect(await server.ended).toBe(1);
    const said = server.lines.join('\n');
    for (const part of ['PORT (environment)', 'did you mean TAMARACK_DATA?', 'SMTP_URL (environment)'])
      expect(said).toContain(part);
    expect(said).not.toContain('hunter2');
  });

  test('says that the port is taken, or takes the next one and says that', async () => {
    const other = createServer().listen(0, '127.0.0.1');
    await once(other, 'listening');
    const { port } = other.address() as { port: number };
    const refused = serve({ PORT: String(port) });
    expect(await refused.ended).toBe(1);
    expect(refused.lines.join('\n')).toContain(`Port ${port} is taken.`);
    const moved = serve({ PORT: String(port) }, '--next-port');
    await moved.ready();
    expect(await moved.says(`Port ${port} is taken, so this is port`)).toBeTruthy();
    other.close();
  });

  test.for([
    ['work', 'The embedded database serves one process only'],
    ['serve', 'The embedded database serves one process only'],
  ])('%s alone needs a database that several can share', async ([role, sentence]) => {
    const server = run(['serve', '--no-web'], { TAMARACK_ROLE: role ?? '' });
    expect(await server.ended).toBe(1);
    expect(server.lines.join('\n')).toContain(sentence);
  });

  test('says that the database cannot be reached, without its password', async () => {
    const server = serve({ DATABASE_URL: 'postgresql://me:hunter2@127.0.0.1:1/none' });
    expect(await server.ended).toBe(1);
    expect(server.lines.join('\n')).toContain('The database cannot be reached');
    expect(server.lines.join('\n')).not.toContain('hunter2');
  });
});

describe('stopping', () => {
  /** A request that waits in the database until the lock goes. */
  async function heldRequest(
    server: ServerProcess,
  ): Promise<{ reply: Promise<{ status: number }>; free: () => Promise<void> }> {
    const url = await server.ready();
    const client = new pg.Client({ connectionString: database.ownerUrl });
    await client.connect();
    await client.query('begin; lock table setting in access exclusive mode');
    const reply = ask(`${url}/api/v1/sign-in-options`).catch(() => ({ status: 0 }));
    const waiting = () =>
      client.query(
        `select from pg_locks l join pg_database d on d.oid = l.database where not granted and datname = current_database()`,
      );
    await expect.poll(async () => (await waiting()).rowCount).toBeGreaterThan(0);
    return { reply, free: () => client.end() };
  }

  test('lets the request that is under way finish', async () => {
    const server = serve();
    const { reply, free } = await heldRequest(server);
    server.child.kill('SIGTERM');
    await server.says('"msg":"stopping"');
    await free();
    expect(await reply).toMatchObject({ status: 200 });
    expect(await server.ended).toBe(0);
  });

  test('waits for nothing any more after a second signal', async () => {
    const server = serve();
    const { reply, free } = await heldRequest(server);
    server.child.kill('SIGTERM');
    await server.says('"msg":"stopping"');
    // The first moments after a signal count as the same one, as npm repeats what the terminal sent.
    const insisting = setInterval(() => server.child.kill('SIGINT'), 100);
    expect(await server.ended).toBe(0);
    clearInterval(insisting);
    expect(await reply).toMatchObject({ status: 0 });
    await free();
  });
});

describe('the embedded database', () => {
  test('that is killed comes back by itself, and the server stays up', async () => {
    const server = run(['serve', '--no-web']);
    const url = await server.ready();
    const pid = Number(readFileSync(join(folder, 'database/data/postmaster.pid'), 'utf8').split('\n')[0]);
    process.kill(pid, 'SIGKILL');
    await server.says('the database ended and is started again');
    // Recovery waits for the last process of the old PostgreSQL to notice that it is alone.
    await expect.poll(async () => (await ask(`${url}/readyz`)).status, { timeout: 45_000 }).toBe(200);
    // Connections of the pool that died are found dead one by one, each answered with 503.
    await expect.poll(async () => (await ask(`${url}/api/v1/sign-in-options`)).status, { timeout: 30_000 }).toBe(200);
    expect(await server.end()).toBe(0);
  }, 90_000);

  test('is not shared: a second process is told who holds the folder', async () => {
    const server = run(['serve', '--no-web']);
    await server.ready();
    const second = run(['serve', '--no-web']);
    expect(await second.ended).toBe(1);
    expect(second.lines.join('\n')).toContain(String(server.child.pid));
    expect(await server.end()).toBe(0);
  });

  test('is looked at by the doctor while it serves', async () => {
    const server = run(['serve', '--no-web']);
    await server.ready();
    const doctor = run(['doctor'], { PORT: '' });
    expect([await doctor.ended, doctor.lines.join('\n')]).toEqual([0, expect.stringMatching(/ok +row-level security/)]);
    expect(await server.end()).toBe(0);
  });

  test('is migrated without a server', async () => {
    const data = join(folder, 'migrated');
    const first = run(['migrate'], { TAMARACK_DATA: data });
    expect(await first.ended).toBe(0);
    expect(first.lines).toContain('applied 0001-access.sql');
    const again = run(['migrate'], { TAMARACK_DATA: data });
    expect(await again.ended).toBe(0);
    expect(again.lines).toEqual(['nothing to apply']);
  });
});
