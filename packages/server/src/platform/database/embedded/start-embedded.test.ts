import {
  chownSync,
  existsSync,
  mkdirSync,
  readFileSync,
  readdirSync,
  rmdirSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { ask, withFolder } from './oracles/serve-apart.ts';
import { startEmbedded, type Embedded, type EmbeddedOptions } from './start-embedded.ts';

const isRoot = process.getuid?.() === 0;

async function started(options: EmbeddedOptions): Promise<Embedded> {
  const result = await startEmbedded(options);
  if (!result.ok) {
    throw new Error(result.refusal.sentence);
  }
  return result.value;
}

async function refusal(options: EmbeddedOptions) {
  const result = await startEmbedded(options);
  if (result.ok) {
    await result.value.stop();
    throw new Error('it started');
  }
  return result.refusal;
}

test('the first start makes the database, and a later one finds it and what it holds', async () => {
  await withFolder(async (folder) => {
    const first = await started({ folder: join(folder, 'a', 'postgres') });
    await ask(first.url, 'CREATE TABLE kept AS SELECT 42 AS answer');
    await first.stop();
    const began = performance.now();
    const second = await started({ folder: join(folder, 'a', 'postgres') });
    // 0.05 s on a quiet machine; this only catches a start that makes everything anew or waits for a timer.
    expect(performance.now() - began).toBeLessThan(2000);
    expect(await ask(second.url, 'SELECT answer FROM kept')).toEqual([{ answer: 42 }]);
    await second.stop();
  });
});

test('the settings that keep data safe and the server off the network', async () => {
  await withFolder(async (folder) => {
    const { url, stop } = await started({ folder: join(folder, 'postgres') });
    const names = [
      'listen_addresses',
      'fsync',
      'full_page_writes',
      'synchronous_commit',
      'data_checksums',
      'io_method',
    ];
    names.push('shared_buffers', 'max_connections', 'TimeZone', 'log_timezone', 'server_encoding', 'lc_collate');
    const settings = await ask<{ name: string; value: string }>(
      url,
      `SELECT name, current_setting(name) AS value FROM unnest(string_to_array('${names.join()}', ',')) name
       WHERE name <> 'lc_collate'
       UNION ALL SELECT 'collation', datlocprovider::text || ' ' || datcollate || ' ' || datlocale FROM pg_database
       WHERE datname = current_database()`,
    );
    expect(Object.fromEntries(settings.map(({ name, value }) => [name, value]))).toEqual({
      listen_addresses: '',
      fsync: 'on',
      full_page_writes: 'on',
      synchronous_commit: 'on',
      data_checksums: 'on',
      io_method: 'sync',
      shared_buffers: '64MB',
      max_connections: '100',
      TimeZone: 'UTC',
      log_timezone: 'UTC',
      server_encoding: 'UTF8',
      collation: 'i C und',
    });
    // The trust inside the socket's folder rests on this.
    for (const name of ['', 'socket', 'data', 'log']) {
      expect(statSync(join(folder, 'postgres', name)).mode & 0o777).toBe(0o700);
    }
    await stop();
    await stop();
    expect(readdirSync(join(folder, 'postgres', 'socket'))).toEqual([]);
  });
});

describe('the path of the folder', () => {
  test('may hold what URLs and lists of paths are made of', async () => {
    await withFolder(async (folder) => {
      const { url, stop } = await started({ folder: join(folder, `a, "b" %41&c=d?ü'#`) });
      expect(await ask(url, 'SELECT 1 AS one')).toEqual([{ one: 1 }]);
      await stop();
    });
  });

  test('may be longer than a socket may be called', async () => {
    await withFolder(async (folder) => {
      const long = join(folder, 'ü'.repeat(60));
      const { url, stop } = await started({ folder: long });
      const socketFolder = new URL(url.replace('@/', '@host/')).searchParams.get('host') ?? '';
      expect(socketFolder.startsWith(folder)).toBe(false);
      expect(statSync(socketFolder).mode & 0o777).toBe(0o700);
      expect(await ask(url, 'SELECT 1 AS one')).toEqual([{ one: 1 }]);
      await stop();
      expect(existsSync(socketFolder)).toBe(false);
    });
  });

  test.skipIf(!isRoot)(
    'is no trap where somebody else has made the name of a long one first, to read along',
    async () => {
      await withFolder(async (folder) => {
        const long = join(folder, 'x'.repeat(100));
        const { url, stop } = await started({ folder: long });
        await stop();
        const socketFolder = new URL(url.replace('@/', '@host/')).searchParams.get('host') ?? '';
        mkdirSync(socketFolder);
        chownSync(socketFolder, 12_345, 12_345);
        const refused = await refusal({ folder: long });
        rmdirSync(socketFolder);
        expect(refused.sentence).toMatch(/socket belongs to somebody else \(user 12345\)/);
      });
    },
  );
});

describe('what is refused, with words that help', () => {
  test('a folder of another major version', async () => {
    await withFolder(async (folder) => {
      const { stop } = await started({ folder: join(folder, 'postgres') });
      await stop();
      writeFileSync(join(folder, 'postgres', 'data', 'PG_VERSION'), '17\n');
      const refused = await refusal({ folder: join(folder, 'postgres') });
      expect(refused.code).toBe('database.other-version');
      expect(refused.sentence).toMatch(/made by PostgreSQL 17; this Tamarack brings PostgreSQL 18/);
      expect(refused.remedy).toMatch(/tamarack backup/);
    });
  });

  test('a server that does not start is quoted, and holds the folder no longer', async () => {
    await withFolder(async (folder) => {
      const { stop } = await started({ folder: join(folder, 'postgres') });
      await stop();
      const file = join(folder, 'postgres', 'data', 'postgresql.auto.conf');
      const before = readFileSync(file, 'utf8');
      writeFileSync(file, 'no_such_setting = 1\n');
      const refused = await refusal({ folder: join(folder, 'postgres') });
      expect(refused.code).toBe('database.start-failed');
      expect(refused.sentence).toMatch(/no_such_setting/);
      writeFileSync(file, before);
      const again = await started({ folder: join(folder, 'postgres') });
      await again.stop();
    });
  });

  test('a folder with other content is neither closed to others nor given away', async () => {
    await withFolder(async (folder) => {
      writeFileSync(join(folder, 'letter'), '');
      const refused = await refusal({ folder });
      expect(refused.sentence).toMatch(/neither empty nor made by Tamarack/);
      expect(statSync(folder).mode & 0o777).toBe(0o711);
    });
  });

  test('a file in the place of the folder', async () => {
    await withFolder(async (folder) => {
      writeFileSync(join(folder, 'postgres'), '');
      expect(await refusal({ folder: join(folder, 'postgres') })).toMatchObject({ code: 'database.start-failed' });
    });
  });

  test.skipIf(!isRoot)('under root, a folder that an ordinary user cannot enter', async () => {
    await withFolder(async (folder) => {
      mkdirSync(join(folder, 'closed'), { mode: 0o700 });
      const refused = await refusal({ folder: join(folder, 'closed', 'postgres') });
      expect(refused.code).toBe('database.unreachable-folder');
      expect(refused.sentence).toContain(`cannot enter ${join(folder, 'closed')},`);
    });
  });
});

test('a first start that was killed half-way leaves nothing that a second one takes for a cluster', async () => {
  await withFolder(async (folder) => {
    mkdirSync(join(folder, 'postgres', 'data.unfinished'), { recursive: true });
    writeFileSync(join(folder, 'postgres', 'data.unfinished', 'PG_VERSION'), '18\n');
    writeFileSync(join(folder, 'postgres', 'holder.lock'), '');
    const { url, stop } = await started({ folder: join(folder, 'postgres') });
    expect(await ask(url, 'SELECT 1 AS one')).toEqual([{ one: 1 }]);
    await stop();
  });
});

test('indexes are built again when the binaries bring another ICU', async () => {
  await withFolder(async (folder) => {
    const first = await started({ folder: join(folder, 'postgres') });
    await ask(first.url, "UPDATE pg_database SET datcollversion = '1' WHERE datname = 'tamarack'");
    await first.stop();
    const lines: string[] = [];
    const second = await started({ folder: join(folder, 'postgres'), log: (line) => lines.push(line) });
    expect(lines).toEqual([expect.stringMatching(/building all indexes again.*no longer 1$/)]);
    await second.stop();
    const third = await started({ folder: join(folder, 'postgres'), log: (line) => lines.push(line) });
    expect(lines).toHaveLength(1);
    await third.stop();
  });
});
