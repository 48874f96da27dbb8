/** What a run does on connections that break at a bad moment: between it and a real database stands what breaks them. */
import { EventEmitter, once } from 'node:events';
import { type AddressInfo, connect, createServer, type Socket } from 'node:net';
import { setImmediate } from 'node:timers/promises';
import pg from 'pg';
import { expect, onTestFinished, test } from 'vitest';
import { movableClock } from '../clock/clock.ts';
import { openLog } from '../log/log.ts';
import { createTestDatabase } from '../../../../../tests/support/test-database.ts';
import { startJobs } from './start-jobs.ts';

/** Connections pass through it; the first `LISTEN` of all is withheld, and with it all that is behind on its connection. */
async function passage(ownerUrl: string): Promise<{ url: string; withheld: Promise<Socket>; living: Promise<Socket> }> {
  const { host, port, user = '', password, database = '' } = new pg.Client({ connectionString: ownerUrl });
  const [withheld, living] = [Promise.withResolvers<Socket>(), Promise.withResolvers<Socket>()];
  let isWithheld = false;
  const server = createServer((client) => {
    const onward = host.startsWith('/') ? connect(`${host}/.s.PGSQL.${port}`) : connect(port, host);
    for (const [one, other] of [
      [client, onward],
      [onward, client],
    ] as const) {
      one.on('error', () => other.destroy());
      one.on('close', () => other.destroy());
    }
    onward.pipe(client);
    client.on('data', (data) => {
      const said = data.toString('latin1');
      if (said.includes('tamarack-living')) living.resolve(client);
      if (!isWithheld && said.includes('LISTEN "jobs:insert"')) {
        isWithheld = true;
        client.pause();
        withheld.resolve(client);
      } else onward.write(data);
    });
  }).listen(0, '127.0.0.1');
  onTestFinished(() => void server.close());
  await once(server, 'listening');
  const whose = `${encodeURIComponent(user)}:${encodeURIComponent(password ?? '')}`;
  const url = `postgres://${whose}@127.0.0.1:${(server.address() as AddressInfo).port}/${database}`;
  return { url, withheld: withheld.promise, living: living.promise };
}

test('a connection that breaks before it listens, while its run is being ended, ends nothing else', async () => {
  const database = await createTestDatabase();
  onTestFinished(() => database.drop());
  const { url, withheld, living } = await passage(database.ownerUrl);
  const [ended, lines] = [new EventEmitter(), new EventEmitter()];
  const jobs = startJobs({
    url,
    db: database.db,
    clock: movableClock(Temporal.Instant.from('2026-06-01T08:00:00Z')),
    tasks: { again: () => Promise.resolve() },
    daily: [],
    everyMinute: [],
    concurrency: 1,
    log: openLog({
      level: 'info',
      readable: false,
      destination: { write: (line) => void lines.emit((JSON.parse(line) as { msg: string }).msg) },
    }),
    onEnd: (name, how) => void ended.emit(name, how),
  });
  onTestFinished(() => jobs.stop(AbortSignal.abort()));
  const listening = await withheld;
  const [lost, back] = [
    once(lines, 'jobs wait: the connection to the database was lost'),
    once(lines, 'jobs are taken').then(() => once(lines, 'jobs are taken')),
  ];
  (await living).destroy();
  await lost;
  // The run is being ended by now: it gives the connection back, and would stop listening.
  await setImmediate();
  listening.destroy();
  await back;
  const end = once(ended, 'again');
  await database.db.pool.query(`select enqueue_job('again', '{}')`);
  expect(await end).toEqual(['done']);
});
