/**
 * The whole server on a database of its own, under a clock that the test moves. People act by `as(personId)`: their visitor
 * is loaded from the database as for a session, so roles and accounts are the real ones; signing in has tests of its own.
 * Every reply is held against the contract.
 */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { FastifyInstance, InjectOptions } from 'fastify';
import pino from 'pino';
import sql from 'sql-template-tag';
import { buildApplication } from '../../packages/server/src/application/index.ts';
import { keptSecret } from '../../packages/server/src/identity/installation-secret-store.ts';
import { loadVisitor } from '../../packages/server/src/identity/index.ts';
import { type MovableClock, movableClock } from '../../packages/server/src/platform/clock/clock.ts';
import { SYSTEM } from '../../packages/server/src/platform/database/actor.ts';
import type { Database } from '../../packages/server/src/platform/database/database.ts';
import type { FileStore } from '../../packages/server/src/platform/files/file-store.ts';
import { diskStore } from '../../packages/server/src/platform/files/store-on-disk.ts';
import { createTestDatabase, type TestDatabase } from './test-database.ts';

export type Reply = { readonly status: number; readonly headers: Record<string, unknown>; readonly body: any };
export type Person = { readonly id: string; readonly name: string };

export type TestApplication = {
  readonly app: FastifyInstance;
  /** One more on the same database and files, as after a restart; whoever asks for it closes it. */
  readonly anotherServer: () => Promise<FastifyInstance>;
  readonly db: Database;
  readonly ownerUrl: string;
  readonly clock: MovableClock;
  readonly files: FileStore;
  /** Calls a route of /api/v1 as a person: `call(tam, 'POST', '/accounts', { body })`. */
  readonly call: (
    person: Person | undefined,
    method: string,
    path: string,
    sent?: { body?: unknown; headers?: Record<string, string> },
  ) => Promise<Reply>;
  readonly staff: (name: string, ...roles: string[]) => Promise<Person>;
  readonly customer: (name: string, accountId: string, ...roles: string[]) => Promise<Person>;
  readonly account: (name: string) => Promise<string>;
  /** A member of staff begins to serve an account. */
  readonly serves: (person: Person, accountId: string, role: string) => Promise<unknown>;
  readonly setting: (name: string, value: unknown) => Promise<unknown>;
  readonly stop: () => Promise<void>;
};

/** `lived`: the database and files that it takes over; else they are its own, and empty. */
export async function startTestApplication(
  start = '2026-06-01T08:00:00Z',
  plugins: Parameters<typeof buildApplication>[0]['plugins'] = [],
  lived?: { readonly database: TestDatabase; readonly folder: string },
): Promise<TestApplication> {
  const database = lived?.database ?? (await createTestDatabase());
  const { db } = database;
  const clock = movableClock(Temporal.Instant.from(start));
  const folder = lived?.folder ?? (await mkdtemp(join(tmpdir(), 'tamarack-test-files-')));
  const files = diskStore(folder);
  await keptSecret(db);
  const options: Parameters<typeof buildApplication>[0] = {
    db,
    clock,
    files,
    hasMailServer: true,
    publicUrl: 'http://tamarack.test',
    version: '0.0.0-test',
    checkReplies: true,
    plugins,
    // What goes wrong on our side is told, with its stack.
    logger: pino({ level: 'error' }, pino.destination(2)),
    requestsPerMinute: 1_000_000,
    visitorOf: async ({ headers }) => {
      const personId = /^Test ([0-9a-f-]{36})$/.exec(headers.authorization ?? '')?.[1];
      if (personId === undefined) return undefined;
      return db.read(SYSTEM, (tx) =>
        loadVisitor(tx, personId, { via: 'session', credentialId: personId, scopes: undefined }),
      );
    },
  };
  const app = await buildApplication(options);
  const insertPerson = async (side: 'provider' | 'customer', name: string): Promise<string> => {
    const email = `${name.toLowerCase().replace(/[^a-z]+/g, '.')}@${side}.test`;
    const added = await db.write(SYSTEM, async (tx) => {
      const row = await tx.first<{ id: string }>(
        sql`insert into person (side, name, email) values (${side}, ${name}, ${email}) returning id`,
      );
      return { ok: true as const, value: row?.id ?? '' };
    });
    return added.value;
  };
  const write = (statements: readonly ReturnType<typeof sql>[]) =>
    db.write(SYSTEM, async (tx) => {
      for (const statement of statements) await tx.run(statement);
      return { ok: true as const };
    });
  return {
    app,
    anotherServer: () => buildApplication(options),
    db,
    ownerUrl: database.ownerUrl,
    clock,
    files,
    call: async (person, method, path, { body, headers = {} } = {}) => {
      const injected: InjectOptions = {
        method,
        url: `/api/v1${path}`,
        headers: { ...headers, ...(person ? { authorization: `Test ${person.id}` } : {}) },
        ...(body === undefined ? {} : { payload: body as object }),
      };
      const reply = await app.inject(injected);
      const isJson = String(reply.headers['content-type']).includes('json');
      return { status: reply.statusCode, headers: reply.headers, body: isJson ? JSON.parse(reply.body) : reply.body };
    },
    staff: async (name, ...roles) => {
      const id = await insertPerson('provider', name);
      await write(roles.map((role) => sql`insert into staff_role (person_id, role) values (${id}, ${role})`));
      return { id, name };
    },
    customer: async (name, accountId, ...roles) => {
      const id = await insertPerson('customer', name);
      await write(
        roles.map(
          (role) =>
            sql`insert into membership (account_id, person_id, role, since) values (${accountId}, ${id}, ${role}, ${clock.now().toString()})`,
        ),
      );
      return { id, name };
    },
    account: async (name) => {
      const added = await db.write(SYSTEM, async (tx) => {
        const row = await tx.first<{ account_id: string }>(
          sql`insert into account (name, zone, created_at) values (${name}, 'Europe/Berlin', ${clock.now().toString()}) returning account_id`,
        );
        return { ok: true as const, value: row?.account_id ?? '' };
      });
      return added.value;
    },
    serves: (person, accountId, role) =>
      write([
        sql`insert into account_team (account_id, person_id, role, since) values (${accountId}, ${person.id}, ${role}, ${clock.now().toString()})`,
      ]),
    setting: (name, value) =>
      write([
        sql`insert into setting (name, value) values (${name}, ${JSON.stringify(value)}) on conflict (name) do update set value = excluded.value`,
      ]),
    stop: async () => {
      await app.close();
      await database.drop();
      await rm(folder, { recursive: true, force: true });
    },
  };
}
