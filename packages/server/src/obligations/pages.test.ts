/** Lists come page by page as PostgreSQL writes them: nothing twice, nothing left out, every text as it was. */
import sql from 'sql-template-tag';
import { v7 as uuid } from 'uuid';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { agreedAccount, ALMACARE, type AgreedAccount } from '../../../../tests/support/agreed-account.ts';
import { indexConditions } from '../../../../tests/support/index-conditions.ts';
import { startTestApplication, type Person, type TestApplication } from '../../../../tests/support/test-application.ts';
import { SYSTEM } from '../platform/database/actor.ts';
import { cursorOf } from '../platform/database/cursor.ts';
import { obligationPage, todayPage } from './obligation-views.ts';
import { recordFacts } from './record-facts.ts';

/** What could be taken for an instant, for the end of a row or for the end of a text. */
const TITLES = [
  '2026-06-01T08:00:00+00:00',
  'At":"2026-06-01T08:00:00+00:00"',
  '"dueAt":"2026-06-01T08:00:00+00:00',
  '}, {"id":"x"}]',
  '\\", \\n {',
  'Ünïcödé 🌍 +00:00',
];

let server: TestApplication;
let manager: Person;
let account: AgreedAccount;
beforeAll(async () => {
  server = await startTestApplication('2026-06-01T08:00:00Z');
  manager = await server.staff('Mara Manager', 'service-manager');
  account = await agreedAccount(server.db, 'almacare', 'enhanced', { ...ALMACARE, name: 'At":"Kauri" +00:00' });
  const { accountId, contractId } = account;
  for (const [i, title] of TITLES.entries()) {
    const subjectId = uuid();
    for (const [fact, data] of [
      ['incident.received', { severity: 1 + (i % 3) }],
      ['incident.acknowledged', {}],
      ['incident.access-requested', {}],
    ] as const)
      await server.db.write(SYSTEM, (tx) =>
        recordFacts(
          tx,
          [{ accountId, contractId, fact, subjectId, data, title }],
          { side: fact === 'incident.received' ? 'customer' : 'provider', via: 'test' },
          server.clock.now(),
        ),
      );
  }
});
afterAll(() => server.stop());

type Row = Readonly<Record<string, string | null>>;

async function pages(path: string, limit: number): Promise<Row[]> {
  const rows: Row[] = [];
  for (let after = ''; ;) {
    const { status, body } = await server.call(manager, 'GET', `${path}&limit=${limit}${after}`);
    expect(status).toBe(200);
    expect(body.rows.length).toBe(body.next === undefined ? body.rows.length : limit);
    rows.push(...body.rows);
    if (body.next === undefined) return rows;
    after = `&after=${body.next}`;
  }
}

test.each([
  ['what the provider owes', () => '/today?side=provider', 6],
  ['what customers owe, with no deadline', () => '/today?side=customer', 6],
  ['what is due of an account', () => `/accounts/${account.accountId}/obligations?show=due`, 12],
  ['what is settled, the latest first', () => `/accounts/${account.accountId}/obligations?show=settled`, 6],
  ['all of an account', () => `/accounts/${account.accountId}/obligations?show=all`, 18],
])('%s is the same in pages of one, of two, of five and in one', async (_what, path, atLeast) => {
  const whole = await pages(path(), 200);
  expect(whole.length).toBeGreaterThanOrEqual(atLeast);
  expect(new Set(whole.map(({ id }) => id)).size).toBe(whole.length);
  for (const limit of [1, 2, 5, whole.length]) expect(await pages(path(), limit)).toEqual(whole);
});

test('texts are shown as they were given, however much they look like JSON or an instant', async () => {
  const rows = await pages(`/accounts/${account.accountId}/obligations?show=all`, 200);
  expect(rows.map(({ subject }) => subject)).toEqual(expect.arrayContaining(TITLES));
  for (const row of rows) {
    expect(row['account']).toBe('At":"Kauri" +00:00');
    for (const key of ['openedAt', 'dueAt', 'metAt', 'breachedAt', 'endedAt', 'warnedAt'])
      expect(row[key] ?? '2026-06-01T08:00:00Z').toMatch(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ$/);
  }
});

test('a new name is shown at once, and one that was taken back never', async () => {
  const { accountId, contractId } = account;
  const shown = async () => {
    const [row] = await pages(`/accounts/${accountId}/obligations?show=all`, 200);
    return [row?.['account'], row?.['accountZone'], row?.['contract']];
  };
  const before = await shown();
  const rename = (ok: boolean) =>
    server.db.write(SYSTEM, async (tx) => {
      await tx.run(sql`update account set name = 'Rimu', zone = 'Asia/Tokyo' where account_id = ${accountId}`);
      await tx.run(sql`update contract set name = 'Renamed' where account_id = ${accountId} and id = ${contractId}`);
      // Whoever renames sees it already.
      const filter = { show: 'all', limit: 1 } as const;
      expect(await obligationPage(tx, accountId, filter)).toContain('"account":"Rimu","accountZone":"Asia/Tokyo"');
      return { ok };
    });
  await rename(false);
  expect(await shown()).toEqual(before);
  await rename(true);
  expect(await shown()).toEqual(['Rimu', 'Asia/Tokyo', 'Renamed']);
});

test('a list of nothing is an empty one', async () => {
  expect(await pages(`/accounts/${account.accountId}/obligations?show=all&subjectId=${uuid()}`, 50)).toEqual([]);
});

test('a page that is looked at again shows what changed meanwhile, and to each side its own', async () => {
  const { accountId, contractId } = account;
  const lead = await server.customer('Rimu Lead', accountId, 'technical-lead');
  const subjectId = uuid();
  const say = (fact: string, about: object = { subjectId }) =>
    server.db.write(SYSTEM, (tx) =>
      recordFacts(
        tx,
        [{ accountId, contractId, fact, subjectId, data: { severity: 1 }, ...about }],
        { side: 'provider', via: 'test' },
        server.clock.now(),
      ),
    );
  const look = async (who: Person) => {
    const path = `/accounts/${accountId}/obligations?show=all&subjectId=${subjectId}&limit=50`;
    const { body } = await server.call(who, 'GET', path);
    const one = body.rows.find((row: Row) => row['promise'] === 'first-response');
    return [one?.state, one?.ticketEscalated, one?.account];
  };
  await say('incident.received');
  const both = async () => [await look(manager), await look(lead)];
  const [[, , name] = []] = await both();
  const twice = async (rows: readonly unknown[]) => expect([await both(), await both()]).toEqual([rows, rows]);
  await twice([
    ['open', false, name],
    ['open', false, name],
  ]);
  await say('escalation.raised', { subjectId: uuid(), aboutId: subjectId, audience: 'internal' });
  await twice([
    ['open', true, name],
    ['open', false, name],
  ]);
  await say('incident.acknowledged');
  await twice([
    ['met', true, name],
    ['met', false, name],
  ]);
  await server.db.write(SYSTEM, async (tx) => {
    await tx.run(sql`update account set name = 'Renamed' where account_id = ${accountId}`);
    return { ok: true };
  });
  expect(await both()).toEqual([
    ['met', true, 'Renamed'],
    ['met', false, 'Renamed'],
  ]);
});

test('a page begins where it is asked to, and the pages before it are not read', async () => {
  const { accountId } = account;
  const after = cursorOf(['2026-06-01T08:00:00Z', uuid()]);
  const pagesOfAccount = [{ show: 'settled' }, { show: 'due' }] as const;
  for (const filter of pagesOfAccount)
    expect(
      await indexConditions(server.db, (tx) => obligationPage(tx, accountId, { ...filter, limit: 50, after })),
    ).toContain('ROW(');
  for (const side of ['provider', 'customer'] as const)
    expect(await indexConditions(server.db, (tx) => todayPage(tx, { mine: false, side, limit: 50, after }))).toContain(
      'ROW(',
    );
});
