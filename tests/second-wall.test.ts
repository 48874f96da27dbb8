/**
 * The second wall: with the access layer switched off, row-level security alone. Every handler is called straight, inside a
 * transaction of a customer that names somebody else's account; nothing foreign is read, and nothing foreign is changed.
 */
import fc from 'fast-check';
import pg from 'pg';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { routes, type Route } from '@tamarack/contract';
import { v7 as uuid } from 'uuid';
import { handlersOf } from '../packages/server/src/application/handlers.ts';
import { recordFacts } from '../packages/server/src/obligations/index.ts';
import { SYSTEM, type Actor } from '../packages/server/src/platform/database/actor.ts';
import { diskStore } from '../packages/server/src/platform/files/store-on-disk.ts';
import { agreedAccount, ALMACARE, type AgreedAccount } from './support/agreed-account.ts';
import { arbitraryOf } from './support/arbitrary-of-shape.ts';
import { startTestApplication, type Person, type TestApplication } from './support/test-application.ts';

const MARK = 'Zanthoxylum Secret Holdings';
let server: TestApplication;
let owner: pg.Client;
let foreign: AgreedAccount;
let lead: Person;
let actor: Actor;
let foreignIds: string[];
beforeAll(async () => {
  server = await startTestApplication();
  owner = new pg.Client({ connectionString: server.ownerUrl });
  await owner.connect();
  const own = await agreedAccount(server.db, 'almacare', 'enhanced', { ...ALMACARE, name: 'Own' });
  foreign = await agreedAccount(server.db, 'almacare', 'enhanced', { ...ALMACARE, name: MARK });
  lead = await server.customer('Lena Lead', own.accountId, 'technical-lead', 'approver', 'customer-administrator');
  await server.customer(`Person of ${MARK}`, foreign.accountId, 'technical-lead');
  const { accountId, contractId } = foreign;
  const subjectId = uuid();
  await server.db.write(SYSTEM, (tx) =>
    recordFacts(
      tx,
      [{ accountId, contractId, fact: 'incident.received', subjectId, title: MARK, note: MARK, data: { severity: 1 } }],
      { side: 'customer', via: 'test' },
      server.clock.now(),
    ),
  );
  actor = { personId: lead.id, side: 'customer', accounts: [own.accountId], via: 'session' };
  const { rows } = await owner.query<{ id: string }>(
    `select id from obligation where account_id = $1 union select id from journal where account_id = $1`,
    [accountId],
  );
  foreignIds = [accountId, contractId, foreign.termsId, subjectId, ...rows.map(({ id }) => id)];
});
afterAll(async () => {
  await owner.end();
  await server.stop();
});

type Handler = ((call: object) => Promise<unknown>) | { readonly alone: (call: object) => Promise<unknown> };
/** Opens its transactions itself. */
const SUBMITTING = 'POST /accounts/:accountId/tickets';
/** What is no id in an address. */
const NAMED: Readonly<Record<string, string>> = { audience: 'internal' };

/** Everything that the database holds of the foreign account, as one text. */
async function foreignRows(): Promise<string> {
  const { rows: tables } = await owner.query<{
    name: string;
  }>(`select c.relname as name from pg_class c join pg_attribute a on a.attrelid = c.oid and a.attname = 'account_id'
    where c.relnamespace = 'public'::regnamespace and c.relkind = 'r' order by 1`);
  const found: unknown[] = [];
  for (const { name } of tables)
    found.push(
      name,
      (await owner.query(`select * from ${name} t where account_id = $1 order by t::text`, [foreign.accountId])).rows,
    );
  return JSON.stringify(found);
}

test('no handler reads or changes a foreign account, though nobody asks who may', async () => {
  const feed = {
    listen: () => () => undefined,
    nudge: () => undefined,
    ready: () => Promise.resolve(),
    ending: new AbortController().signal,
    stop: () => Promise.resolve(),
  };
  const handlers = handlersOf({
    db: server.db,
    feed,
    files: diskStore('/nowhere'),
    hasMailServer: true,
    webhookNetworks: [],
    visitorOf: () => Promise.resolve(undefined),
  });
  const before = await foreignRows();
  expect(before).toContain(MARK);
  const visitor = {
    personId: lead.id,
    name: lead.name,
    side: 'customer',
    via: 'session',
    credentialId: lead.id,
    staffRoles: [],
    accountRoles: new Map(),
    seesAll: false,
    scopes: undefined,
  };
  let calls = 0;
  for (const [key, route] of Object.entries(routes) as [string, Route][]) {
    const handler = handlers[key as keyof typeof handlers] as unknown as Handler;
    // Uploads, files and events answer by themselves; the routes that carry them have tests of their own.
    if (typeof handler !== 'function' && key !== SUBMITTING) continue;
    const names = [...key.matchAll(/:([A-Za-z]+)/g)].map((match) => match[1] ?? '');
    for (const [n, body] of fc
      .sample(route.body ? arbitraryOf(route.body, foreignIds) : fc.constant(undefined), { numRuns: 3, seed: 7 })
      .entries()) {
      const params = Object.fromEntries(
        names.map((name, i) => [
          name,
          name === 'accountId' ? foreign.accountId : (NAMED[name] ?? foreignIds[(n + i * 2 + 1) % foreignIds.length]),
        ]),
      );
      const parsed = route.body ? route.body.safeParse(body) : { success: true, data: undefined };
      const query = route.query?.safeParse({});
      if (!parsed.success) continue;
      const call = {
        params,
        query: query?.success ? query.data : {},
        body: parsed.data,
        actor,
        visitor,
        now: server.clock.now(),
        ifMatch: 1,
      };
      calls += 1;
      const answer = await (
        typeof handler === 'function'
          ? server.db.write(actor, async (tx) => ({
              ok: true as const,
              text: JSON.stringify(await handler({ ...call, tx })),
            }))
          : handler.alone({ ...call, request: { headers: {} } }).then((value) => ({ text: JSON.stringify(value) }))
      ).catch((error: unknown) => ({ text: error instanceof Error ? error.message : '' }));
      expect(answer.text, key).not.toContain(MARK);
    }
  }
  expect(calls).toBeGreaterThan(100);
  expect(await foreignRows()).toBe(before);
}, 120_000);
