/**
 * What a customer's auditor can do: takes the export of an account of the demonstration, runs `tamarack replay` on it as the
 * export's own README says, and finds the very figures that the ledger shows.
 */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { Readable } from 'node:stream';
import { gunzipSync } from 'node:zlib';
import sql from 'sql-template-tag';
import { extract } from 'tar-stream';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { SYSTEM } from '../packages/server/src/platform/database/actor.ts';
import { copyOfDemonstration, ENDS } from './support/lived-demonstration.ts';
import { startTestApplication, type Person, type TestApplication } from './support/test-application.ts';

const PROGRAM = join(import.meta.dirname, '../packages/server/bin/tamarack.mjs');
const MINUTES = 300_000;

type Counts = { met: number; breached: number; ended: number; running: number };
type Replayed = { incidents: number; refused: number; promises: (Counts & { promise: string })[] };

let server: TestApplication;
let folder: string;
let admin: Person;
let accounts: { id: string; name: string }[];
beforeAll(async () => {
  server = await startTestApplication(ENDS, [], await copyOfDemonstration());
  folder = await mkdtemp(join(tmpdir(), 'tamarack-replayed-'));
  admin = await server.staff('Audrey Auditor', 'administrator');
  accounts = await server.db.read(SYSTEM, (tx) =>
    tx.rows(sql`select account_id as id, name from account order by name`),
  );
}, MINUTES);
afterAll(async () => {
  await server.stop();
  await rm(folder, { recursive: true, force: true });
});

/** Unpacks the export of an account; where it lies. */
async function exported(accountId: string): Promise<string> {
  const reply = await server.app.inject({
    url: `/api/v1/accounts/${accountId}/export`,
    headers: { authorization: `Test ${admin.id}` },
  });
  expect(reply.statusCode).toBe(200);
  const into = join(folder, accountId);
  const tar = extract();
  Readable.from([gunzipSync(reply.rawPayload)]).pipe(tar as never);
  for await (const entry of tar) {
    const path = join(into, entry.header.name);
    await mkdir(dirname(path), { recursive: true });
    await writeFile(path, Buffer.concat((await Array.fromAsync(entry)) as Uint8Array[]));
  }
  return into;
}

/** A command as a reader of the README types it. */
async function run(command: string, cwd: string): Promise<Replayed> {
  const args = [...command.matchAll(/"([^"]*)"|(\S+)/g)].map((match) => match[1] ?? match[2] ?? '').slice(1);
  const child = spawn(process.execPath, [PROGRAM, ...args, '--format', 'json'], { cwd });
  const told = { out: '', err: '' };
  child.stdout.on('data', (chunk: Buffer) => (told.out += chunk.toString()));
  child.stderr.on('data', (chunk: Buffer) => (told.err += chunk.toString()));
  const [code] = (await once(child, 'close')) as [number];
  expect([code, told.err], command).toEqual([0, '']);
  return JSON.parse(told.out) as Replayed;
}

type LedgerRow = { promise: string; state: string; form: string; termsId: string; subjectId: string };
const OUTCOME: Readonly<Record<string, keyof Counts>> = {
  ...{ met: 'met', breached: 'breached', waived: 'breached' },
  ...{ void: 'ended', open: 'running', paused: 'running' },
};

/** What the ledger's own route says of tickets, by promise. */
async function ledgerOf(accountId: string, isTicket: (id: string) => boolean): Promise<Map<string, Counts>> {
  const found = new Map<string, Counts>();
  for (let after = ''; ;) {
    const { body, status } = await server.call(admin, 'GET', `/accounts/${accountId}/obligations?limit=100${after}`);
    expect(status).toBe(200);
    for (const { promise, state, form, subjectId } of body.rows as LedgerRow[]) {
      if (form === 'gate' || !isTicket(subjectId)) continue;
      add(found, promise, { ...NONE, [OUTCOME[state] ?? state]: 1 });
    }
    if (body.next === undefined) return found;
    after = `&after=${body.next}`;
  }
}

const NONE: Counts = { met: 0, breached: 0, ended: 0, running: 0 };
function add(sums: Map<string, Counts>, promise: string, more: Counts): void {
  const sum = sums.get(promise) ?? NONE;
  sums.set(promise, {
    met: sum.met + more.met,
    breached: sum.breached + more.breached,
    ended: sum.ended + more.ended,
    running: sum.running + more.running,
  });
}

describe('the export of an account', () => {
  test(
    'replayed as its README says gives the figures of the ledger, promise by promise',
    async () => {
      const together = new Map<string, Counts>();
      for (const { id, name } of accounts) {
        const tickets = await server.db.read(SYSTEM, (tx) =>
          tx.rows<{ id: string }>(sql`select id from ticket where account_id = ${id}`),
        );
        const ids = new Set(tickets.map((ticket) => ticket.id));
        const into = await exported(id);
        const readme = await readFile(join(into, 'replay/README.txt'), 'utf8');
        const commands = readme.split('\n').filter((line) => line.startsWith('  tamarack replay'));
        const replayed = new Map<string, Counts>();
        let incidents = 0;
        for (const command of commands) {
          const result = await run(command.trim(), into);
          expect(result.refused).toBe(0);
          incidents += result.incidents;
          for (const { promise, met, breached, ended, running } of result.promises)
            if (met + breached + ended + running > 0) add(replayed, promise, { met, breached, ended, running });
        }
        const ledger = await ledgerOf(id, (subject) => ids.has(subject));
        expect([name, incidents, Object.fromEntries(replayed)]).toEqual([name, ids.size, Object.fromEntries(ledger)]);
        for (const counts of ledger.values()) add(together, 'all', counts);
      }
      // A story in which nothing is broken, or nothing ends otherwise, would prove little.
      expect(Math.min(...Object.values(together.get('all') ?? NONE))).toBeGreaterThan(0);
    },
    MINUTES,
  );
});
