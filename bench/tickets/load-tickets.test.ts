/** The bulk path beside the real one: the same lives through the routes and through the load leave the same rows. */
import pg from 'pg';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { verifyAccount, wakeAccounts } from '../../packages/server/src/obligations/index.ts';
import { SYSTEM } from '../../packages/server/src/platform/database/actor.ts';
import { startTestApplication, type TestApplication } from '../../tests/support/test-application.ts';
import { seeded } from '../measure/random.ts';
import { openDesk, type Account } from './desk.ts';
import { drawLife, type Life } from './lives.ts';
import { loadTickets } from './load-tickets.ts';

const NOW = Temporal.Instant.from('2026-06-30T10:00:00Z');
const random = seeded(5);
/** Each of a host of its own, by which its rows are told from others. */
const drawn = (many: number) =>
  Array.from({ length: many }, (_, n) => drawLife(random, 5 * n, NOW.epochMilliseconds / 1000));

let server: TestApplication;
let owner: pg.Client;
let accounts: readonly Account[];
let asMigrated: unknown[];
beforeAll(async () => {
  server = await startTestApplication('2026-04-01T08:00:00Z');
  owner = new pg.Client({ connectionString: server.ownerUrl });
  await owner.connect();
  asMigrated = await indexesAndKeys();
  ({ accounts } = await openDesk(owner, server.db, 3, NOW));
});
afterAll(async () => {
  await owner.end();
  await server.stop();
});

test(
  'what was loaded is, row for row, what submitting, confirming and resolving leave',
  { timeout: 60_000 },
  async () => {
    const lives = drawn(60);
    const [lived, loaded] = accounts;
    if (!lived || !loaded) throw new Error('There are no accounts.');
    await liveThrough(lived, lives);
    await loadTickets({ url: server.ownerUrl, db: server.db, now: NOW }, [{ account: loaded, lives }]);
    for (const table of Object.keys(TABLES)) {
      const [rows, others] = [await rowsOf(loaded, table), await rowsOf(lived, table)];
      expect(rows, table).toEqual(others);
      expect(rows.length, table).toBeGreaterThanOrEqual(lives.length);
    }
  },
);

test(
  '`tamarack verify` finds nothing to say of it, all indexes and keys are back, and the next load goes on from there',
  { timeout: 60_000 },
  async () => {
    const [, loaded, other] = accounts;
    if (!loaded || !other) throw new Error('There are no accounts.');
    const load = [loaded, other].map((account) => ({ account, lives: drawn(150) }));
    await loadTickets({ url: server.ownerUrl, db: server.db, now: NOW }, load);
    expect(await indexesAndKeys()).toEqual(asMigrated);
    for (const { accountId } of [loaded, other]) {
      const found = await server.db.read(SYSTEM, (tx) => verifyAccount(tx, accountId, NOW));
      expect(found.differences).toEqual([]);
      expect(found.sealed).toBe(found.facts);
      expect(found.rows).toBeGreaterThan(450);
    }
  },
);

/** What a load takes away, and the tables' own settings: each as PostgreSQL describes it. */
async function indexesAndKeys(): Promise<unknown[]> {
  const { rows } = await owner.query(
    `select pg_get_indexdef(indexrelid) as says, indisvalid as holds from pg_index where indrelid::regclass::text not like 'pg_%'
      union all select conrelid::regclass || ' ' || conname || ' ' || pg_get_constraintdef(oid), convalidated from pg_constraint
        where conrelid <> 0
      union all select relname || coalesce(' ' || reloptions::text, ''), true from pg_class where relkind = 'r' order by says`,
  );
  return rows;
}

/** Through the routes, in the order of happening; at last a watcher looks. */
async function liveThrough(
  { accountId, contractId, leadId, engineerId }: Account,
  lives: readonly Life[],
): Promise<void> {
  const ids = new Map<Life, string>();
  const post = async (personId: string, path: string, body: object) => {
    const reply = await server.call({ id: personId, name: '' }, 'POST', `/accounts/${accountId}/tickets${path}`, {
      body,
    });
    expect(reply.status, JSON.stringify(reply.body)).toBeLessThan(300);
    return reply.body as { id: string };
  };
  const acts = lives.flatMap((life) => {
    const { kind, severity, subject, body, receivedAt, acknowledgedAt, ended } = life;
    const submit = async () => {
      ids.set(life, (await post(leadId, '', { contractId, kind, severity, subject, body })).id);
    };
    const acknowledge = () => post(engineerId, `/${ids.get(life)}/acknowledgement`, {});
    const end = () =>
      post(engineerId, `/${ids.get(life)}/ending`, { how: 'resolved', because: 'fixed', note: ended?.body });
    return [
      { at: receivedAt, act: submit },
      ...(acknowledgedAt === undefined ? [] : [{ at: acknowledgedAt, act: acknowledge }]),
      ...(ended ? [{ at: ended.at, act: end }] : []),
    ];
  });
  for (const { at, act } of acts.toSorted((a, b) => a.at - b.at)) {
    server.clock.moveTo(Temporal.Instant.fromEpochMilliseconds(at * 1000));
    await act();
  }
  await wakeAccounts(server.db, NOW, (_account, error) => {
    throw error;
  });
}

/** How each table names its ticket, and what of it is different in any two accounts. */
const TABLES: Readonly<Record<string, { readonly ticket: string; readonly other: readonly string[] }>> = {
  ticket: { ticket: 'r.id', other: ['contract_id', 'requester_id', 'reference', 'next_obligation_id'] },
  ticket_message: { ticket: 'r.ticket_id', other: ['ticket_id', 'author_id'] },
  ticket_follower: { ticket: 'r.ticket_id', other: ['ticket_id', 'person_id'] },
  ticket_words: { ticket: 'r.ticket_id', other: ['ticket_id', 'owner_id'] },
  obligation: { ticket: 'r.subject_id', other: ['subject_id', 'contract_id', 'terms_id', 'evidence_id'] },
  journal: {
    ticket: 'coalesce(r.about_id, r.subject_id)',
    other: [
      'position',
      'transaction',
      'recorded_at',
      'subject_id',
      'about_id',
      'contract_id',
      'by_person',
      'note_salt',
      'note_digest',
    ],
  },
};

/** With what the differing columns point to: the title of the next clock, the fact that is the evidence. */
async function rowsOf({ accountId }: Account, table: string): Promise<unknown[]> {
  const { ticket = '', other = [] } = TABLES[table] ?? {};
  const { rows } = await owner.query<{ row: object }>(
    `select replace((to_jsonb(r) - $2::text[])::text, $1::text, 'the account')::jsonb
        || jsonb_build_object('of', t.subject, 'next', n.title, 'evidence', e.fact) as row
      from ${table} r join ticket t on t.id = ${ticket}
        left join obligation n on n.id = (to_jsonb(r) ->> 'next_obligation_id')::uuid
        left join journal e on e.id = (to_jsonb(r) ->> 'evidence_id')::uuid
      where t.account_id = $1::uuid and t.subject = any (select subject from ticket group by subject having count(*) > 1)
      order by 1`,
    [accountId, ['id', 'account_id', ...other]],
  );
  return rows.map(({ row }) => row);
}
