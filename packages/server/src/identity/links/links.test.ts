import pg from 'pg';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import {
  ADMINISTRATOR,
  PASSWORD,
  startSignInApplication,
  type Browser,
  type SignInApplication,
} from '../../../../../tests/support/sign-in-application.ts';

let house: SignInApplication;
let ada: Browser;
beforeAll(async () => {
  house = await startSignInApplication();
  ada = await house.setUp();
});
afterAll(() => house.stop());

const lastMail = async () => (await house.mails()).at(-1) ?? { kind: '', token: '', personId: '' };
const newPassword = 'eleven patient storks mend a roof';

describe('a forgotten password', () => {
  test('is replaced by a link that works once; the old sessions end', async () => {
    const stranger = house.browser();
    const before = (await house.mails()).length;
    const known = await stranger.send('POST', '/v1/password-resets', { email: 'ADA@provider.test' });
    const { kind, token } = await lastMail();
    expect([known.status, kind]).toEqual([204, 'password-reset']);
    const complete = (password: string) =>
      stranger.send('POST', `/v1/password-resets/${token}/completion`, { password });
    expect((await complete('ada admin ada admin')).body.code).toBe('password.too-weak');
    expect((await complete(newPassword)).body).toEqual({ email: ADMINISTRATOR.email });
    expect((await complete(newPassword)).body.code).toBe('link.not-valid');
    await expect.poll(async () => (await ada.send('GET', '/v1/me')).status).toBe(401);
    expect((await ada.signIn(ADMINISTRATOR.email, ADMINISTRATOR.password)).status).toBe(401);
    expect((await ada.signIn(ADMINISTRATOR.email, newPassword)).status).toBe(200);
    expect(await house.mails()).toHaveLength(before + 1);
  });

  test('answers the same for an unknown address, and mails nobody', async () => {
    const before = (await house.mails()).length;
    const unknown = await house.browser().send('POST', '/v1/password-resets', { email: 'nobody@nowhere.test' });
    expect([unknown.status, unknown.body]).toEqual([204, '']);
    expect(await house.mails()).toHaveLength(before);
  });

  test('the link ends after an hour, and when a newer one is asked for', async () => {
    const ask = async () => {
      await house.browser().send('POST', '/v1/password-resets', { email: ADMINISTRATOR.email });
      return (await lastMail()).token;
    };
    const use = async (token: string) =>
      (await house.browser().send('POST', `/v1/password-resets/${token}/completion`, { password: newPassword })).status;
    const [early, late] = [await ask(), await ask()];
    expect(await use(early)).toBe(410);
    house.clock.moveTo(house.clock.now().add({ minutes: 60 }));
    expect(await use(late)).toBe(410);
    expect(await use('A'.repeat(43))).toBe(410);
    expect(await use('../../x')).toBe(404);
  });

  test('nobody’s mailbox is flooded, and the answer does not tell', async () => {
    house.clock.moveTo(house.clock.now().add({ hours: 1 }));
    const before = (await house.mails()).length;
    const answers = [];
    for (let i = 0; i < 8; i += 1)
      answers.push(
        await house.browser(`198.51.100.${i}`).send('POST', '/v1/password-resets', { email: ADMINISTRATOR.email }),
      );
    expect(answers.map(({ status }) => status)).toEqual(Array(8).fill(204));
    expect(await house.mails()).toHaveLength(before + 5);
  });
});

describe('an invitation', () => {
  test('shows whom it is for, is accepted once, and of two who accept at once one does', async () => {
    const sent = { name: 'Noor', email: 'Noor@provider.test', zone: 'Europe/Oslo', roles: ['team-lead'] };
    const invited = await ada.send('POST', '/v1/staff-invitations', sent);
    expect(invited.status).toBe(201);
    const { token } = await lastMail();
    expect((await house.browser().signIn('noor@provider.test', PASSWORD)).status).toBe(401);
    const shown = await house.browser().send('GET', `/v1/invitations/${token}`);
    expect(shown.body).toMatchObject({
      name: 'Noor',
      email: 'noor@provider.test',
      zone: 'Europe/Oslo',
      providerName: 'Northwind Support',
    });
    const accept = () =>
      house
        .browser()
        .send('POST', `/v1/invitations/${token}/acceptance`, { name: 'Noor Nordmann', password: PASSWORD });
    const answers = await Promise.all([accept(), accept()]);
    expect(answers.map(({ status }) => status).toSorted((a, b) => a - b)).toEqual([200, 410]);
    const noor = house.browser();
    await noor.signIn('noor@provider.test', PASSWORD);
    expect((await noor.send('GET', '/v1/me')).body).toMatchObject({ name: 'Noor Nordmann', staffRoles: ['team-lead'] });
    expect((await ada.send('POST', '/v1/staff-invitations', sent)).body.code).toBe('value.taken');
  });

  test('ends after seven days, and can be sent again', async () => {
    await ada.send('POST', '/v1/staff-invitations', {
      name: 'Late',
      email: 'late@provider.test',
      zone: 'UTC',
      roles: ['executive'],
    });
    const { token, personId } = await lastMail();
    // A token lives by the test's clock; the session of the library by the machine's.
    const machine = await ada.send('POST', '/v1/me/tokens', {
      name: 'Invites',
      scopes: ['administration.write'],
      expiresAt: house.clock
        .now()
        .add({ hours: 24 * 30 })
        .toString(),
    });
    house.clock.moveTo(house.clock.now().add({ hours: 7 * 24 }));
    const look = (shown: string) => house.browser().send('GET', `/v1/invitations/${shown}`);
    expect((await look(token)).status).toBe(410);
    const headers = { authorization: `Bearer ${machine.body.token}` };
    const again = () => house.browser().send('POST', `/v1/people/${personId}/invitations`, {}, headers);
    expect((await again()).status).toBe(201);
    const second = (await lastMail()).token;
    expect((await look(second)).status).toBe(200);
    // As a mail program cuts it in two: no valid link, and not a request that its reader should mend.
    expect((await look(second.slice(0, 20))).body.code).toBe('link.not-valid');
    await again();
    expect((await look(second)).status).toBe(410);
    const third = (await lastMail()).token;
    await house.browser().send('POST', `/v1/invitations/${third}/acceptance`, { name: 'Late', password: PASSWORD });
    expect((await again()).body.code).toBe('state.not-possible');
  });

  test('is kept as a hash', async () => {
    const owner = new pg.Client({ connectionString: house.ownerUrl });
    await owner.connect();
    const { rows } = await owner.query('select to_jsonb(l)::text as text from one_time_link l');
    await owner.end();
    const all = rows.map(({ text }) => text).join('');
    for (const { token } of (await house.mails()).filter(({ kind }) => kind !== 'password-changed'))
      expect(all).not.toContain(token);
  });
});
