import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import sql from 'sql-template-tag';
import { liveThrough, moveIn } from '../../../../tests/support/lived-in.ts';
import { startTestApplication, type Person, type TestApplication } from '../../../../tests/support/test-application.ts';
import { SYSTEM } from '../platform/database/actor.ts';

let server: TestApplication;
let manager: Person;
const nobody = undefined;
beforeAll(async () => {
  server = await startTestApplication();
  manager = await server.staff('Mara Manager', 'service-manager');
});
afterAll(() => server.stop());

describe('accounts', () => {
  test('are opened, shown and changed; the version guards a change', async () => {
    const opened = await server.call(manager, 'POST', '/accounts', {
      body: { name: 'Alder Bank', zone: 'Europe/Berlin', hosts: 2400 },
    });
    expect(opened.status).toBe(201);
    const path = `/accounts/${opened.body.id}`;
    const stale = await server.call(manager, 'PATCH', path, { body: { hosts: 1 }, headers: { 'if-match': '"9"' } });
    expect([stale.status, stale.body.code]).toEqual([412, 'edit.conflict']);
    const changed = await server.call(manager, 'PATCH', path, {
      body: { hosts: 2600 },
      headers: { 'if-match': '"1"' },
    });
    expect(changed.body).toMatchObject({ hosts: 2600, name: 'Alder Bank', version: 2 });
    expect((await server.call(manager, 'PATCH', path, { body: { hosts: 1 } })).status).toBe(428);
  });

  test('of others do not exist for a customer', async () => {
    const [own, foreign] = [await server.account('Own'), await server.account('Foreign')];
    const lead = await server.customer('Lena Lead', own, 'technical-lead');
    expect((await server.call(lead, 'GET', `/accounts/${own}`)).status).toBe(200);
    expect((await server.call(lead, 'GET', `/accounts/${foreign}`)).body.code).toBe('record.not-found');
    const list = await server.call(lead, 'GET', '/accounts');
    expect(list.body.rows.map((row: { name: string }) => row.name)).toEqual(['Own']);
    expect((await server.call(lead, 'POST', '/accounts', { body: { name: 'X', zone: 'UTC' } })).status).toBe(403);
    expect((await server.call(nobody, 'GET', '/accounts')).status).toBe(401);
  });

  test('come in pages that miss none', async () => {
    const names: string[] = [];
    for (let after: string | undefined; ;) {
      const page = await server.call(
        manager,
        'GET',
        `/accounts?limit=1${after === undefined ? '' : `&after=${after}`}`,
      );
      names.push(...page.body.rows.map((row: { name: string }) => row.name));
      after = page.body.next;
      if (after === undefined) break;
    }
    expect(names).toEqual(['Alder Bank', 'Foreign', 'Own']);
  });

  test('an Idempotency-Key opens one account, however often it is sent', async () => {
    const body = { name: 'Once', zone: 'UTC' };
    const headers = { 'idempotency-key': 'k1' };
    const replies = await Promise.all(
      [1, 2, 3].map(() => server.call(manager, 'POST', '/accounts', { body, headers })),
    );
    expect(new Set(replies.map((reply) => reply.body.id)).size).toBe(1);
    const other = await server.call(manager, 'POST', '/accounts', { body: { ...body, name: 'Other' }, headers });
    expect(other.body.code).toBe('request.key-reused');
  });

  test('are listed with what is due, and with what was settled in the last 90 days', async () => {
    const lived = await moveIn(server.db, 'Lived in');
    await liveThrough(server.db, lived);
    const row = async () => {
      const { body } = await server.call(manager, 'GET', '/accounts?search=Lived');
      const { kept, open, broken, waived } = body.rows[0];
      return { kept, open, broken, waived };
    };
    const [found] = await server.db.read(SYSTEM, (tx) =>
      tx.rows<{ due: number }>(
        sql`select count(*)::int as due from obligation where account_id = ${lived.accountId} and state in ('open', 'paused')`,
      ),
    );
    const due = found?.due ?? 0;
    expect(due).toBeGreaterThan(0);
    const soon = await row();
    expect([soon.kept > 0, soon.open]).toEqual([true, due]);
    server.clock.moveTo(server.clock.now().add({ hours: 24 * 91 }));
    expect(await row()).toMatchObject({ kept: 0, broken: 0, waived: 0, open: due });
    server.clock.moveTo(Temporal.Instant.from('2026-06-01T08:00:00Z'));
  });

  test('are opened also by staff who see only those that they serve, and they serve it from then on', async () => {
    await server.setting('staff-see', 'served');
    const executive = await server.staff('Ella Executive', 'account-executive', 'support-engineer');
    const opened = await server.call(executive, 'POST', '/accounts', { body: { name: 'Cedar', zone: 'UTC' } });
    expect([opened.status, opened.body.name]).toEqual([201, 'Cedar']);
    const people = await server.call(executive, 'GET', `/accounts/${opened.body.id}/people`);
    expect(people.body.team).toMatchObject([{ name: 'Ella Executive', roles: ['account-executive'] }]);
    const { body } = await server.call(executive, 'GET', `/accounts/${opened.body.id}/facts`);
    expect(body.rows.map(({ fact }: { fact: string }) => fact)).toEqual(['person.assigned', 'account.opened']);
    expect((await server.call(executive, 'GET', '/accounts')).body.rows).toHaveLength(1);
    await server.setting('staff-see', 'all');
    // Who sees all accounts serves those to which somebody named them.
    const other = await server.call(manager, 'POST', '/accounts', { body: { name: 'Dogwood', zone: 'UTC' } });
    expect((await server.call(manager, 'GET', `/accounts/${other.body.id}/people`)).body.team).toEqual([]);
  });
});
