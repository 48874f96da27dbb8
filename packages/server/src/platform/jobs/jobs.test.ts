/** On a real database. Each test has task names of its own, because all take from one queue. */
import { EventEmitter, once } from 'node:events';
import sql from 'sql-template-tag';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { z } from 'zod';
import pg from 'pg';
import { movableClock } from '../clock/clock.ts';
import { SYSTEM } from '../database/actor.ts';
import { openLog } from '../log/log.ts';
import { createTestDatabase, type TestDatabase } from '../../../../../tests/support/test-database.ts';
import { freeAbandonedJobs } from './living-pools-store.ts';
import { type Jobs, startJobs } from './start-jobs.ts';
import { task, type Tasks } from './task.ts';

const NOW = Temporal.Instant.from('2026-06-01T08:00:00Z');
const never = new AbortController().signal;
type Gate = PromiseWithResolvers<void>;
let database: TestDatabase;
let running: Jobs[] = [];
beforeAll(async () => {
  database = await createTestDatabase();
});
afterEach(async () => {
  await Promise.all(running.map((jobs) => jobs.stop(AbortSignal.abort())));
  running = [];
});
afterAll(() => database.drop());

function start(tasks: Tasks): { jobs: Jobs; ended: EventEmitter; lines: EventEmitter } {
  const [ended, lines] = [new EventEmitter(), new EventEmitter()];
  const jobs = startJobs({
    url: database.ownerUrl,
    db: database.db,
    clock: movableClock(NOW),
    tasks,
    daily: [],
    everyMinute: [],
    concurrency: 3,
    log: openLog({
      level: 'info',
      readable: false,
      destination: { write: (line) => void lines.emit((JSON.parse(line) as { msg: string }).msg) },
    }),
    onEnd: (name, how) => void ended.emit(name, how),
  });
  running.push(jobs);
  return { jobs, ended, lines };
}

async function enqueue(name: string, payload: object, attempts = 12): Promise<void> {
  await database.db.write(SYSTEM, async (tx) => {
    await tx.run(sql`select enqueue_job(${name}, ${JSON.stringify(payload)}::jsonb, max_attempts := ${attempts})`);
    return { ok: true };
  });
}

async function owner<T extends pg.QueryResultRow>(statement: string, values: unknown[] = []): Promise<T[]> {
  const client = new pg.Client({ connectionString: database.ownerUrl });
  await client.connect();
  try {
    return (await client.query<T>(statement, values)).rows;
  } finally {
    await client.end();
  }
}

describe('a job', () => {
  test('is done with what it says, at the instant of the clock', async () => {
    const done = Promise.withResolvers<unknown>();
    start({
      plain: task(z.object({ who: z.string() }), async ({ who }, { now, attempt }) => {
        done.resolve([who, now.toString(), attempt]);
      }),
    });
    await enqueue('plain', { who: 'Anna' });
    expect(await done.promise).toEqual(['Anna', '2026-06-01T08:00:00Z', 1]);
  });

  test('enqueued in a transaction that is rolled back never was', async () => {
    const seen: unknown[] = [];
    const { ended } = start({ rolled: async (payload) => void seen.push(payload) });
    await database.db.write(SYSTEM, async (tx) => {
      await tx.run(sql`select enqueue_job('rolled', '{"n":1}'::jsonb)`);
      return { ok: false };
    });
    const end = once(ended, 'rolled');
    await enqueue('rolled', { n: 2 });
    await end;
    expect(seen).toEqual([{ n: 2 }]);
  });

  test('that fails waits and is tried again, and is given up after its last attempt', async () => {
    const { ended } = start({ failing: () => Promise.reject(new Error('no such server')) });
    const [first, last] = [once(ended, 'failing'), Promise.withResolvers<unknown>()];
    await enqueue('failing', {}, 2);
    expect(await first).toEqual(['retried']);
    ended.once('failing', (how) => last.resolve(how));
    const waiting = () =>
      owner(`select run_at > now() as later, last_error from graphile_worker.jobs where task_identifier = 'failing'`);
    await expect.poll(waiting).toEqual([{ later: true, last_error: expect.stringContaining('no such server') }]);
    await owner(
      `select graphile_worker.reschedule_jobs(array(select id from graphile_worker.jobs where task_identifier = 'failing'), run_at := now())`,
    );
    expect(await last.promise).toBe('failed');
  });

  test('that does not say what it should names the field and not its value', async () => {
    const { ended } = start({ shaped: task(z.object({ personId: z.uuid() }), () => Promise.resolve()) });
    const end = once(ended, 'shaped');
    await enqueue('shaped', { personId: 'hunter2' }, 1);
    expect(await end).toEqual(['failed']);
    const said = () => owner(`select last_error from graphile_worker.jobs where task_identifier = 'shaped'`);
    await expect.poll(said).toEqual([{ last_error: expect.stringContaining('personId (invalid_format)') }]);
    expect(JSON.stringify(await said())).not.toContain('hunter2');
  });
});

test('workers are told of a new job with a key where it is due, and of no other', async () => {
  const listener = new pg.Client({ connectionString: database.ownerUrl });
  await listener.connect();
  try {
    const told: string[] = [];
    listener.on('notification', ({ payload = '' }) => told.push(payload));
    await listener.query('listen "jobs:insert"');
    await owner(`select enqueue_job('unheard', '{}'::jsonb, now() + interval '1 day', 'later')`);
    await owner(`select enqueue_job('unheard', '{}'::jsonb, now(), 'due')`);
    await owner(`select enqueue_job('unheard', '{}'::jsonb, now() + interval '1 day', 'later too')`);
    // Of a name that no job had yet add_jobs() tells by itself.
    await expect.poll(() => told.length).toBe(2);
    expect(told.map((text) => JSON.parse(text) as unknown)).toEqual([
      { r: expect.any(Number), count: 1 },
      { r: expect.any(Number), count: 1 },
    ]);
    await listener.query('select 1');
    expect(told).toHaveLength(2);
  } finally {
    await listener.end();
  }
});

describe('a job that waits already', () => {
  test('is asked for again without being put off, and is not taken before whoever asked has ended', async () => {
    const asked = (at: string) =>
      sql`select enqueue_job('bundled', '{}'::jsonb, ${at}::timestamptz, 'one', job_key_mode => 'preserve_run_at')`;
    await database.db.write(SYSTEM, async (tx) => {
      await tx.run(asked('2026-06-01T08:00:00Z'));
      return { ok: true };
    });
    let isCommitted = false;
    const [asking, committing] = [Promise.withResolvers<void>(), Promise.withResolvers<void>()];
    const second = database.db.write(SYSTEM, async (tx) => {
      await tx.run(asked('2030-06-01T08:00:00Z'));
      asking.resolve();
      await committing.promise;
      isCommitted = true;
      return { ok: true };
    });
    await asking.promise;
    const runs: boolean[] = [];
    const { ended } = start({
      bundled: async () => void runs.push(isCommitted),
      other: () => Promise.resolve(),
    });
    // The worker looks, and takes what it may.
    const other = once(ended, 'other');
    await enqueue('other', {});
    await other;
    const end = once(ended, 'bundled');
    committing.resolve();
    await second;
    await end;
    expect(runs).toEqual([true]);
  });

  test('by another payload is given the new one', async () => {
    await owner(
      `select enqueue_job('payload', '{"n":1}'::jsonb, now() + interval '1 day', 'two', job_key_mode => 'preserve_run_at')`,
    );
    await owner(
      `select enqueue_job('payload', '{"n":2}'::jsonb, now() + interval '2 days', 'two', job_key_mode => 'preserve_run_at')`,
    );
    const jobs = await owner(
      `select j.payload, j.run_at < now() + interval '25 hours' as kept from graphile_worker._private_jobs j where j.key = 'two'`,
    );
    expect(jobs).toEqual([{ payload: { n: 2 }, kept: true }]);
  });

  test('in the usual mode is put where it is asked for now, while others that are asked for with it are enqueued', async () => {
    const asked = (n: number, ...keys: readonly string[]) =>
      owner(`select enqueue_jobs('replaced', array_agg('{"n":${n}}'::jsonb), '2100-01-0${n}T00:00:00Z', array_agg(key))
        from unnest('{${keys.join(',')}}'::text[]) key`);
    await asked(1, 'third');
    await asked(2, 'fourth', 'third');
    const jobs = await owner(
      `select key, payload, (run_at at time zone 'UTC')::date::text as day from graphile_worker._private_jobs
        where key in ('third', 'fourth') order by key`,
    );
    expect(jobs).toEqual(['fourth', 'third'].map((key) => ({ key, payload: { n: 2 }, day: '2100-01-02' })));
  });

  test('is left alone, while others that are asked for with it are enqueued', async () => {
    const asked = (at: string, ...keys: readonly string[]) =>
      owner(`select enqueue_jobs('several', array_agg('{}'::jsonb), '${at}', array_agg(key), job_key_mode => 'preserve_run_at')
        from unnest('{${keys.join(',')}}'::text[]) key`);
    await asked('2100-01-01T00:00:00Z', 'first');
    await asked('2100-01-02T00:00:00Z', 'second', 'first');
    const jobs = () =>
      owner(`select j.key, j.attempts, j.revision, (j.run_at at time zone 'UTC')::date::text as day from graphile_worker._private_jobs j
        where j.key in ('first', 'second') order by j.key`);
    const [first, second] = [
      { key: 'first', attempts: 0, revision: 0, day: '2100-01-01' },
      { key: 'second', attempts: 0, revision: 0, day: '2100-01-02' },
    ];
    expect(await jobs()).toEqual([first, second]);
    // One that failed before waits for its next try, and is asked for anew.
    await owner(`update graphile_worker._private_jobs set attempts = 3 where key = 'first'`);
    await asked('2100-01-03T00:00:00Z', 'first', 'second');
    expect(await jobs()).toEqual([{ ...first, revision: 1, day: '2100-01-03' }, second]);
  });
});

describe('stopping', () => {
  test('waits for the job that is under way', async () => {
    const [begun, release] = [Promise.withResolvers<void>(), Promise.withResolvers<void>()];
    let isDone = false;
    const { jobs } = start({
      slow: async () => {
        begun.resolve();
        await release.promise;
        isDone = true;
      },
    });
    await enqueue('slow', {});
    await begun.promise;
    const stopped = jobs.stop(never).then(() => isDone);
    release.resolve();
    expect(await stopped).toBe(true);
    running = [];
    expect(await owner(`select from graphile_worker.jobs where task_identifier = 'slow'`)).toEqual([]);
  });
});

describe('a process that died', () => {
  test('leaves its job to the next one, long before the queue itself would give it back', async () => {
    await enqueue('orphaned', {});
    await owner(`update graphile_worker._private_jobs set locked_at = now() - interval '1 minute', locked_by = 'pool-dead'
      where task_id = (select id from graphile_worker._private_tasks where identifier = 'orphaned')`);
    const { ended } = start({ orphaned: () => Promise.resolve() });
    expect(await once(ended, 'orphaned')).toEqual(['done']);
  });

  test('gives its job one more try though it was the last, up to twenty-four', async () => {
    await enqueue('last-try', {});
    const die = (attempts: string) =>
      owner(`update graphile_worker._private_jobs set locked_at = now() - interval '1 minute', locked_by = 'pool-dead', attempts = ${attempts}
        where task_id = (select id from graphile_worker._private_tasks where identifier = 'last-try')`);
    const free = async () => {
      const pool = new pg.Pool({ connectionString: database.ownerUrl, max: 1 });
      await freeAbandonedJobs(pool);
      await pool.end();
      return owner(
        `select attempts, max_attempts, last_error, locked_by from graphile_worker.jobs where task_identifier = 'last-try'`,
      );
    };
    const freed = { last_error: 'The process that was at it ended before it did.', locked_by: null };
    await die('1');
    expect(await free()).toEqual([{ attempts: 1, max_attempts: 12, ...freed }]);
    await die('max_attempts');
    expect(await free()).toEqual([{ attempts: 12, max_attempts: 13, ...freed }]);
    await die('max_attempts');
    expect(await free()).toEqual([{ attempts: 13, max_attempts: 14, ...freed }]);
    await die('24');
    expect(await free()).toEqual([{ attempts: 24, max_attempts: 14, ...freed }]);
  });

  test('is told from one that lives: its job stays its own', async () => {
    const [begun, release] = [Promise.withResolvers<void>(), Promise.withResolvers<void>()];
    let runs = 0;
    const first = start({
      held: async () => {
        runs += 1;
        begun.resolve();
        await release.promise;
      },
    });
    await enqueue('held', {});
    await begun.promise;
    // As if it had been at it for a long time.
    await owner(
      `update graphile_worker._private_jobs set locked_at = now() - interval '1 hour' where locked_by is not null`,
    );
    const second = start({ held: async () => void (runs += 1), after: () => Promise.resolve() });
    const swept = once(second.ended, 'after');
    await once(second.lines, 'jobs are taken');
    await enqueue('after', {});
    await swept;
    const end = once(first.ended, 'held');
    release.resolve();
    await end;
    expect(runs).toBe(1);
  });
});

test('a run that could not mark two jobs as done ends once its last one has', async () => {
  const [all, some, last] = [1, 2, 3].map(() => Promise.withResolvers<void>()) as [Gate, Gate, Gate];
  let begun = 0;
  const { jobs, lines } = start({
    unmarked: task(z.object({ n: z.int() }), async ({ n }) => {
      begun += 1;
      if (begun === 3) all.resolve();
      await (n === 3 ? last : some).promise;
    }),
  });
  const broken = once(lines, 'jobs wait: the connection to the database was lost');
  for (const n of [1, 2, 3]) await enqueue('unmarked', { n });
  await all.promise;
  await owner(`create function refuse() returns trigger language plpgsql as $$ begin raise 'not now'; end $$;
    create trigger refuse before delete or update on graphile_worker._private_jobs for each row execute function refuse()`);
  some.resolve();
  await broken;
  const ends: string[] = [];
  const stop = async () => {
    await jobs.stop(never);
    ends.push('the run');
  };
  const stopped = stop();
  await owner(`drop function refuse cascade; delete from graphile_worker._private_jobs`);
  expect(ends).toEqual([]);
  last.resolve();
  await stopped;
});

test('a lost connection is made again, and jobs go on', async () => {
  const { ended, lines } = start({ again: () => Promise.resolve() });
  await once(lines, 'jobs are taken');
  const [lost, back] = [
    once(lines, 'jobs wait: the connection to the database was lost'),
    once(lines, 'jobs are taken'),
  ];
  await owner(`select pg_terminate_backend(pid) from pg_stat_activity
    where datname = current_database() and application_name in ('tamarack-jobs', 'tamarack-living')`);
  await lost;
  await back;
  const end = once(ended, 'again');
  await enqueue('again', {});
  expect(await end).toEqual(['done']);
});
