/**
 * Power cuts, as far as a test can make them: under a load of ticket work a server, and in another run the database, is killed
 * at a random moment, again and again. What is proved stands in nothing-lost.ts. CI does the twenty rounds; a desk does three, unless CRASH_ROUNDS says otherwise.
 */
import { randomInt, randomUUID } from 'node:crypto';
import { chmodSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as after } from 'node:timers/promises';
import pg from 'pg';
import sql from 'sql-template-tag';
import { expect } from 'vitest';
import { recordFacts } from '../../packages/server/src/obligations/index.ts';
import { SYSTEM } from '../../packages/server/src/platform/database/actor.ts';
import { openDatabase, type Database } from '../../packages/server/src/platform/database/database.ts';
import { urlOfRunning } from '../../packages/server/src/platform/database/embedded/running-url.ts';
import { startEmbedded } from '../../packages/server/src/platform/database/embedded/start-embedded.ts';
import { agreedAccount, ALMACARE } from './agreed-account.ts';
import { startListeners, type Listeners } from './listeners.ts';
import { nothingLost } from './nothing-lost.ts';
import { freePort, serve, type Served } from './served-process.ts';
import { ticketLoad } from './ticket-load.ts';

export const ROUNDS = Number(process.env['CRASH_ROUNDS'] ?? (process.env['CI'] ? 20 : 3));
/** Of two servers, where the one that lives on proves as much in each. */
export const ROUNDS_OF_TWO = Math.ceil(ROUNDS / 2);
const PASSWORD = 'seven quiet otters swim upstream';
/** The web application is of no consequence here, and would be looked after at each start. */
const API_ONLY = ['--no-web'];

/** A data folder that PostgreSQL's user may pass. */
function dataFolder(): string {
  const made = mkdtempSync(join(tmpdir(), 'tamarack-crash-'));
  chmodSync(made, 0o755);
  return made;
}

/** An administrator's API token, made as an administrator makes it, and a webhook that hears all of incidents. */
async function setUp({ url, setUpToken }: Served, webhookUrl: string): Promise<string> {
  const post = (path: string, body: unknown, cookie = '') =>
    fetch(url + path, {
      method: 'POST',
      body: JSON.stringify(body),
      headers: { 'content-type': 'application/json', origin: url, ...(cookie ? { cookie } : {}) },
    });
  await post(`/api/v1/set-up/${await setUpToken()}/completion`, {
    providerName: 'Crash',
    name: 'Ada',
    email: 'ada@provider.test',
    password: PASSWORD,
    zone: 'UTC',
  });
  const signedIn = await post('/api/auth/sign-in/email', { email: 'ada@provider.test', password: PASSWORD });
  const cookie = signedIn.headers
    .getSetCookie()
    .map((line) => line.split(';')[0])
    .join('; ');
  const expiresAt = new Date(Date.now() + 86_400_000).toISOString();
  const made = await post(
    '/api/v1/me/tokens',
    { name: 'load', scopes: ['facts.record', 'tickets.submit', 'tickets.reply', 'tickets.work'], expiresAt },
    cookie,
  );
  const answer: unknown = await made.json();
  expect(answer).toMatchObject({ token: expect.any(String) });
  const webhook = await post('/api/v1/webhooks', { url: webhookUrl, facts: ['incident.*'] }, cookie);
  expect(webhook.ok).toBe(true);
  return (answer as { token: string }).token;
}

/** A licence for the account, the training for all that there are, and somebody at the desk who is told by mail. */
async function entitleEverybody(db: Database, accountId: string): Promise<void> {
  await db.write(SYSTEM, async (tx) => {
    await tx.run(sql`with erin as (insert into person (side, name, email) values ('provider', 'Erin', 'erin@provider.test') returning id),
        role as (insert into staff_role (person_id, role) select id, 'support-engineer' from erin)
      insert into account_team (account_id, person_id, role, since) select ${accountId}, id, 'support-engineer', now() from erin`);
    const people = await tx.rows<{ id: string }>(sql`select id from person`);
    const facts = [
      { accountId, fact: 'licence.issued', subjectId: randomUUID() },
      ...people.map(({ id }) => ({ accountId, fact: 'person.trained', subjectId: id })),
    ];
    return recordFacts(tx, facts, { side: 'provider', via: 'test' }, Temporal.Now.instant());
  });
}

/** The server that is to be killed, or the one whose database is. */
export type Victim = {
  readonly served: Served;
  /** Where `database/` lies. */
  readonly databaseIn: string;
  /** Starts the server once more, as it was started before. */
  readonly startAgain: () => Promise<Served>;
};

/** Rounds of load and a kill on an installation of its own; `kill` brings everything down and up again. */
export async function survives(
  database: 'embedded' | 'served',
  kill: (victim: Victim) => Promise<Served>,
): Promise<void> {
  await installed(database, 1, async ({ start, ownerUrl, databaseIn, listeners }) => {
    const startAgain = () => start(0);
    let served = await startAgain();
    await rounds(ROUNDS, served, [served.url], ownerUrl, listeners, async () => {
      served = await kill({ served, databaseIn, startAgain });
    });
    await served.end('SIGTERM');
  });
}

/** The same with two servers on one database, of which one is killed at a time while the other goes on. */
export async function oneOfTwoSurvives(): Promise<void> {
  await installed('served', 2, async ({ start, ownerUrl, listeners }) => {
    const servers = [await start(0), await start(1)];
    const urls = servers.map(({ url }) => url);
    let round = 0;
    // The one-time link of an empty installation is that of the last start.
    const last = servers.at(-1);
    if (!last) throw new Error('There is no server.');
    await rounds(ROUNDS_OF_TWO, last, urls, ownerUrl, listeners, async () => {
      const victim = round++ % 2;
      await servers[victim]?.end('SIGKILL');
      servers[victim] = await start(victim);
    });
    await Promise.all(servers.map((server) => server.end('SIGTERM')));
  });
}

type Installed = {
  /** Starts a server at the port that is its own. */
  readonly start: (server: number) => Promise<Served>;
  readonly ownerUrl: () => Promise<string>;
  readonly databaseIn: string;
  readonly listeners: Listeners;
};

async function installed(
  database: 'embedded' | 'served',
  servers: number,
  work: (installation: Installed) => Promise<void>,
): Promise<void> {
  const [data, elsewhere] = [dataFolder(), dataFolder()];
  const own = database === 'served' ? await startEmbedded({ folder: join(elsewhere, 'database') }) : undefined;
  if (own && !own.ok) throw new Error(own.refusal.sentence);
  const listeners = await startListeners();
  const ports: number[] = [];
  while (ports.length < servers) ports.push(await freePort());
  const environment = {
    ...listeners.environment,
    TAMARACK_DATA: data,
    ...(own ? { DATABASE_URL: own.value.url } : {}),
  };
  const started: Served[] = [];
  try {
    await work({
      start: async (server) => {
        const served = await serve({ ...environment, PORT: String(ports[server]) }, API_ONLY);
        started.push(served);
        return served;
      },
      ownerUrl: () => (own ? Promise.resolve(own.value.url) : urlOfRunning(join(data, 'database'))),
      databaseIn: own ? elsewhere : data,
      listeners,
    });
  } finally {
    await Promise.all(started.map((served) => served.end('SIGKILL')));
    await listeners.close();
    await own?.value.stop();
    for (const folder of [data, elsewhere]) rmSync(folder, { recursive: true, force: true });
  }
}

async function rounds(
  many: number,
  first: Served,
  urls: readonly string[],
  ownerUrl: () => Promise<string>,
  listeners: Listeners,
  kill: () => Promise<void>,
): Promise<void> {
  const token = await setUp(first, listeners.webhookUrl);
  const db = openDatabase({ url: await ownerUrl(), connections: 1 });
  const agreed = await agreedAccount(db, 'almacare', 'enhanced', ALMACARE);
  await entitleEverybody(db, agreed.accountId);
  await db.close();
  // It goes on over all rounds, so that each kill meets every client at another of its steps.
  const working = ticketLoad(urls, token, agreed);
  const merged = () => working.acknowledged.happened.filter(({ fact }) => fact === 'incident.merged').length;
  for (let round = 0; round < many; round++) {
    const before = Date.now();
    const mergedBefore = merged();
    // At a random moment, but never before something was merged; and mails are under way at that moment.
    while (merged() === mergedBefore && Date.now() - before < 60_000) await after(10);
    if (merged() === mergedBefore) {
      await working.stop();
      throw new Error(`Nothing was merged in round ${round}.`);
    }
    await mailNow(await ownerUrl());
    await after(randomInt(0, 250));
    await kill();
  }
  await working.stop();
  await nothingLost(await ownerUrl(), agreed.accountId, working.acknowledged, listeners);
}

/** As if the minute had passed for which notifications are gathered. */
async function mailNow(ownerUrl: string): Promise<void> {
  const owner = new pg.Client({ connectionString: ownerUrl });
  await owner.connect();
  await owner.query(
    `update graphile_worker._private_jobs set run_at = now() where key like 'mail-%' and locked_at is null and run_at > now()`,
  );
  await owner.end();
}

/** Kills the victim's PostgreSQL, and waits until another one is there and the server has found it. */
export async function killDatabase({ served, databaseIn: data }: Victim): Promise<void> {
  const killed = postmasterOf(data);
  if (killed === undefined) throw new Error('There is no postmaster.');
  process.kill(killed, 'SIGKILL');
  // Dying backends may still answer, so that the server says it is ready before it knows.
  for (let now: number | undefined = killed; now === undefined || now === killed; now = postmasterOf(data))
    await after(20);
  await untilReady(served);
}

/** The process id of the PostgreSQL that serves from a data folder. */
function postmasterOf(data: string): number | undefined {
  try {
    return Number(readFileSync(join(data, 'database/data/postmaster.pid'), 'utf8').split('\n')[0]);
  } catch {
    return undefined;
  }
}

/** Waits until the server says that it is ready again. Throws with what it printed where it does not. */
async function untilReady({ url, lines }: Served): Promise<void> {
  for (const until = Date.now() + 60_000; Date.now() < until; await after(50)) {
    const reply = await fetch(`${url}/readyz`).catch(() => undefined);
    if (reply?.ok) return;
  }
  throw new Error(`The server did not come back:\n${lines.slice(-20).join('\n')}`);
}
