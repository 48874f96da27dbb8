/** What leaves the house: complete, readable by others' programs, and nothing that is not the reader's. */
import { Readable } from 'node:stream';
import { gunzipSync } from 'node:zlib';
import { Ajv2020 } from 'ajv/dist/2020.js';
import addFormats from 'ajv-formats';
import Papa from 'papaparse';
import sql from 'sql-template-tag';
import pg from 'pg';
import { extract } from 'tar-stream';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import {
  keepFile,
  liveThrough,
  moveIn,
  sealAll,
  writeWords,
  type LivedIn,
} from '../../../../tests/support/lived-in.ts';
import { startTestApplication, type Person, type TestApplication } from '../../../../tests/support/test-application.ts';
import { SYSTEM } from '../platform/database/actor.ts';
import { KIND_NAMES } from './kinds.ts';
import { csvLines } from './table-text.ts';

let server: TestApplication;
let alder: LivedIn;
let admin: Person;
let lead: Person;
const content = Buffer.from('the content of a file');

type Archive = ReadonlyMap<string, Buffer>;

async function exportAs(person: Person): Promise<Archive> {
  const reply = await server.app.inject({
    url: `/api/v1/accounts/${alder.accountId}/export`,
    headers: { authorization: `Test ${person.id}` },
  });
  expect(reply.statusCode).toBe(200);
  const entries = new Map<string, Buffer>();
  const tar = extract();
  Readable.from([gunzipSync(reply.rawPayload)]).pipe(tar as never);
  for await (const entry of tar)
    entries.set(entry.header.name, Buffer.concat((await Array.fromAsync(entry)) as Uint8Array[]));
  return entries;
}
const textOf = (archive: Archive, name: string) => archive.get(name)?.toString('utf8') ?? '';
const rowsOf = (archive: Archive, kind: string) =>
  textOf(archive, `${kind}.jsonl`)
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line) as Record<string, unknown>);

beforeAll(async () => {
  server = await startTestApplication('2026-06-02T00:00:00Z');
  alder = await moveIn(server.db, 'Alder');
  const birch = await moveIn(server.db, 'Birch');
  admin = await server.staff('Ada Admin', 'administrator');
  lead = await server.customer('Carl Customer', alder.accountId, 'customer-administrator');
  await server.customer('Nora Neighbour', birch.accountId, 'technical-lead');
  for (let i = 0; i < 400; i++) await liveThrough(server.db, alder);
  await liveThrough(server.db, birch);
  await writeWords(server.db, alder, '=cmd|calc', { note: '+1\n"quoted"' });
  await writeWords(server.db, { ...alder, personId: admin.id }, 'for ourselves', { audience: 'internal' });
  const sales = await server.staff('Sam Sales', 'account-executive');
  await server.db.write(SYSTEM, async (tx) => {
    const { accountId, contractId } = alder;
    await tx.run(sql`update account set annual_recurring_revenue = 54321.17 where account_id = ${accountId}`);
    const said = [
      ['shared', 'Said to everybody'],
      ['internal', 'Said among us'],
    ] as const;
    for (const [audience, body] of said)
      await tx.run(sql`insert into ticket_message (account_id, id, ticket_id, author_id, author_side, audience, body, at, via)
        select account_id, gen_random_uuid(), id, ${admin.id}, 'provider', ${audience}, ${body}, now(), 'test' from ticket
        where account_id = ${accountId} order by received_at, id limit 1`);
    await tx.run(sql`insert into role_assignment (account_id, contract_id, side, role, person_id, since)
      values (${accountId}, ${contractId}, 'provider', 'support-engineer', ${sales.id}, now())`);
    await tx.run(sql`insert into eligibility_decision (account_id, description_id, exception, role, grants, note, decided_by, decided_at)
      select ${accountId}, id, 'strategic', 'sales', true, 'Between us', ${sales.id}, now() from description limit 1`);
    return { ok: true as const };
  });
  await sealAll(server.db);
  await keepFile(server.db, server.files, alder, content);
}, 60_000);
afterAll(() => server.stop());

describe('an export', () => {
  test('holds every row, in JSON Lines that its own schemas accept', async () => {
    const archive = await exportAs(admin);
    const ajv = new Ajv2020({ strict: false });
    addFormats.default(ajv);
    for (const kind of KIND_NAMES) {
      const validate = ajv.compile(JSON.parse(textOf(archive, `schemas/${kind}.schema.json`)) as object);
      for (const row of rowsOf(archive, kind))
        expect(validate(row), `${kind}: ${ajv.errorsText(validate.errors)}`).toBe(true);
    }
    // More than one batch of the cursor.
    expect(rowsOf(archive, 'journal').filter(({ fact }) => fact === 'incident.acknowledged')).toHaveLength(400);
    const filled = ['account', 'people', 'contracts', 'contract-terms', 'contract-roles', 'exceptions'];
    for (const kind of [...filled, 'obligations', 'seals', 'files', 'tickets', 'ticket-messages'])
      expect(rowsOf(archive, kind).length, kind).toBeGreaterThan(0);
    expect(textOf(archive, 'README.txt')).toContain('internal facts');
  }, 60_000);

  test('holds the files, and the descriptions as YAML and as documents', async () => {
    const archive = await exportAs(admin);
    const [file] = rowsOf(archive, 'files');
    expect(archive.get(`files/${String(file?.['id'])}/report.bin`)).toEqual(content);
    expect(textOf(archive, 'descriptions/Alder 1.0.yaml')).toContain('promises:');
    expect(textOf(archive, 'descriptions/Alder 1.0 enhanced.html')).toMatch(/^<!doctype html>/i);
  });

  test('of a customer has nothing internal and nobody else’s people; of the provider it has', async () => {
    const [theirs, ours] = [await exportAs(lead), await exportAs(admin)];
    const all = [...theirs.values()].map(String).join('\n');
    const hidden = [
      'for ourselves',
      'Said among us',
      'Nora Neighbour',
      'Lena of Birch',
      '54321.17',
      'Between us',
      'sam.sales@',
    ];
    const shown = hidden.filter((text) => all.includes(text));
    const own = [...ours.values()].map(String).join('\n');
    for (const text of ['Said among us', '54321.17', 'Between us', 'sam.sales@'])
      expect(own.includes(text), text).toBe(true);
    expect(shown).toEqual([]);
    for (const text of ['Carl Customer', 'Said to everybody']) expect(all.includes(text), text).toBe(true);
    expect(rowsOf(theirs, 'journal').filter(({ audience }) => audience === 'internal')).toEqual([]);
    expect(rowsOf(ours, 'journal').some(({ title }) => title === 'for ourselves')).toBe(true);
  });

  test('in CSV says the same, and runs in no spreadsheet', async () => {
    const archive = await exportAs(admin);
    const { data } = Papa.parse<Record<string, string>>(textOf(archive, 'journal.csv'), {
      header: true,
      skipEmptyLines: true,
    });
    expect(data.map(({ id }) => id)).toEqual(rowsOf(archive, 'journal').map(({ id }) => id));
    const risky = data.find(({ title }) => title?.endsWith('=cmd|calc'));
    expect([risky?.['title'], risky?.['note']]).toEqual([`'=cmd|calc`, `'+1\n"quoted"`]);
  });

  test('is one at a time for a person and a few for a server, and the next is welcome once they are sent', async () => {
    const codes = async (people: readonly Person[]) => {
      const path = `/accounts/${alder.accountId}/export`;
      const replies = await Promise.all(people.map((person) => server.call(person, 'GET', path)));
      return replies.map(({ status, body }) => (status === 200 ? 'sent' : String(body.code))).toSorted();
    };
    expect(await codes([admin, admin, admin])).toEqual(['sent', 'state.not-possible', 'state.not-possible']);
    const others = [];
    for (const name of ['Ben', 'Cem', 'Dan', 'Eva', 'Flo'])
      others.push(await server.staff(`${name} Admin`, 'administrator'));
    expect(await codes(others)).toEqual(['sent', 'sent', 'sent', 'sent', 'server.busy']);
    expect(await codes(others.slice(0, 4))).toEqual(['sent', 'sent', 'sent', 'sent']);
    // Whoever only asks what it would be takes no place.
    const head = await server.call(admin, 'HEAD', `/accounts/${alder.accountId}/export`);
    expect([head.status, head.headers['content-type']]).toEqual([200, 'application/gzip']);
    expect(await codes([admin])).toEqual(['sent']);
  });

  test('of an account that is not there is refused', async () => {
    expect((await server.call(admin, 'GET', `/accounts/${admin.id}/export`)).body.code).toBe('record.not-found');
  });

  test('is for administrators of either side', async () => {
    const path = `/accounts/${alder.accountId}/export`;
    const stakeholder = await server.customer('Sam', alder.accountId, 'stakeholder');
    expect((await server.call(stakeholder, 'GET', path)).status).toBe(403);
    expect((await server.call(await server.staff('Tom', 'team-lead'), 'GET', path)).status).toBe(403);
  });
});

test('every text that a spreadsheet runs is disarmed, and numbers stay numbers', () => {
  const cells = ['=1', '+1', '-1', '@a', '\t=1', '\r=1', 'plain', -1, null, ['=1']];
  const lines = csvLines(Object.keys(cells), [Object.fromEntries(cells.entries())]);
  expect(Papa.parse<string[]>(lines).data[0]).toEqual([
    "'=1",
    "'+1",
    "'-1",
    "'@a",
    "'\t=1",
    "'\r=1",
    'plain',
    '-1',
    '',
    '["=1"]',
  ]);
});

describe('while it is under way', () => {
  const path = () => `/accounts/${alder.accountId}/export`;
  const progress = async (person: Person) => (await server.call(person, 'GET', `${path()}/progress`)).body;
  /** Stands in the midst of gathering until it is let go: nobody may read the table of files. */
  async function held(until: () => Promise<unknown>): Promise<unknown> {
    const owner = new pg.Client({ connectionString: server.ownerUrl });
    await owner.connect();
    try {
      await owner.query('begin');
      await owner.query('lock table file in access exclusive mode');
      const reply = server.call(admin, 'GET', path());
      await until();
      await owner.query('commit');
      return (await reply).status;
    } finally {
      await owner.end();
    }
  }

  test('it says how many rows it has, to whoever asked for it alone', async () => {
    expect(await progress(admin)).toEqual({ isUnderWay: false, isSending: false, rows: 0, bytes: 0 });
    const status = await held(async () => {
      await expect
        .poll(() => progress(admin), { timeout: 10_000 })
        .toMatchObject({ isUnderWay: true, isSending: false, rows: expect.toSatisfy((rows: number) => rows > 400) });
      expect(await progress(lead)).toMatchObject({ isUnderWay: false });
    });
    expect(status).toBe(200);
    await expect.poll(() => progress(admin), { timeout: 10_000 }).toMatchObject({ isUnderWay: false });
  });

  test('it can be given up, and another one asked for', async () => {
    const status = await held(async () => {
      await expect.poll(() => progress(admin), { timeout: 10_000 }).toMatchObject({ isUnderWay: true });
      expect((await server.call(admin, 'DELETE', path())).status).toBe(204);
      expect(await progress(admin)).toMatchObject({ isUnderWay: false });
      // The server that sends it has heard of it.
      const heard = () =>
        server.db.read(SYSTEM, (tx) =>
          tx.rows(sql`select from export_progress where is_given_up and said_at > ${givenUp}::timestamptz`),
        );
      const [{ now: givenUp } = { now: '' }] = await server.db.read(SYSTEM, (tx) =>
        tx.rows<{ now: string }>(sql`select clock_timestamp() as now`),
      );
      await expect.poll(async () => (await heard()).length, { timeout: 10_000 }).toBe(1);
    });
    expect(status).toBe(409);
    await expect.poll(async () => (await server.call(admin, 'GET', path())).status, { timeout: 20_000 }).toBe(200);
  });
});
