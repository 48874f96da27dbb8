/** Time passes, seals are put, everything is proved: the ledger as a whole, on a real database and through the API. */
import pg from 'pg';
import sql from 'sql-template-tag';
import { v7 as uuid } from 'uuid';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import {
  agreedAccount,
  agreedContract,
  ALMACARE,
  type AgreedAccount,
} from '../../../../tests/support/agreed-account.ts';
import { startTestApplication, type Person, type TestApplication } from '../../../../tests/support/test-application.ts';
import { sealJournal } from '../journal/index.ts';
import { SYSTEM } from '../platform/database/actor.ts';
import { recordFacts } from './record-facts.ts';
import { wakeAccounts } from './wake-accounts.ts';

let server: TestApplication;
let manager: Person;
beforeAll(async () => {
  server = await startTestApplication('2026-06-01T08:00:00Z');
  manager = await server.staff('Mara Manager', 'service-manager');
});
afterAll(() => server.stop());

const fail = (_account: string, error: unknown) => {
  throw error;
};
const wake = (at: string) => {
  server.clock.moveTo(Temporal.Instant.from(at));
  return wakeAccounts(server.db, server.clock.now(), fail);
};
async function received({ accountId, contractId }: AgreedAccount, at: string, severity = 1): Promise<string> {
  server.clock.moveTo(Temporal.Instant.from(at));
  const subjectId = uuid();
  await server.db.write(SYSTEM, (tx) =>
    recordFacts(
      tx,
      [{ accountId, contractId, fact: 'incident.received', subjectId, data: { severity }, title: 'Cluster down' }],
      { side: 'customer', via: 'test' },
      server.clock.now(),
    ),
  );
  return subjectId;
}
const obligations = async (accountId: string, query = '') =>
  (await server.call(manager, 'GET', `/accounts/${accountId}/obligations?limit=200${query}`)).body.rows;

describe('time alone', () => {
  test('warns, then breaks, once, however many servers wake at the same moment', async () => {
    const account = await agreedAccount(server.db, 'almacare', 'enhanced', ALMACARE);
    const incident = await received(account, '2026-06-01T08:00:00Z');
    expect((await wake('2026-06-01T08:22:29Z')).changed).toBe(0);
    await wake('2026-06-01T08:22:30Z');
    const warned = await obligations(account.accountId, `&subjectId=${incident}&promise=first-response`);
    expect(warned[0]).toMatchObject({ state: 'open', warnedAt: '2026-06-01T08:22:30Z', subject: 'Cluster down' });
    server.clock.moveTo(Temporal.Instant.from('2026-06-01T08:30:01Z'));
    await Promise.all([1, 2, 3, 4].map(() => wakeAccounts(server.db, server.clock.now(), fail)));
    const broken = await obligations(account.accountId, `&subjectId=${incident}&promise=first-response`);
    expect(broken[0]).toMatchObject({ state: 'breached', breachedAt: '2026-06-01T08:30:00Z' });
    const told = await server.db.read(SYSTEM, (tx) =>
      tx.rows<{ fact: string }>(
        sql`select fact from journal where about_id = ${incident} and data ->> 'promise' = 'first-response' order by position`,
      ),
    );
    expect(told.map(({ fact }) => fact)).toEqual(['obligation.warned', 'obligation.breached']);
  });

  test('AC15: an incident that waits a week for the customer is closed by timeout', async () => {
    const account = await agreedAccount(server.db, 'almacare', 'enhanced', { ...ALMACARE, name: 'Beech' });
    const incident = await received(account, '2026-06-02T08:00:00Z', 3);
    await server.db.write(SYSTEM, (tx) =>
      recordFacts(
        tx,
        [{ ...pick(account), fact: 'incident.handed-to-customer', subjectId: incident }],
        { side: 'provider', via: 'test' },
        server.clock.now(),
      ),
    );
    await wake('2026-06-09T08:00:01Z');
    const facts = await server.call(manager, 'GET', `/accounts/${account.accountId}/facts?subjectId=${incident}`);
    expect(facts.body.rows[0]).toMatchObject({
      fact: 'incident.closed',
      bySide: 'system',
      data: { because: 'timeout' },
    });
    expect(await obligations(account.accountId, `&subjectId=${incident}&state=open`)).toEqual([]);
  });

  test('TX4: a period without its call is broken at its end, and the next one is open', async () => {
    const account = await agreedAccount(server.db, 'tuxcare-tam', 'tam', {
      name: 'Cedar',
      from: '2026-06-01T00:00:00Z',
    });
    server.clock.moveTo(Temporal.Instant.from('2026-06-01T09:00:00Z'));
    await server.db.write(SYSTEM, (tx) =>
      recordFacts(
        tx,
        [{ ...pick(account), fact: 'contract.started', subjectId: account.contractId }],
        { side: 'system', via: 'test' },
        server.clock.now(),
      ),
    );
    const before = await obligations(account.accountId, '&state=open');
    const call = before.find((row: { form: string }) => row.form === 'cadence');
    expect(call).toBeDefined();
    await wake(call.dueAt);
    const [broken, ...rest] = (await obligations(account.accountId, `&promise=${call.promise}`)).toSorted(
      (a: { turn: number }, b: { turn: number }) => a.turn - b.turn,
    );
    expect(broken).toMatchObject({ turn: 1, state: 'breached' });
    expect(rest).toMatchObject([{ turn: 2, state: 'open' }]);
  });
});

describe('a change of terms', () => {
  test('leaves the rhythm of a promise that it does not touch, and begins anew what it changes', async () => {
    const account = await agreedAccount(server.db, 'tuxcare-tam', 'tam', { name: 'Yew', from: '2026-07-01T00:00:00Z' });
    const { accountId, contractId, termsId } = account;
    server.clock.moveTo(Temporal.Instant.from('2026-07-01T09:00:00Z'));
    const record = (fact: string, data: Record<string, string> = {}) =>
      server.db.write(SYSTEM, (tx) =>
        recordFacts(
          tx,
          [{ accountId, contractId, fact, subjectId: contractId, data }],
          { side: 'system', via: 'test' },
          server.clock.now(),
        ),
      );
    await record('contract.started');
    const before = (await obligations(accountId, '&state=open')).filter(
      (row: { form: string }) => row.form === 'cadence' || row.form === 'limit',
    );
    expect(before.map((row: { form: string }) => row.form).toSorted()).toEqual(['cadence', 'limit']);
    server.clock.moveTo(Temporal.Instant.from('2026-07-03T09:00:00Z'));
    await server.db.write(SYSTEM, async (tx) => {
      await tx.run(sql`update contract_terms set until_at = '2026-07-03T09:00:00Z' where id = ${termsId}`);
      await tx.run(sql`insert into contract_terms (account_id, contract_id, number, version_id, level, parameters, state, from_at, proposed_at)
        select account_id, contract_id, 2, version_id, 'dedicated-tam', '{}', 'agreed', '2026-07-03T09:00:00Z', now() from contract_terms where id = ${termsId}`);
      return { ok: true as const };
    });
    await record('contract.moved', { level: 'dedicated-tam' });
    const after = await obligations(accountId);
    const rows = (form: string) => after.filter((row: { form: string }) => row.form === form);
    expect(rows('cadence')).toMatchObject([{ state: 'open', openedAt: '2026-07-01T00:00:00Z', turn: 1 }]);
    const limits = rows('limit').map(({ state, most }: { state: string; most: number }) => [state, most]);
    expect(Object.fromEntries(limits)).toEqual({ met: 8 * 3600, open: 40 * 3600 });
    expect((await server.call(manager, 'POST', `/accounts/${accountId}/verification`)).body.differences).toEqual([]);
  });
});

const pick = ({ accountId, contractId }: AgreedAccount) => ({ accountId, contractId });

describe('what was recorded', () => {
  test('is sealed, and whoever changes it is found out', async () => {
    const account = await agreedAccount(server.db, 'almacare', 'essential', { ...ALMACARE, name: 'Elm' });
    await received(account, '2026-06-20T08:00:00Z');
    await sealJournal(server.db, server.clock.now());
    await received(account, '2026-06-20T09:00:00Z');
    await sealJournal(server.db, server.clock.now());
    await wake('2026-06-21T09:00:00Z');
    const proved = await server.call(manager, 'POST', `/accounts/${account.accountId}/verification`);
    expect(proved.body).toMatchObject({ seals: 2, sealed: 6, differences: [] });
    expect(proved.body.rows).toBeGreaterThan(2);
    const owner = new pg.Client({ connectionString: server.ownerUrl });
    await owner.connect();
    await owner.query(
      `update journal set title = 'Nothing much' where account_id = $1 and position = (select min(position) from journal where account_id = $1)`,
      [account.accountId],
    );
    await owner.query(
      `update journal set at = at - interval '1 hour' where account_id = $1 and position = (select max(position) from journal where account_id = $1 and fact = 'incident.received')`,
      [account.accountId],
    );
    await owner.end();
    const { differences } = (await server.call(manager, 'POST', `/accounts/${account.accountId}/verification`)).body;
    const says = differences.map((difference: { says: string }) => difference.says);
    expect(says).toContain('What was written in it was changed.');
    expect(says).toContain('A fact under it was changed after it was sealed.');
    expect(says.some((text: string) => text.includes('openedAt'))).toBe(true);
  });

  test('explains itself: words, picture, evidence; the customer sees the same figures', async () => {
    const account = await agreedAccount(server.db, 'almacare', 'enhanced', { ...ALMACARE, name: 'Fir' });
    const lead = await server.customer('Lena Lead', account.accountId, 'technical-lead');
    await received(account, '2026-06-22T08:00:00Z');
    const [row] = await obligations(account.accountId, '&promise=first-response');
    const path = `/accounts/${account.accountId}/obligations/${row.id}?zone=Europe/Berlin`;
    const [ours, theirs] = [await server.call(manager, 'GET', path), await server.call(lead, 'GET', path)];
    expect(ours.body.picture).toContain('<svg');
    expect(ours.body.headline).toContain('10:30');
    expect(theirs.body).toEqual(ours.body);
    expect((await server.call(lead, 'GET', `/accounts/${account.accountId}/ledger`)).body).toEqual(
      (await server.call(manager, 'GET', `/accounts/${account.accountId}/ledger`)).body,
    );
  });
});

describe('several contracts of one name', () => {
  test('each has its own figures by promise, and they count the rows of that contract', async () => {
    const account = await agreedAccount(server.db, 'almacare', 'enhanced', { ...ALMACARE, name: 'Willow' });
    const second = await agreedContract(server.db, account.accountId, 'almacare', 'essential', ALMACARE);
    await received(account, '2026-07-14T08:00:00Z');
    await received(second, '2026-07-14T08:00:00Z');
    const { body } = await server.call(manager, 'GET', `/accounts/${account.accountId}/ledger`);
    const rows = body.promises.filter(({ promise }: { promise: string }) => promise === 'first-response');
    expect(rows.map(({ contractId }: { contractId: string }) => contractId).toSorted()).toEqual(
      [account.contractId, second.contractId].toSorted(),
    );
    for (const { contractId, due } of rows) {
      const query = `&promise=first-response&show=due&contractId=${contractId}`;
      expect(await obligations(account.accountId, query)).toHaveLength(due);
    }
  });
});

test('AC20: the page of a gate says what it asked for, and what was missing', async () => {
  const account = await agreedAccount(server.db, 'almacare', 'enhanced', { ...ALMACARE, name: 'Yew' });
  const [before, after] = [await received(account, '2026-07-15T08:00:00Z', 4), '2026-07-15T09:00:00Z'];
  await server.db.write(SYSTEM, (tx) =>
    recordFacts(
      tx,
      [{ accountId: account.accountId, fact: 'licence.issued', subjectId: uuid(), audience: 'internal' }],
      { side: 'provider', via: 'test' },
      server.clock.now(),
    ),
  );
  const licensed = await received(account, after, 4);
  const asked = async (subjectId: string) => {
    const [row] = await obligations(account.accountId, `&promise=entitlement&subjectId=${subjectId}`);
    const { body } = await server.call(manager, 'GET', `/accounts/${account.accountId}/obligations/${row.id}`);
    return body;
  };
  const words = {
    says: 'A licence is valid.',
    missing: 'No valid licence.',
    remedy: 'First a licence is issued or renewed.',
  };
  // The licence came in the very second of the first incident, but after it.
  expect(await asked(before)).toMatchObject({ meets: [], asked: [{ ...words, given: false }] });
  expect(await asked(licensed)).toMatchObject({ meets: [], asked: [{ ...words, given: true }] });
});

test('AC9: a contract that was signed before its start owes the instructions once it starts', async () => {
  const account = await agreedAccount(server.db, 'almacare', 'essential', {
    ...ALMACARE,
    name: 'Quince',
    from: '2026-07-10T08:00:00Z',
  });
  const about = { ...pick(account), subjectId: account.contractId };
  const recordAt = async (at: string, fact: string) => {
    server.clock.moveTo(Temporal.Instant.from(at));
    await server.db.write(SYSTEM, (tx) =>
      recordFacts(tx, [{ ...about, fact }], { side: 'system', via: 'test' }, server.clock.now()),
    );
  };
  await recordAt('2026-07-05T08:00:00Z', 'contract.signed');
  expect(await obligations(account.accountId, '&promise=instructions')).toEqual([]);
  await recordAt('2026-07-10T08:00:00Z', 'contract.started');
  expect(await obligations(account.accountId, '&promise=instructions')).toMatchObject([
    { state: 'open', openedAt: '2026-07-10T08:00:00Z' },
  ]);
});

test('the title of an internal fact is no word of the shared ledger', async () => {
  const account = await agreedAccount(server.db, 'almacare', 'enhanced', { ...ALMACARE, name: 'Gorse' });
  const [subjectId, lead] = [uuid(), await server.customer('Gil Lead', account.accountId, 'technical-lead')];
  const fact = {
    ...pick(account),
    fact: 'incident.received',
    subjectId,
    title: 'They are furious',
    audience: 'internal' as const,
    data: { severity: 4 },
  };
  await server.db.write(SYSTEM, (tx) => recordFacts(tx, [fact], { side: 'provider', via: 'test' }, server.clock.now()));
  const { rows } = (await server.call(lead, 'GET', `/accounts/${account.accountId}/obligations`)).body;
  expect(rows.length).toBeGreaterThan(0);
  expect(JSON.stringify(rows)).not.toContain('furious');
});

describe('a waiver', () => {
  test('is asked for with a reason, granted by the customer’s approver, and stands', async () => {
    const account = await agreedAccount(server.db, 'almacare', 'enhanced', { ...ALMACARE, name: 'Hazel' });
    const approver = await server.customer('Ada Approver', account.accountId, 'approver');
    await received(account, '2026-06-23T08:00:00Z');
    await wake('2026-06-23T08:31:00Z');
    const [row] = await obligations(account.accountId, '&promise=first-response');
    const path = `/accounts/${account.accountId}/obligations/${row.id}/waivers`;
    expect((await server.call(approver, 'POST', path, { body: { reason: 'x' } })).status).toBe(403);
    const asked = await server.call(manager, 'POST', path, { body: { reason: 'The line was cut on your side.' } });
    expect(asked).toMatchObject({ status: 201, body: { state: 'requested' } });
    const told = await server.call(approver, 'GET', '/me/notifications');
    expect(told.body.rows[0]).toMatchObject({ kind: 'obligation.waiver-requested' });
    expect((await server.call(manager, 'POST', path, { body: { reason: 'again' } })).body.code).toBe(
      'state.not-possible',
    );
    const decision = `/accounts/${account.accountId}/waivers/${asked.body.id}/decision`;
    expect((await server.call(manager, 'POST', decision, { body: { grant: true } })).status).toBe(403);
    expect(
      (await server.call(approver, 'POST', decision, { body: { grant: true, note: 'So it was.' } })).body.state,
    ).toBe('granted');
    const [waived] = await obligations(account.accountId, '&promise=first-response');
    expect(waived.state).toBe('waived');
    await wake('2026-06-24T08:31:00Z');
    expect((await obligations(account.accountId, '&promise=first-response'))[0].state).toBe('waived');
    expect(
      (await server.call(manager, 'POST', `/accounts/${account.accountId}/verification`)).body.differences,
    ).toEqual([]);
  });
});

describe('recording by hand', () => {
  test('a held call meets its promise; a customer cannot state it, nor can anybody state the program’s own facts', async () => {
    const account = await agreedAccount(server.db, 'tuxcare-tam', 'tam', {
      name: 'Juniper',
      from: '2026-06-24T00:00:00Z',
    });
    const lead = await server.customer('Lars Lead', account.accountId, 'technical-lead');
    server.clock.moveTo(Temporal.Instant.from('2026-06-25T09:00:00Z'));
    const { rows } = (await server.call(manager, 'GET', `/accounts/${account.accountId}/recordable-facts`)).body;
    const held = rows.find(
      (row: { fact: string; meets: string[] }) => row.fact.endsWith('.held') && row.meets.length > 0,
    );
    const body = { fact: held.fact, note: 'Went well.', title: 'Call of 25 June' };
    expect((await server.call(lead, 'POST', `/accounts/${account.accountId}/facts`, { body })).status).toBe(403);
    for (const fact of ['contract.ended', 'incident.received', 'incident.replied'])
      expect(
        (await server.call(manager, 'POST', `/accounts/${account.accountId}/facts`, { body: { fact } })).body.detail,
      ).toContain('not by hand');
    const recorded = await server.call(manager, 'POST', `/accounts/${account.accountId}/facts`, { body });
    expect(recorded.status).toBe(201);
    const met = (await obligations(account.accountId, '&state=met')).find(
      (row: { form: string }) => row.form === 'cadence',
    );
    expect(met).toMatchObject({ turn: 1, metAt: '2026-06-25T09:00:00Z' });
  });
});

describe('Today', () => {
  test('tells what the customer owes apart from what the provider owes, with or without a deadline', async () => {
    const account = await agreedAccount(server.db, 'almacare', 'enhanced', { ...ALMACARE, name: 'Kauri' });
    const engineer = await server.staff('Ivo Engineer', 'support-engineer');
    const incident = await received(account, '2026-07-01T08:00:00Z');
    const record = (fact: string) =>
      server.db.write(SYSTEM, (tx) =>
        recordFacts(
          tx,
          [{ ...pick(account), fact, subjectId: incident }],
          { side: 'provider', via: 'test' },
          server.clock.now(),
        ),
      );
    await record('incident.access-requested');
    await record('incident.handed-to-customer');
    const today = async (query: string, person = manager) => {
      const { rows } = (await server.call(person, 'GET', `/today?accountId=${account.accountId}${query}`)).body;
      return rows.map(({ promise, side }: { promise: string; side: string }) => `${side}: ${promise}`);
    };
    expect(await today('&side=customer')).toEqual(['customer: customer-answers', 'customer: supervised-access']);
    const ours = await today('');
    expect(ours).not.toContain('customer: customer-answers');
    expect(ours.length).toBeGreaterThan(0);
    const [first] = (await server.call(manager, 'GET', `/today?accountId=${account.accountId}&side=customer&limit=1`))
      .body.rows;
    expect(first.promise).toBe('customer-answers');
    expect(await today('&side=customer&mine=true', engineer)).toEqual([]);
    await server.serves(engineer, account.accountId, 'support-engineer');
    expect(await today('&side=customer&mine=true', engineer)).toHaveLength(2);
  });

  test('a fact leads to what it met', async () => {
    const account = await agreedAccount(server.db, 'almacare', 'enhanced', { ...ALMACARE, name: 'Larch' });
    const incident = await received(account, '2026-07-02T08:00:00Z');
    const acknowledged = await server.db.write(SYSTEM, (tx) =>
      recordFacts(
        tx,
        [{ ...pick(account), fact: 'incident.acknowledged', subjectId: incident }],
        { side: 'provider', via: 'test' },
        server.clock.now(),
      ),
    );
    const met = await obligations(account.accountId, `&metBy=${acknowledged.ok ? acknowledged.value.ids[0] : ''}`);
    expect(met).toMatchObject([{ promise: 'first-response', state: 'met' }]);
    expect(await obligations(account.accountId, `&metBy=${uuid()}`)).toEqual([]);
  });
});
