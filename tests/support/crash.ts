/**
 * Power cuts, as far as a test can make them: under a load of writes the server, and in another run the database, is killed
 * at a random moment, again and again. Nothing that was acknowledged is lost, the ledger agrees with the journal, no promise
 * breaks twice. CI does the twenty rounds; a desk does three, unless CRASH_ROUNDS says otherwise.
 */
import { randomInt, randomUUID } from 'node:crypto';
import { chmodSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as after } from 'node:timers/promises';
import pg from 'pg';
import sql from 'sql-template-tag';
import { expect } from 'vitest';
import { recordFacts, verifyAccount } from '../../packages/server/src/obligations/index.ts';
import { SYSTEM } from '../../packages/server/src/platform/database/actor.ts';
import { openDatabase, type Database } from '../../packages/server/src/platform/database/database.ts';
import { urlOfRunning } from '../../packages/server/src/platform/database/embedded/running-url.ts';
import { startEmbedded } from '../../packages/server/src/platform/database/embedded/start-embedded.ts';
import { agreedAccount, ALMACARE, type AgreedAccount } from './agreed-account.ts';
import { freePort, serve, type Served } from './served-process.ts';

export const ROUNDS = Number(process.env['CRASH_ROUNDS'] ?? (process.env['CI'] ? 20 : 3));
const PASSWORD = 'seven quiet otters swim upstream';
/** The web application is of no consequence here, and would be looked after at each start. */
const API_ONLY = ['--no-web'];

/** A data folder that PostgreSQL's user may pass. */
function dataFolder(): string {
  const made = mkdtempSync(join(tmpdir(), 'tamarack-crash-'));
  chmodSync(made, 0o755);
  return made;
}

/** An administrator's API token, made as an administrator makes it. */
async function tokenFor({ url, setUpToken }: Served): Promise<string> {
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
    { name: 'load', scopes: ['facts.record', 'tickets.submit', 'tickets.reply'], expiresAt },
    cookie,
  );
  const answer: unknown = await made.json();
  expect(answer).toMatchObject({ token: expect.any(String) });
  return (answer as { token: string }).token;
}

type Load = { readonly acknowledged: string[]; readonly stop: () => Promise<void> };

/**
 * Eight clients that submit tickets, reply on them and record what breaks a promise, as fast as they are answered; those that
 * are refused or cut off begin anew.
 */
function load(url: string, token: string, { accountId, contractId }: AgreedAccount): Load {
  const ending = new AbortController();
  const acknowledged: string[] = [];
  const post = async (path: string, body: object): Promise<string> => {
    const reply = await fetch(`${url}/api/v1/accounts/${accountId}${path}`, {
      method: 'POST',
      body: JSON.stringify(body),
      headers: {
        'content-type': 'application/json',
        authorization: `Bearer ${token}`,
        'idempotency-key': randomUUID(),
      },
    });
    if (reply.status !== 201) throw new Error(`${reply.status} ${await reply.text()}`);
    const { id } = (await reply.json()) as { id: string };
    acknowledged.push(id);
    return id;
  };
  const client = async () => {
    while (!ending.signal.aborted) {
      try {
        const ticket = {
          contractId,
          kind: 'incident',
          subject: 'Down',
          body: 'Since noon.',
          severity: randomInt(1, 3),
        };
        const ticketId = await post('/tickets', ticket);
        await post(`/tickets/${ticketId}/messages`, { body: 'Which kernel?', handTo: 'customer' });
        // Before an attempt to reproduce it, this breaks a promise.
        await post('/facts', { contractId, fact: 'incident.access-requested', subjectId: ticketId });
      } catch {
        await after(20);
      }
    }
  };
  const clients = Array.from({ length: 8 }, client);
  return {
    acknowledged,
    stop: async () => {
      ending.abort();
      await Promise.all(clients);
    },
  };
}

/** A licence for the account, and the training for all that there are. */
async function entitleEverybody(db: Database, accountId: string): Promise<void> {
  await db.write(SYSTEM, async (tx) => {
    const people = await tx.rows<{ id: string }>(sql`select id from person`);
    const facts = [
      { accountId, fact: 'licence.issued', subjectId: randomUUID() },
      ...people.map(({ id }) => ({ accountId, fact: 'person.trained', subjectId: id })),
    ];
    return recordFacts(tx, facts, { side: 'provider', via: 'test' }, Temporal.Now.instant());
  });
}

async function proved(ownerUrl: string, accountId: string, acknowledged: readonly string[]): Promise<void> {
  const owner = new pg.Client({ connectionString: ownerUrl });
  await owner.connect();
  const { rows } = await owner.query<{ kept: number }>(
    `select count(*)::int as kept from unnest($1::uuid[]) as acknowledged (id) where exists (select from journal j where j.id = acknowledged.id)
      or exists (select from ticket t where t.id = acknowledged.id) or exists (select from ticket_message m where m.id = acknowledged.id)`,
    [acknowledged],
  );
  expect(rows[0]?.kept).toBe(acknowledged.length);
  const { rows: twice } = await owner.query(
    `select subject_id from journal where fact = 'obligation.breached' group by subject_id having count(*) > 1`,
  );
  const { rows: broken } = await owner.query(`select from journal where fact = 'obligation.breached' limit 1`);
  expect(broken).toHaveLength(1);
  expect(twice).toEqual([]);
  await owner.end();
  const db = openDatabase({ url: ownerUrl, connections: 1 });
  const { differences } = await db.read(SYSTEM, (tx) => verifyAccount(tx, accountId, Temporal.Now.instant()));
  await db.close();
  expect(differences).toEqual([]);
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
  const [data, elsewhere] = [dataFolder(), dataFolder()];
  const own = database === 'served' ? await startEmbedded({ folder: join(elsewhere, 'database') }) : undefined;
  if (own && !own.ok) throw new Error(own.refusal.sentence);
  const environment = {
    TAMARACK_DATA: data,
    PORT: String(await freePort()),
    ...(own ? { DATABASE_URL: own.value.url } : {}),
  };
  const startAgain = () => serve(environment, API_ONLY);
  const ownerUrl = () => (own ? Promise.resolve(own.value.url) : urlOfRunning(join(data, 'database')));
  const databaseIn = own ? elsewhere : data;
  try {
    await rounds(await startAgain(), ownerUrl, (served) => kill({ served, databaseIn, startAgain }));
  } finally {
    await own?.value.stop();
    for (const folder of [data, elsewhere]) rmSync(folder, { recursive: true, force: true });
  }
}

async function rounds(
  first: Served,
  ownerUrl: () => Promise<string>,
  kill: (served: Served) => Promise<Served>,
): Promise<void> {
  let served = first;
  const token = await tokenFor(served);
  const db = openDatabase({ url: await ownerUrl(), connections: 1 });
  const agreed = await agreedAccount(db, 'almacare', 'enhanced', ALMACARE);
  const { accountId } = agreed;
  await entitleEverybody(db, accountId);
  await db.close();
  const acknowledged: string[] = [];
  for (let round = 0; round < ROUNDS; round++) {
    const writing = load(served.url, token, agreed);
    const before = Date.now();
    // At a random moment, but never before something was acknowledged.
    while (writing.acknowledged.length === 0 && Date.now() - before < 20_000) await after(10);
    await after(randomInt(0, 250));
    served = await kill(served);
    await writing.stop();
    acknowledged.push(...writing.acknowledged);
  }
  expect(acknowledged.length).toBeGreaterThan(ROUNDS);
  await proved(await ownerUrl(), accountId, acknowledged);
  await served.end('SIGTERM');
}

/** Kills the PostgreSQL of a data folder, and waits until another one is there and the server has found it. */
export async function killDatabase(data: string, url: string): Promise<void> {
  const killed = postmasterOf(data);
  if (killed === undefined) throw new Error('There is no postmaster.');
  process.kill(killed, 'SIGKILL');
  // Dying backends may still answer, so that the server says it is ready before it knows.
  for (let now: number | undefined = killed; now === undefined || now === killed; now = postmasterOf(data))
    await after(20);
  await untilReady(url);
}

/** The process id of the PostgreSQL that serves from a data folder. */
function postmasterOf(data: string): number | undefined {
  try {
    return Number(readFileSync(join(data, 'database/data/postmaster.pid'), 'utf8').split('\n')[0]);
  } catch {
    return undefined;
  }
}

/** Waits until the server says that it is ready again. */
async function untilReady(url: string): Promise<void> {
  for (const until = Date.now() + 60_000; Date.now() < until; await after(50)) {
    const reply = await fetch(`${url}/readyz`).catch(() => undefined);
    if (reply?.ok) return;
  }
  throw new Error('The server did not come back.');
}
