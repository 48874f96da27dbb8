/**
 * The whole server with its real sign-in, on a database of its own; several servers on the same one where a test wants
 * them. People act through browsers that keep cookies. The library that signs people in reads the machine's clock, so the
 * test's clock starts there.
 */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { FastifyInstance } from 'fastify';
import pg from 'pg';
import { buildApplication } from '../../packages/server/src/application/index.ts';
import { openIdentity, setUpLink, type Identity } from '../../packages/server/src/identity/index.ts';
import { movableClock, systemClock, type MovableClock } from '../../packages/server/src/platform/clock/clock.ts';
import type { Database } from '../../packages/server/src/platform/database/database.ts';
import { diskStore } from '../../packages/server/src/platform/files/store-on-disk.ts';
import { createTestDatabase } from './test-database.ts';

export type Answer = { readonly status: number; readonly headers: Record<string, unknown>; readonly body: any };
export type Browser = {
  readonly cookies: Map<string, string>;
  /** Calls a path below /api of a server, with the browser's cookies and origin. */
  readonly send: (
    method: string,
    path: string,
    body?: unknown,
    headers?: Record<string, string>,
    server?: FastifyInstance,
  ) => Promise<Answer>;
  readonly signIn: (email: string, password: string) => Promise<Answer>;
};
export type Server = { readonly app: FastifyInstance; readonly identity: Identity };

export type SignInApplication = {
  readonly db: Database;
  readonly ownerUrl: string;
  readonly clock: MovableClock;
  readonly first: Server;
  /** Another server on the same database. */
  readonly another: () => Promise<Server>;
  readonly browser: (address?: string) => Browser;
  /** The mails that were enqueued, the latest last, with the token of their link. */
  readonly mails: () => Promise<{ kind: string; personId: string; path: string; token: string }[]>;
  /** Uses the set-up link and gives the signed-in administrator. */
  readonly setUp: () => Promise<Browser>;
  /** Lets the administrator invite somebody, who accepts and signs in: `POST` to `path` with `sent`. */
  readonly invited: (
    inviter: Browser,
    path: string,
    sent: { readonly name: string; readonly email: string; readonly roles: readonly string[] },
  ) => Promise<{ readonly id: string; readonly browser: Browser }>;
  readonly account: (inviter: Browser, name: string) => Promise<string>;
  readonly problems: string[];
  readonly stop: () => Promise<void>;
};

export const PUBLIC_URL = 'http://tamarack.test';
export const ADMINISTRATOR = { email: 'ada@provider.test', password: 'seven quiet otters swim upstream' };

/** Of everybody who is `invited`. */
export const PASSWORD = 'nine gentle badgers waltz at noon';

export async function startSignInApplication(publicUrl = PUBLIC_URL): Promise<SignInApplication> {
  const database = await createTestDatabase();
  const { db, ownerUrl } = database;
  const clock = movableClock(systemClock.now().round('millisecond'));
  const folder = await mkdtemp(join(tmpdir(), 'tamarack-test-files-'));
  const servers: Server[] = [];
  const problems: string[] = [];
  const another = async () => {
    const identity = await openIdentity({
      db,
      url: ownerUrl,
      clock,
      publicUrl,
      onProblem: (message) => problems.push(message),
    });
    const app = await buildApplication({
      db,
      clock,
      publicUrl,
      files: diskStore(folder),
      hasMailServer: true,
      version: '0.0.0-test',
      checkReplies: true,
      requestsPerMinute: 1_000_000,
      visitorOf: identity.visitorOf,
      plugins: [identity.plugin],
    });
    servers.push({ app, identity });
    return { app, identity };
  };
  const first = await another();
  const browser = (address = '192.0.2.1') => browserOf(first.app, publicUrl, address);
  const mails: SignInApplication['mails'] = async () => {
    // The jobs belong to the queue, whose tables the server's role may not read.
    const owner = new pg.Client({ connectionString: ownerUrl });
    await owner.connect();
    const { rows } = await owner.query<{ payload: { kind: string; personId: string; path: string } }>(
      `select j.payload from graphile_worker._private_jobs j join graphile_worker._private_tasks t on t.id = j.task_id
        where t.identifier = 'send-mail' order by j.id`,
    );
    await owner.end();
    return rows.map(({ payload }) => ({ ...payload, token: payload.path.split('/').at(-1) ?? '' }));
  };
  return {
    db,
    ownerUrl,
    clock,
    first,
    another,
    browser,
    problems,
    mails,
    account: async (inviter, name) =>
      (await inviter.send('POST', '/v1/accounts', { name, zone: 'Europe/Berlin' })).body.id,
    invited: async (inviter, path, sent) => {
      const answer = await inviter.send('POST', path, { zone: 'UTC', ...sent });
      if (answer.status !== 201) throw new Error(JSON.stringify(answer.body));
      const { token } = (await mails()).at(-1) ?? { token: '' };
      const person = browser();
      const accepted = await person.send('POST', `/v1/invitations/${token}/acceptance`, {
        name: sent.name,
        password: PASSWORD,
      });
      if (accepted.status !== 200) throw new Error(JSON.stringify(accepted.body));
      await person.signIn(sent.email, PASSWORD);
      return { id: answer.body.personId, browser: person };
    },
    setUp: async () => {
      const link = await setUpLink(db, publicUrl, clock.now());
      const ada = browser();
      await ada.send('POST', `/v1/set-up/${link?.split('/').at(-1)}/completion`, {
        ...ADMINISTRATOR,
        providerName: 'Northwind Support',
        name: 'Ada Admin',
        zone: 'Europe/Berlin',
      });
      await ada.signIn(ADMINISTRATOR.email, ADMINISTRATOR.password);
      return ada;
    },
    stop: async () => {
      for (const { app, identity } of servers) {
        await app.close();
        await identity.close();
      }
      await database.drop();
      await rm(folder, { recursive: true, force: true });
    },
  };
}

function browserOf(app: FastifyInstance, publicUrl: string, address: string): Browser {
  const cookies = new Map<string, string>();
  const send: Browser['send'] = async (method, path, body, headers = {}, server = app) => {
    const reply = await server.inject({
      method: method as 'GET',
      url: `/api${path}`,
      remoteAddress: address,
      headers: {
        ...(cookies.size > 0 ? { cookie: [...cookies].map(([name, value]) => `${name}=${value}`).join('; ') } : {}),
        ...(method === 'GET' ? {} : { origin: publicUrl }),
        'user-agent': 'Test browser',
        ...headers,
      },
      ...(body === undefined ? {} : { payload: body as object }),
    });
    for (const { name, value, maxAge } of reply.cookies as { name: string; value: string; maxAge?: number }[]) {
      if (maxAge === 0) cookies.delete(name);
      else cookies.set(name, encodeURIComponent(value));
    }
    const isJson = String(reply.headers['content-type']).includes('json');
    return { status: reply.statusCode, headers: reply.headers, body: isJson ? JSON.parse(reply.body) : reply.body };
  };
  return { cookies, send, signIn: (email, password) => send('POST', '/auth/sign-in/email', { email, password }) };
}
