import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { ask, serveApart, withFolder, type ServingProcess } from './oracles/serve-apart.ts';

const ROUNDS = 5;

function postmasterOf(folder: string): number {
  return Number(readFileSync(join(folder, 'data', 'postmaster.pid'), 'utf8').split('\n')[0]);
}

async function stopped(serving: ServingProcess): Promise<void> {
  serving.child.stdin?.end();
  await serving.next('stopped');
}

function committed(serving: ServingProcess): unknown[] {
  return serving.events.filter(([kind]) => kind === 'committed').map(([, n]) => n);
}

async function untilCommitted(serving: ServingProcess, count: number): Promise<void> {
  while (committed(serving).length < count) {
    await serving.next('committed');
  }
}

test('a killed Node leaves PostgreSQL running; the next start stops that one, and every acknowledged row is there', async () => {
  await withFolder(async (parent) => {
    const folder = join(parent, 'postgres');
    const acknowledged: unknown[] = [];
    for (let round = 0; round < ROUNDS; round += 1) {
      const serving = serveApart(folder, 'insert');
      await untilCommitted(serving, 50 + 37 * round);
      const orphan = postmasterOf(folder);
      await serving.kill('SIGKILL');
      acknowledged.push(...committed(serving));
      expect(() => process.kill(orphan, 0)).not.toThrow();
    }
    const last = serveApart(folder);
    const [, url] = await last.next('serving');
    expect(last.events).toContainEqual(['log', expect.stringContaining('stopping the PostgreSQL (process')]);
    const rows = await ask<{ n: string }>(String(url), 'SELECT n FROM row ORDER BY n');
    const found = new Set(rows.map(({ n }) => n));
    expect(acknowledged.filter((n) => !found.has(String(n)))).toEqual([]);
    await stopped(last);
  });
}, 60_000);

test('Node and PostgreSQL killed together: every acknowledged row is there', async () => {
  await withFolder(async (parent) => {
    const folder = join(parent, 'postgres');
    const acknowledged: unknown[] = [];
    for (let round = 0; round < ROUNDS; round += 1) {
      const serving = serveApart(folder, 'insert');
      await untilCommitted(serving, 50);
      process.kill(postmasterOf(folder), 'SIGKILL');
      await serving.kill('SIGKILL');
      acknowledged.push(...committed(serving));
    }
    const last = serveApart(folder);
    const [, url] = await last.next('serving');
    const rows = await ask<{ n: string }>(String(url), 'SELECT n FROM row ORDER BY n');
    const found = new Set(rows.map(({ n }) => n));
    expect(acknowledged.filter((n) => !found.has(String(n)))).toEqual([]);
    await stopped(last);
  });
}, 60_000);

describe('a killed PostgreSQL', () => {
  test('is started again each time, with what was committed', async () => {
    await withFolder(async (parent) => {
      const folder = join(parent, 'postgres');
      const serving = serveApart(folder);
      const [, url] = await serving.next('serving');
      await ask(String(url), 'CREATE TABLE kept AS SELECT 42 AS answer');
      for (let kill = 1; kill <= 3; kill += 1) {
        process.kill(postmasterOf(folder), 'SIGKILL');
        const [, line] = await serving.next('log');
        expect(line).toMatch(/SIGKILL.*it is started again/);
        expect(await serving.next('exit')).toEqual(['exit', null, 'SIGKILL']);
        expect(await askUntilServed(String(url), 'SELECT answer FROM kept')).toEqual([{ answer: 42 }]);
      }
      await stopped(serving);
      const again = serveApart(folder);
      await again.next('serving');
      await stopped(again);
    });
  }, 60_000);

  test('may be stopped in the midst of its restart', async () => {
    await withFolder(async (parent) => {
      const folder = join(parent, 'postgres');
      const serving = serveApart(folder);
      await serving.next('serving');
      process.kill(postmasterOf(folder), 'SIGKILL');
      await serving.next('exit');
      await stopped(serving);
      const again = serveApart(folder);
      await again.next('serving');
      await stopped(again);
    });
  });
});

test('Ctrl-C reaches Node and not PostgreSQL, which serves until Node has stopped it', async () => {
  await withFolder(async (folder) => {
    const serving = serveApart(join(folder, 'postgres'));
    const [, url] = await serving.next('serving');
    process.kill(-(serving.child.pid ?? 0), 'SIGINT'); // the whole process group, as a terminal does
    await serving.next('interrupted');
    expect(await ask(String(url), 'SELECT 1 AS one')).toEqual([{ one: 1 }]);
    await stopped(serving);
    expect(serving.events.filter(([kind]) => kind === 'exit')).toEqual([]);
  });
});

test('a pid file whose number another process has by now is no reason not to start', async () => {
  await withFolder(async (parent) => {
    const folder = join(parent, 'postgres');
    const first = serveApart(folder);
    await first.next('serving');
    const file = readFileSync(join(folder, 'data', 'postmaster.pid'), 'utf8');
    await stopped(first);
    const second = serveApart(join(parent, 'other')); // runs as the same user, and must not be stopped for the first
    const [, url] = await second.next('serving');
    const stranger = String(postmasterOf(join(parent, 'other')));
    writeFileSync(join(folder, 'data', 'postmaster.pid'), file.replace(/^\d+/, stranger));
    writeFileSync(join(folder, 'socket', '.s.PGSQL.5432.lock'), `${stranger}\n`);
    const third = serveApart(folder);
    await third.next('serving');
    expect(await ask(String(url), 'SELECT 1 AS one')).toEqual([{ one: 1 }]);
    await stopped(third);
    await stopped(second);
    expect(second.events.filter(([kind]) => kind === 'exit')).toEqual([]);
  });
});

test('a PostgreSQL that answers but whose process does not show, as from another container, is not started over', async () => {
  await withFolder(async (parent) => {
    const folder = join(parent, 'postgres');
    const first = serveApart(folder);
    const [, url] = await first.next('serving');
    await first.kill('SIGKILL');
    const file = readFileSync(join(folder, 'data', 'postmaster.pid'), 'utf8');
    writeFileSync(join(folder, 'data', 'postmaster.pid'), file.replace(/^\d+/, '4194305')); // above the largest there can be
    const second = serveApart(folder);
    const [, refusal] = await second.next('refused');
    expect(refusal).toMatchObject({
      code: 'database.folder-in-use',
      sentence: expect.stringContaining('another container'),
    });
    expect(await ask(String(url), 'SELECT 1 AS one')).toEqual([{ one: 1 }]);
    writeFileSync(join(folder, 'data', 'postmaster.pid'), file);
    const third = serveApart(folder);
    await third.next('serving');
    await stopped(third);
  });
});

/** A pool connects anew as often as it is asked; this does the same until PostgreSQL is back. */
async function askUntilServed(url: string, statement: string) {
  for (;;) {
    const rows = await ask(url, statement).catch(() => undefined);
    if (rows !== undefined) {
      return rows;
    }
  }
}
