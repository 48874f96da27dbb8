/** Whose rights a live stream tells by, while they change: over real HTTP, of a real journal. */
import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import sql from 'sql-template-tag';
import { v7 as uuid } from 'uuid';
import { afterAll, beforeAll, expect, onTestFinished, test } from 'vitest';
import { createTestDatabase, type TestDatabase } from '../../../../tests/support/test-database.ts';
import { SYSTEM } from '../platform/database/actor.ts';
import type { Visitor } from '../platform/http/visitor.ts';
import { streamEvents } from './event-stream.ts';
import { appendFacts, prepareFacts } from './journal-store.ts';
import { type LiveFeed, startLiveFeed } from './live-feed.ts';
import { BY_SYSTEM } from './new-fact.ts';

const NOW = Temporal.Instant.from('2026-06-01T08:00:00Z');
const FROM_THE_BEGINNING = '0-0';
let database: TestDatabase;
let feed: LiveFeed;
let [kept, left] = ['', ''];
beforeAll(async () => {
  database = await createTestDatabase();
  feed = startLiveFeed({ db: database.db, lookEvery: 20, onFailure: () => undefined });
  [kept, left] = [await account('Kept'), await account('Left')];
});
afterAll(async () => {
  await feed.stop();
  await database.drop();
});

async function account(name: string): Promise<string> {
  const made = await database.db.write(SYSTEM, async (tx) => {
    const row = await tx.first<{ id: string }>(
      sql`insert into account (name, created_at) values (${name}, now()) returning account_id as id`,
    );
    return { ok: true as const, value: row?.id ?? '' };
  });
  return made.value;
}
const record = (accountId: string, fact: string) =>
  database.db.write(SYSTEM, (tx) => {
    appendFacts(tx, [{ facts: prepareFacts([{ accountId, fact, subjectId: uuid() }], NOW), by: BY_SYSTEM }], NOW);
    return Promise.resolve({ ok: true });
  });
const customerOf = (...accounts: string[]): Visitor => ({
  personId: uuid(),
  name: 'Mona Member',
  side: 'customer',
  via: 'session',
  credentialId: uuid(),
  staffRoles: [],
  accountRoles: new Map(accounts.map((id) => [id, ['technical-lead']])),
  seesAll: false,
  scopes: undefined,
  lacksSecondFactor: false,
});

/** Reads a stream until it tells `until`: the names of the facts. */
async function told(
  first: Visitor,
  visitorNow: () => Promise<Visitor | undefined>,
  until: string,
  lastEventId?: string,
  opened: () => void = () => undefined,
): Promise<string[]> {
  const server = createServer((_request, response) => {
    void streamEvents(response, { db: database.db, feed, visitorNow }, first, lastEventId);
  }).listen(0, '127.0.0.1');
  onTestFinished(() => server.closeAllConnections());
  onTestFinished(() => void server.close());
  await once(server, 'listening');
  const reply = await fetch(`http://127.0.0.1:${(server.address() as AddressInfo).port}`);
  let text = '';
  for await (const chunk of reply.body?.pipeThrough(new TextDecoderStream()) ?? []) {
    if (text === '') opened();
    text += chunk;
    if (text.includes(until)) break;
  }
  return [...text.matchAll(/"fact":"([^"]+)"/g)].map(([, fact = '']) => fact);
}

test('what was missed is told by the rights of now, not by those with which the stream was asked for', async () => {
  await record(left, 'missed.of-left');
  await record(kept, 'missed.of-kept');
  const now = () => Promise.resolve(customerOf(kept));
  expect(await told(customerOf(kept, left), now, 'missed.of-kept', FROM_THE_BEGINNING)).toEqual(['missed.of-kept']);
});

test('what happens while rights are asked for is told by those that are asked for after it', async () => {
  const [asked, answered] = [Promise.withResolvers<void>(), Promise.withResolvers<void>()];
  let times = 0;
  const now = async () => {
    times += 1;
    if (times > 1) return customerOf(kept);
    asked.resolve();
    await answered.promise;
    return customerOf(kept, left);
  };
  const stream = told(
    customerOf(kept, left),
    now,
    'later.of-kept',
    undefined,
    () => void record(left, 'first.of-left'),
  );
  await asked.promise;
  // The role is taken away here: it was still there when it was asked for.
  const heard = Promise.withResolvers<void>();
  onTestFinished(
    feed.listen((facts) => {
      if (facts.some(({ fact }) => fact === 'later.of-kept')) heard.resolve();
    }),
  );
  await record(left, 'later.of-left');
  await record(kept, 'later.of-kept');
  await heard.promise;
  answered.resolve();
  expect(await stream).toEqual(['first.of-left', 'later.of-kept']);
});

test('a stream ends with the session', async () => {
  const stream = told(customerOf(kept), () => Promise.resolve(undefined), 'never', FROM_THE_BEGINNING);
  expect(await stream).toEqual([]);
});
