/** Two people at one browser, one after the other: the second finds nothing that the first saw or wrote. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { heading, isFine, type ServedWeb, startServedWeb, type Visitor } from '../support/served-web.ts';

const SOURCE = readFileSync(join(import.meta.dirname, '..', '..', 'services', 'almacare.yaml'), 'utf8');
const WRITTEN = '# Ada is still thinking about this';
const ADA = { name: 'Ada Admin', email: 'ada@provider.test', password: 'seven quiet otters swim upstream' };
const MIA = { name: 'Mia Manager', email: 'mia@provider.test', password: 'nine gentle badgers waltz at noon' };

let server: ServedWeb;
let visitor: Visitor;
let source: string;
beforeAll(async () => {
  server = await startServedWeb();
  visitor = await server.somebody();
  const { page } = visitor;
  await page.goto(`/set-up/${await server.setUpToken()}`);
  await page.getByLabel('Who provides the service').fill('Northwind Support');
  await page.getByLabel('Your name').fill(ADA.name);
  await page.getByLabel('Your e-mail').fill(ADA.email);
  await page.getByRole('textbox', { name: 'Password' }).fill(ADA.password);
  await page.getByRole('button', { name: 'Begin' }).click();
  await heading(visitor, 'Today');
  const draft = (await call('POST', '/descriptions', { source: SOURCE })) as { id: string; descriptionId: string };
  source = `/agreements/${draft.descriptionId}/versions/${draft.id}/source`;
}, 60_000);
afterAll(() => server.stop());

/** With the session of whoever is signed in in the browser. */
const call = (method: string, path: string, body?: object): Promise<unknown> =>
  visitor.page.evaluate(
    async ([how, where, what]) => {
      const headers = { 'content-type': 'application/json' };
      const answer = await fetch(`/api/v1${where}`, { method: how, headers, ...(what ? { body: what } : {}) });
      return answer.json();
    },
    [method, path, body && JSON.stringify(body)] as const,
  );
async function write(): Promise<void> {
  const { page } = visitor;
  await page.goto(source);
  const editor = page.getByRole('textbox', { name: /^Text of version/ });
  await editor.click();
  await page.keyboard.press('Control+Home');
  await page.keyboard.type(`${WRITTEN}\n`);
  await page.getByText('Not saved yet.').waitFor();
}
/** Whatever is kept under any key. */
const kept = () =>
  visitor.page.evaluate(() => [localStorage, sessionStorage].flatMap((store) => Object.values(store)).join());
async function enter({ email, password }: typeof ADA): Promise<void> {
  const { page } = visitor;
  await page.getByLabel('E-mail').fill(email);
  await page.getByRole('textbox', { name: 'Password' }).fill(password);
  await page.getByRole('button', { name: 'Sign in', exact: true }).click();
}

test('signing out warns of a text that is nowhere else, takes all that was written, in every tab', async () => {
  const { page } = visitor;
  await write();
  await page.evaluate(() => {
    localStorage.setItem('tamarack.draft.ada.ticket', 'It is the fuse');
    Object.assign(globalThis, { inMemory: 'whatever was kept there' });
  });
  const other = await page.context().newPage();
  await other.goto('/accounts');
  await other.getByRole('heading', { level: 1, name: 'Accounts' }).waitFor();
  const signOut = async () => {
    await page.getByRole('button', { name: /profile and more/ }).click();
    await page.getByRole('menuitem', { name: 'Sign out' }).click();
  };
  await signOut();
  const dialogue = page.getByRole('dialog', { name: 'A text is not saved' });
  await dialogue.waitFor();
  await isFine(visitor);
  await dialogue.getByRole('button', { name: 'Stay' }).click();
  await page.getByText('Not saved yet.').waitFor();
  await signOut();
  await dialogue.getByRole('button', { name: 'Sign out without it' }).click();
  await heading(visitor, 'Sign in');
  await other.getByRole('heading', { level: 1, name: 'Sign in' }).waitFor();
  await other.close();
  expect(await kept()).not.toMatch(/Ada is still|It is the fuse/);
  expect(await page.evaluate(() => 'inMemory' in globalThis)).toBe(false);
  await enter(ADA);
  await heading(visitor, 'Today');
  await page.goto(source);
  await page.getByText('All is saved.').waitFor();
}, 90_000);

test('who comes after a session that ended by itself finds only their own', async () => {
  const { page } = visitor;
  const { name, email } = MIA;
  await call('POST', '/staff-invitations', { name, email, zone: 'Europe/Berlin', roles: ['service-manager'] });
  await write();
  await page.evaluate(() => {
    localStorage.setItem('tamarack.draft.ada.ticket', 'It is the fuse');
    sessionStorage.setItem('tamarack.tickets.walk', 'What Ada had listed');
  });
  const { rows } = (await call('GET', '/mails')) as { rows: { id: string; to: string }[] };
  const mail = (await call('GET', `/mails/${rows.find(({ to }) => to === email)?.id}`)) as { text: string };
  const other = await page.context().newPage();
  await other.goto('/accounts');
  await other.getByRole('heading', { level: 1, name: 'Accounts' }).waitFor();
  await other.evaluate(() => {
    sessionStorage.setItem('tamarack.text.ada.version', 'Ada is still at it in another tab');
    Object.assign(globalThis, { inMemory: 'whatever was kept there' });
  });
  await page.context().clearCookies();
  await page.goto(/https?:\/\/\S+/.exec(mail.text)?.[0] ?? '');
  await page.getByRole('textbox', { name: 'Password' }).fill(MIA.password);
  await page.getByRole('button', { name: 'Accept' }).click();
  await heading(visitor, 'Today');
  await page.goto(source);
  await page.getByText('All is saved.').waitFor();
  expect(await page.getByText(WRITTEN).count()).toBe(0);
  expect(await kept()).not.toMatch(/Ada|It is the fuse/);
  // The tab that was left open is hers now as well.
  await other.getByRole('heading', { level: 1, name: 'Today' }).waitFor();
  expect(await other.evaluate(() => 'inMemory' in globalThis)).toBe(false);
  expect(await other.evaluate(() => Object.values(sessionStorage).join())).not.toMatch(/Ada/);
  await other.close();
}, 90_000);

test('after a session that ended while the page stayed, its person goes on, and somebody else finds nothing of it', async () => {
  const { page } = visitor;
  await write();
  await page.evaluate(() => {
    const key = Object.keys(sessionStorage).find((each) => each.startsWith('tamarack.text.')) ?? '';
    localStorage.setItem(key.replace('.text.', '.draft.'), 'It is the fuse');
    Object.assign(globalThis, { inMemory: 'whatever was kept there' });
  });
  let minutes = 0;
  const end = async () => {
    await page.context().clearCookies();
    // Who is signed in is believed for a minute.
    minutes += 2;
    await page.clock.setSystemTime(Date.now() + minutes * 60_000);
    await page.getByRole('link', { name: 'Accounts', exact: true }).first().click();
    await heading(visitor, 'Sign in');
    visitor.complaints.forgive(/401/);
  };
  const inMemory = () => page.evaluate(() => 'inMemory' in globalThis);
  await end();
  await enter(MIA);
  await heading(visitor, 'Accounts');
  expect([await inMemory(), await kept()]).toEqual([true, expect.stringMatching(/It is the fuse[^]*Ada is still/)]);
  await end();
  await enter(ADA);
  await heading(visitor, 'Accounts');
  await expect.poll(inMemory).toBe(false);
  await heading(visitor, 'Accounts');
  expect(await kept()).not.toMatch(/Ada is still|It is the fuse/);
}, 90_000);
