/** The machine's limit: single-row commits a second with eight clients, by pgbench where it is installed. */
import { spawnSync } from 'node:child_process';
import { globSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { CLIENTS, perSecond } from './bench-installation.ts';

export type CommitRate = {
  readonly by: string;
  readonly measure: () => Promise<number>;
  readonly stop: () => Promise<void>;
};

const TABLE = 'create table if not exists bench_row (id bigint generated always as identity primary key, v int)';

/** Debian keeps it out of the path. */
function pgbench(): string | undefined {
  return ['pgbench', ...globSync('/usr/lib/postgresql/*/bin/pgbench')].find(
    (name) => spawnSync(name, ['--version']).status === 0,
  );
}

export async function commitRate(url: string, seconds: number): Promise<CommitRate> {
  const pool = new pg.Pool({ connectionString: url, max: CLIENTS });
  // On a busy machine the server may be gone before its last idle connection has said goodbye.
  pool.on('error', () => undefined);
  await pool.query(TABLE);
  const program = pgbench();
  if (program === undefined)
    return {
      by: 'a loop over pg, since pgbench is not installed',
      measure: () =>
        perSecond(seconds * 1000, () => pool.query({ name: 'one', text: 'insert into bench_row (v) values (1)' })),
      stop: () => pool.end(),
    };
  const folder = mkdtempSync(join(tmpdir(), 'tamarack-pgbench-'));
  const script = join(folder, 'one.sql');
  writeFileSync(script, 'insert into bench_row (v) values (1);\n');
  const host = new URL(url.replace('@/', '@localhost/')).searchParams.get('host') ?? 'localhost';
  return {
    by: 'pgbench',
    measure: () => {
      const options = [
        '-n',
        '-M',
        'prepared',
        '-c',
        String(CLIENTS),
        '-j',
        '2',
        '-T',
        String(seconds),
        '-f',
        script,
        '-h',
        host,
        '-U',
        'owner',
        'tamarack',
      ];
      const { stdout, stderr } = spawnSync(program, options, { encoding: 'utf8' });
      const rate = /tps = ([\d.]+)/.exec(stdout)?.[1];
      if (rate === undefined) throw new Error(`pgbench failed: ${stderr}`);
      return Promise.resolve(Number(rate));
    },
    stop: async () => {
      rmSync(folder, { recursive: true, force: true });
      await pool.end();
    },
  };
}
