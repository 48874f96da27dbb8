import pg from 'pg';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import {
  PASSWORD,
  startSignInApplication,
  type Browser,
  type Server,
  type SignInApplication,
} from '../../../../../tests/support/sign-in-application.ts';
import { systemClock } from '../../platform/clock/clock.ts';

let house: SignInApplication;
let ada: Browser;
let second: Server;
let owner: pg.Client;
beforeAll(async () => {
  house = await startSignInApplication();
  ada = await house.setUp();
  second = await house.another();
  owner = new pg.Client({ connectionString: house.ownerUrl });
  await owner.connect();
});
afterAll(async () => {
  await owner.end();
  await house.stop();
});

let staffNumber = 0;
async function member(...roles: string[]) {
  staffNumber += 1;
  const email = `member${staffNumber}@provider.test`;
  const invited = await house.invited(ada, '/v1/staff-invitations', { name: `Member ${staffNumber}`, email, roles });
  return { ...invited, email };
}
const status = async (browser: Browser, path: string, server: Server) =>
  (await browser.send('GET', path, undefined, {}, server.app)).status;

/** A notice takes a moment to arrive; without one the server would believe what it remembers for a minute. */
const soon = (browser: Browser, path: string, server: Server) =>
  expect.poll(() => status(browser, path, server), { interval: 2 });

describe('who was remembered is forgotten at once, on every server', () => {
  test('when a session is revoked', async () => {
    const { browser } = await member('support-engineer');
    for (const server of [house.first, second]) expect(await status(browser, '/v1/me', server)).toBe(200);
    const [row] = (await browser.send('GET', '/v1/me/sessions')).body.rows;
    expect(row).toMatchObject({
      isThisOne: true,
      signedInBy: 'password',
      address: '192.0.2.1',
      browser: 'Test browser',
    });
    await browser.send('DELETE', `/v1/me/sessions/${row.id}`);
    for (const server of [house.first, second]) await soon(browser, '/v1/me', server).toBe(401);
  });

  test('when it signs out', async () => {
    const { browser } = await member('support-engineer');
    const kept = house.browser();
    for (const [name, value] of browser.cookies) kept.cookies.set(name, value);
    expect(await status(kept, '/v1/me', second)).toBe(200);
    await browser.send('POST', '/auth/sign-out', {});
    await soon(kept, '/v1/me', second).toBe(401);
    expect(browser.cookies.get('tamarack.session_token')).toBeUndefined();
  });

  test('when the person is deactivated, who can sign in no more, and is told what anybody is told', async () => {
    const { browser, id, email } = await member('support-engineer');
    expect(await status(browser, '/v1/me', second)).toBe(200);
    await ada.send('POST', `/v1/people/${id}/deactivation`, {});
    await soon(browser, '/v1/me', second).toBe(401);
    const stranger = house.browser();
    const refused = await stranger.signIn(email, PASSWORD);
    const wrong = await stranger.signIn('nobody@provider.test', PASSWORD);
    expect({ ...refused.body, 'request-id': '' }).toEqual({ ...wrong.body, 'request-id': '' });
    expect(stranger.cookies.size).toBe(0);
    expect((await ada.send('POST', `/v1/people/${id}/reactivation`, {})).status).toBe(201);
    expect((await stranger.signIn(email, PASSWORD)).status).toBe(200);
  });

  test('when roles, teams or settings change', async () => {
    const { browser, id } = await member('support-engineer');
    await soon(browser, '/v1/people', second).toBe(403);
    await ada.send('PUT', `/v1/people/${id}/staff-roles`, { roles: ['administrator'] });
    await soon(browser, '/v1/people', second).toBe(200);
    await ada.send('PUT', `/v1/people/${id}/staff-roles`, { roles: ['support-engineer'] });
    await soon(browser, '/v1/people', second).toBe(403);
    const account = await house.account(ada, 'Alder Bank');
    await soon(browser, `/v1/accounts/${account}`, second).toBe(200);
    const settings = (await ada.send('GET', '/v1/settings')).body;
    const { version, ...rest } = settings;
    await ada.send('PUT', '/v1/settings', { ...rest, staffSee: 'served' }, { 'if-match': `"${version}"` });
    await soon(browser, `/v1/accounts/${account}`, second).toBe(404);
    await owner.query(
      `insert into account_team (account_id, person_id, role, since) values ($1, $2, 'support-engineer', now())`,
      [account, id],
    );
    await soon(browser, `/v1/accounts/${account}`, second).toBe(200);
  });

  test('and nobody is remembered while the notices are broken', async () => {
    const { browser, id } = await member('support-engineer');
    expect(await status(browser, '/v1/me', second)).toBe(200);
    // Changes nothing that is noticed: with triggers off, only the lost connection can save us.
    const change = async () => {
      await owner.query(`set session_replication_role = replica`);
      await owner.query(`delete from session where person_id = $1`, [id]);
      await owner.query(`set session_replication_role = origin`);
    };
    await change();
    expect(await status(browser, '/v1/me', second)).toBe(200);
    await owner.query(
      `select pg_terminate_backend(pid) from pg_stat_activity where application_name = 'tamarack-listen'
        and datname = current_database()`,
    );
    await expect.poll(() => status(browser, '/v1/me', second), { interval: 1 }).toBe(401);
    await expect
      .poll(async () => {
        const { rows } = await owner.query(`select 1 from pg_stat_activity where application_name = 'tamarack-listen'
        and datname = current_database()`);
        return rows.length;
      })
      .toBe(2);
    // What was remembered before the connection broke is not believed after it.
    for (let i = 0; i < 50; i += 1) expect(await status(browser, '/v1/me', second)).toBe(401);
  });
});

describe('sessions', () => {
  test('live on while they are used, and end a week after their last use', async () => {
    const { browser } = await member('support-engineer');
    house.clock.moveTo(house.clock.now().add({ hours: 6 * 24 }));
    await ada.signIn('ada@provider.test', 'seven quiet otters swim upstream');
    expect(await status(browser, '/v1/me', second)).toBe(200);
    house.clock.moveTo(house.clock.now().add({ hours: 6 * 24 }));
    expect(await status(browser, '/v1/me', second)).toBe(200);
    house.clock.moveTo(house.clock.now().add({ hours: 7 * 24 + 1 }));
    expect(await status(browser, '/v1/me', second)).toBe(401);
  });

  test('end after a month however much they are used', async () => {
    house.clock.moveTo(systemClock.now());
    const browser = house.browser();
    const signedIn = await browser.signIn('ada@provider.test', 'seven quiet otters swim upstream');
    expect(String(signedIn.headers['set-cookie'])).toContain(`Max-Age=${30 * 24 * 3600};`);
    // It was made a moment after the clock was set, so that day 30 is just within the month.
    const seen: number[] = [];
    while (seen.length < 6) {
      house.clock.moveTo(house.clock.now().add({ hours: 6 * 24 }));
      seen.push(await status(browser, '/v1/me', second));
    }
    expect(seen).toEqual([200, 200, 200, 200, 200, 401]);
  });
});
