/** GDPR, article 17: the words and the person go; the ledger's arithmetic and the seals stay and still agree. */
import sql from 'sql-template-tag';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { v7 as uuid } from 'uuid';
import {
  differencesOf,
  keepFile,
  liveThrough,
  moveIn,
  sealAll,
  writeWords,
  type LivedIn,
} from '../../../../tests/support/lived-in.ts';
import { startTestApplication, type Person, type TestApplication } from '../../../../tests/support/test-application.ts';
import { SYSTEM } from '../platform/database/actor.ts';

let server: TestApplication;
let admin: Person;
let alder: LivedIn;
let birch: LivedIn;
beforeAll(async () => {
  server = await startTestApplication('2026-06-02T00:00:00Z');
  admin = await server.staff('Ada Admin', 'administrator');
});
afterAll(() => server.stop());

const rows = <R extends Record<string, unknown>>(statement: ReturnType<typeof sql>) =>
  server.db.read(SYSTEM, (tx) => tx.rows<R>(statement));
const run = (statement: ReturnType<typeof sql>) =>
  server.db.write(SYSTEM, async (tx) => ({ ok: true as const, value: await tx.run(statement) }));
const figuresOf = (accountId: string) =>
  rows(sql`select id, promise, state, opened_at, due_at, met_at, breached_at, ended_at, counted, least, most from obligation
    where account_id = ${accountId} order by id`);
const ledgerIsTrue = async (accountId: string) => {
  const checked = await differencesOf(server.db, accountId);
  expect(checked.differences).toEqual([]);
  expect(checked.seals).toBeGreaterThan(0);
};

async function furnish(): Promise<void> {
  alder = await moveIn(server.db, `Alder ${uuid()}`);
  birch = await moveIn(server.db, `Birch ${uuid()}`);
  // One person in both accounts, and a colleague in the first only.
  await run(
    sql`insert into membership (account_id, person_id, role, since) values (${birch.accountId}, ${alder.personId}, 'stakeholder', now())`,
  );
  for (const home of [alder, { ...birch, personId: alder.personId }, birch]) {
    await liveThrough(server.db, home);
    await writeWords(server.db, home, 'Lena cannot sign in');
  }
  await sealAll(server.db);
}

describe('of a person', () => {
  beforeAll(furnish);

  test('takes words, name, address and sign-in everywhere, and leaves figures and seals', async () => {
    const lena = alder.personId;
    // Somebody else gave what Lena began a title as well.
    const [begun] = await rows<{ id: string }>(
      sql`select subject_id as id from journal where account_id = ${alder.accountId} and by_person = ${lena} and title is not null limit 1`,
    );
    await run(sql`insert into journal (account_id, id, fact, subject_id, contract_id, at, recorded_at, by_side, via, title)
      values (${alder.accountId}, ${uuid()}, 'incident.assigned', ${begun?.id}, ${alder.contractId}, '2026-06-02', now(), 'provider', 'test', 'A case')`);
    await run(
      sql`insert into session (person_id, token, signed_in_by, created_at, updated_at, expires_at) values (${lena}, ${uuid()}, 'password', now(), now(), now() + interval '1 day')`,
    );
    await run(
      sql`insert into credential (person_id, provider_id, subject, password, created_at, updated_at) values (${lena}, 'credential', ${lena}, 'x', now(), now())`,
    );
    await run(
      sql`insert into mail (id, person_id, to_address, to_name, subject, created_at) values (${uuid()}, ${lena}, 'lena@example.test', 'Lena', 'For Lena', now())`,
    );
    await run(
      sql`insert into notification (account_id, person_id, kind, title, created_at) values (${alder.accountId}, ${lena}, 'x', 'Lena', now())`,
    );
    await run(
      sql`insert into ticket_view (person_id, name, filter, is_shared, created_at) values (${lena}, 'Lena’s', '{}', false, now())`,
    );
    const hash = await keepFile(server.db, server.files, alder, Buffer.from('Lena’s file'));
    await run(sql`with message as (
        insert into ticket_message (account_id, id, ticket_id, author_id, author_side, audience, body, at, via)
        select account_id, gen_random_uuid(), id, ${lena}, 'customer', 'shared', 'I am Lena', now(), 'web' from ticket
        where account_id = ${alder.accountId} and subject like '%Lena%' returning account_id, id)
      insert into ticket_message_file (account_id, message_id, file_id)
      select m.account_id, m.id, f.id from message m join file f on f.account_id = m.account_id and f.hash = ${hash}`);
    await run(sql`insert into severity_proposal (account_id, ticket_id, id, severity, because, reason, side, role, proposed_by, proposed_at)
      select account_id, id, gen_random_uuid(), 1, 'A case', 'Lena asks', 'provider', 'team-lead', ${lena}, now() from ticket
      where account_id = ${alder.accountId} and subject like '%Lena%'`);
    const before = [await figuresOf(alder.accountId), await figuresOf(birch.accountId)];
    const path = `/people/${lena}/erasure`;
    const foreseen = (await server.call(admin, 'GET', path)).body;
    expect(foreseen).toMatchObject({ isErased: false, side: 'customer', goes: { files: 1, bytes: 13 } });
    expect(foreseen.accounts).toHaveLength(2);
    const wrote = await rows<{ id: string }>(
      sql`select id from journal where by_person = ${lena} and (title is not null or note is not null)`,
    );
    expect(foreseen.goes.words).toBe(wrote.length);
    const done = await server.call(admin, 'POST', path, { body: { files: true } });
    expect([done.status, done.body]).toEqual([204, '']);
    const written = await rows(
      sql`select by_person, title, note, note_salt from journal where by_person = ${lena} and fact <> 'person.erased' and (title is not null or note is not null or note_salt is not null)`,
    );
    expect(written).toEqual([]);
    expect(await rows(sql`select name, email, erased_at is not null as erased from person where id = ${lena}`)).toEqual(
      [{ name: 'Erased person', email: `${lena}@erased.invalid`, erased: true }],
    );
    for (const table of ['session', 'credential', 'membership', 'notification', 'mail', 'ticket_view'])
      expect(await rows(sql([`select from ${table} where person_id = '${lena}'`] as never)), table).toEqual([]);
    expect(await rows(sql`select from file where hash = ${hash}`)).toEqual([]);
    expect(
      await rows(sql`select from obligation where account_id = ${alder.accountId} and subject like '%Lena%'`),
    ).toEqual([]);
    expect(await rows(sql`select from ticket where account_id = ${alder.accountId} and subject like '%Lena%'`)).toEqual(
      [],
    );
    expect(await rows(sql`select body from ticket_message where author_id = ${lena}`)).toEqual([{ body: '(erased)' }]);
    expect(await rows(sql`select reason from severity_proposal`)).toEqual([{ reason: '(erased)' }]);
    expect([await figuresOf(alder.accountId), await figuresOf(birch.accountId)]).toEqual(before);
    await ledgerIsTrue(alder.accountId);
    await ledgerIsTrue(birch.accountId);
    expect((await server.call(admin, 'POST', path, { body: {} })).body.code).toBe('state.not-possible');
    // The erasure itself is one fact more about the person, and none by it.
    expect((await server.call(admin, 'GET', path)).body).toMatchObject({
      ...{ name: 'Erased person', isErased: true, accounts: [], goes: { words: 0, files: 0, bytes: 0 } },
      stays: foreseen.stays,
    });
  });

  test('leaves what others wrote', async () => {
    const kept = await rows(
      sql`select note from journal where account_id = ${birch.accountId} and by_person = ${birch.personId} and note is not null`,
    );
    expect(kept.length).toBeGreaterThan(0);
  });

  test('is recorded, in every account of the person', async () => {
    const told = await rows(
      sql`select account_id from journal where fact = 'person.erased' and subject_id = ${alder.personId}`,
    );
    expect(told).toHaveLength(2);
  });

  test('reaches who belongs to no account any more, and wrote nothing', async () => {
    const stray = await server.customer('Otto Gone', birch.accountId, 'stakeholder');
    await run(sql`delete from membership where person_id = ${stray.id}`);
    expect((await server.call(admin, 'POST', `/people/${stray.id}/erasure`, { body: {} })).status).toBe(204);
    expect(await rows(sql`select name from person where id = ${stray.id}`)).toEqual([{ name: 'Erased person' }]);
  });

  test('is for administrators, and not of staff', async () => {
    const manager = await server.staff('Mara Manager', 'service-manager');
    const path = (person: string) => `/people/${person}/erasure`;
    expect((await server.call(manager, 'POST', path(birch.personId), { body: {} })).status).toBe(403);
    expect((await server.call(manager, 'GET', path(birch.personId))).status).toBe(403);
    expect((await server.call(admin, 'GET', path(birch.accountId))).status).toBe(404);
    expect((await server.call(admin, 'POST', path(birch.accountId), { body: {} })).status).toBe(404);
    expect((await server.call(admin, 'GET', path(manager.id))).body.side).toBe('provider');
    expect((await server.call(admin, 'POST', path(manager.id), { body: {} })).body.code).toBe('state.not-possible');
  });
});

describe('of an account', () => {
  beforeAll(furnish);

  test('takes name, people, words and files, and leaves figures and seals; others keep theirs', async () => {
    const { accountId, personId: both } = alder;
    await keepFile(server.db, server.files, alder, Buffer.from('of the account'));
    await run(sql`insert into eligibility_decision (account_id, description_id, exception, role, grants, note, decided_at)
      select ${accountId}, id, 'strategic', 'sales', true, 'Because of Lena', now() from description limit 1`);
    const path = `/accounts/${accountId}/erasure`;
    const [account] = await rows<{ name: string }>(sql`select name from account where account_id = ${accountId}`);
    const body = { name: account?.name };
    expect((await server.call(admin, 'POST', path, { body: { name: 'Another' } })).body.code).toBe('value.not-allowed');
    const foreseen = (await server.call(admin, 'GET', path)).body;
    expect(foreseen).toMatchObject({ name: account?.name, isErased: false, goes: { files: 1, bytes: 14 } });
    // Lena is a customer elsewhere as well; nobody else wrote here.
    expect([foreseen.goes.people, foreseen.stays.people, foreseen.running.length]).toEqual([0, 1, 2]);
    expect((await server.call(admin, 'POST', path, { body })).body.code).toBe('state.not-possible');
    await run(sql`update contract set ends_at = '2026-06-01T23:00:00Z' where account_id = ${accountId}`);
    const before = await figuresOf(accountId);
    expect((await server.call(admin, 'GET', path)).body.running).toEqual([]);
    const done = await server.call(admin, 'POST', path, { body });
    expect([done.status, done.body]).toEqual([204, '']);
    const personal = await rows(
      sql`select from journal where account_id = ${accountId} and (title is not null or note is not null or note_salt is not null)`,
    );
    expect(personal).toEqual([]);
    expect(await rows(sql`select name from account where account_id = ${accountId}`)).toEqual([
      { name: 'Erased account' },
    ]);
    expect(await rows(sql`select note from eligibility_decision where account_id = ${accountId}`)).toEqual([
      { note: '(erased)' },
    ]);
    for (const table of ['membership', 'file', 'journal_file', 'account_team'])
      expect(await rows(sql([`select from ${table} where account_id = '${accountId}'`] as never)), table).toEqual([]);
    expect(await figuresOf(accountId)).toEqual(before);
    const after = (await server.call(admin, 'GET', path)).body;
    expect(after).toMatchObject({ isErased: true, goes: { people: 0, words: 0, files: 0, bytes: 0 } });
    expect(after.stays).toMatchObject({ facts: foreseen.stays.facts + 1, obligations: before.length });
    // Who is a customer elsewhere as well stays there.
    expect(await rows(sql`select erased_at from person where id = ${both}`)).toEqual([{ erased_at: null }]);
    await ledgerIsTrue(birch.accountId);
    const seals = await differencesOf(server.db, accountId);
    expect(seals.differences.filter(({ what }) => !what.startsWith('obligation'))).toEqual([]);
    expect((await server.call(admin, 'POST', path, { body: { name: 'Erased account' } })).body.code).toBe(
      'state.not-possible',
    );
  });
});

test('the one way to the words is held to the transaction’s accounts, and to the provider', async () => {
  await furnish();
  const taken = (actor: typeof SYSTEM) =>
    server.db.write(actor, async (tx) => ({
      ok: true as const,
      value: (await tx.rows(sql`select erase_written(${alder.accountId}, null)`)).length,
    }));
  expect((await taken({ ...SYSTEM, accounts: [birch.accountId] })).value).toBe(0);
  expect((await taken({ ...SYSTEM, side: 'customer', accounts: [alder.accountId] })).value).toBe(0);
  await expect(run(sql`update journal set note = null where account_id = ${alder.accountId}`)).rejects.toThrow(
    /permission denied/,
  );
  expect((await taken({ ...SYSTEM, accounts: [alder.accountId] })).value).toBeGreaterThan(0);
});
