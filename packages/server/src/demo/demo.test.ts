/** A short history of one customer on each service: lived twice, it is the same, and all of it is true. */
import { rm } from 'node:fs/promises';
import sql from 'sql-template-tag';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import {
  copyOfDemonstration,
  CUSTOMERS,
  ENDS,
  type Lived,
  liveDemonstration,
} from '../../../../tests/support/lived-demonstration.ts';
import { createTestDatabase } from '../../../../tests/support/test-database.ts';
import { movableClock } from '../platform/clock/clock.ts';
import { SYSTEM } from '../platform/database/actor.ts';
import { prepareDatabase } from '../platform/database/prepare-database.ts';
import type { Tx } from '../platform/database/tx.ts';
import { diskStore } from '../platform/files/store-on-disk.ts';
import { openDemoServer } from './demo-server.ts';
import { demonstrationState, dropEverything, makeDemonstration } from './index.ts';

const now = Temporal.Instant.from(ENDS);
const PATIENCE = 180_000;

let lived: Lived;
let again: Lived;
beforeAll(async () => {
  [lived, again] = await Promise.all([copyOfDemonstration(), liveDemonstration()]);
}, PATIENCE);
afterAll(async () => {
  for (const one of [lived, again]) {
    await one.database.drop();
    await rm(one.folder, { recursive: true, force: true });
  }
});

test(
  'begins anew where it was interrupted',
  async () => {
    const { db, ownerUrl, drop } = await createTestDatabase();
    expect(await demonstrationState(db)).toBe('none');
    const interrupted = makeDemonstration({
      ...{ db, ownerUrl, now, customers: [], publicUrl: 'http://tamarack.test', files: diskStore('unused') },
      log: () => {
        throw new Error('The power went out.');
      },
    });
    await expect(interrupted).rejects.toThrow('power');
    expect(await demonstrationState(db)).toBe('interrupted');
    await dropEverything(ownerUrl);
    expect(await prepareDatabase(ownerUrl)).toMatchObject({ ok: true });
    expect(await demonstrationState(db)).toBe('none');
    await drop();
  },
  PATIENCE,
);

function read<T>(work: (tx: Tx) => Promise<T>): Promise<T> {
  return lived.database.db.read(SYSTEM, work);
}

describe('the demonstration', () => {
  test('is complete, with people on both sides and one password that says what it is', async () => {
    expect(await demonstrationState(lived.database.db)).toBe('complete');
    const { people, password, figures } = lived.made;
    expect(figures).toMatchObject({ accounts: CUSTOMERS.length, people: people.length + 1 });
    expect(new Set(people.map(({ account }) => account))).toEqual(new Set([undefined, ...CUSTOMERS]));
    expect(people.every(({ email }) => email.endsWith('.example'))).toBe(true);
    expect(password).toContain('demonstration');
  });

  test('has every service alive: kept and due under each', async () => {
    const rows = await read((tx) =>
      tx.rows<{
        title: string;
        met: number;
        due: number;
      }>(sql`select v.title, count(*) filter (where o.state = 'met')::int as met,
          count(*) filter (where o.state = 'open')::int as due
        from obligation o join contract_terms t on t.account_id = o.account_id and t.id = o.terms_id
          join description_version v on v.id = t.version_id group by v.title order by v.title`),
    );
    expect(rows).toHaveLength(5);
    for (const { title, met, due } of rows) expect([title, met > 5, due > 0]).toEqual([title, true, true]);
  });

  test('knows every state of an obligation', () => {
    expect(Object.keys(lived.made.figures.obligations)).toEqual([
      'breached',
      'met',
      'open',
      'paused',
      'void',
      'waived',
    ]);
  });

  test('has tickets in every state, of both kinds and on every service, with what was said on them', async () => {
    const { tickets, messages } = lived.made.figures;
    expect(tickets).toBeGreaterThan(30);
    expect(messages).toBeGreaterThan(3 * tickets);
    const tallies = await read((tx) =>
      tx.rows<{ service: string; kind: string; state: string; waits: boolean; taken: boolean }>(
        sql`select distinct v.title as service, t.kind, t.state, t.side = 'customer' as waits, t.assignee_id is not null as taken
          from ticket t join contract_terms c on c.account_id = t.account_id and c.contract_id = t.contract_id
            join description_version v on v.id = c.version_id`,
      ),
    );
    const distinct = (name: keyof (typeof tallies)[number]) =>
      [...new Set(tallies.map((row) => String(row[name])))].toSorted((a, b) => a.localeCompare(b));
    expect(distinct('service').length).toBeGreaterThanOrEqual(5);
    expect(distinct('kind')).toEqual(['incident', 'service-request']);
    expect(distinct('state')).toEqual(['closed', 'declined', 'merged', 'open', 'resolved']);
    expect([distinct('waits'), distinct('taken')]).toEqual([
      ['false', 'true'],
      ['false', 'true'],
    ]);
    const silent = await read((tx) =>
      tx.rows(
        sql`select t.id from ticket t where not exists (select from ticket_message m where m.account_id = t.account_id and m.ticket_id = t.id)`,
      ),
    );
    expect(silent).toEqual([]);
    const escalated = await read((tx) =>
      tx.rows<{ fact: string }>(
        sql`select distinct j.fact from journal j join ticket t on t.account_id = j.account_id and t.id = j.about_id
          where starts_with(j.fact, 'escalation.') order by j.fact`,
      ),
    );
    expect(escalated.map(({ fact }) => fact)).toEqual(['escalation.closed', 'escalation.raised', 'escalation.taken']);
  });

  test('has tickets that are escalated now, and some that wait for an approval', async () => {
    const marked = await read((tx) =>
      tx.first<{ escalated: number; waiting: number }>(sql`select count(*) filter (where escalated)::int as escalated,
        count(*) filter (where waits_for_approval)::int as waiting from ticket`),
    );
    expect(Math.min(marked?.escalated ?? 0, marked?.waiting ?? 0)).toBeGreaterThan(0);
  });

  test('has no fact in the future, and leaves no mail behind', async () => {
    const found = await read((tx) =>
      tx.first<{ future: number; early: number; mails: number }>(sql`select
        (select count(*)::int from journal where at > ${now.toString()} or recorded_at > ${now.toString()}) as future,
        (select count(*)::int from journal where recorded_at < at - interval '2 minutes') as early,
        (select count(*)::int from list_jobs(null, null, 1000) where task in ('send-mail', 'mail-notifications')) as mails`),
    );
    expect(found).toEqual({ future: 0, early: 0, mails: 0 });
  });

  test('is true: ledger and seals of every account agree with its journal', async () => {
    const { db } = lived.database;
    const server = await openDemoServer({
      db,
      clock: movableClock(now),
      publicUrl: 'http://tamarack.test',
      files: diskStore(lived.folder),
    });
    const [manager] = await read((tx) =>
      tx.rows<{ id: string; name: string; email: string }>(
        sql`select id, name, email from person where name = 'Ingrid Solheim'`,
      ),
    );
    const accounts = await read((tx) => tx.rows<{ id: string }>(sql`select account_id as id from account`));
    for (const { id } of accounts) {
      const by = { id: '', name: '', email: '', ...manager, zone: 'UTC', side: 'provider' as const, roles: [] };
      const proof = await server.call(by, 'POST /accounts/:accountId/verification', { params: { accountId: id } });
      expect(proof.differences).toEqual([]);
      expect(proof.facts).toBeGreaterThan(20);
      expect(proof.sealed).toBe(proof.facts);
    }
    await server.close();
  });

  test('is the same when it is made again', () => {
    expect(again.made.people).toEqual(lived.made.people);
    expect(again.made.figures).toEqual(lived.made.figures);
  });
});
