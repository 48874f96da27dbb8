/** A reply and an internal note have drafts of their own: what was meant for colleagues never goes to the customer. */
import type { Locator, Page } from 'playwright-core';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { v7 as uuid } from 'uuid';
import { agreedAccount, ALMACARE, type AgreedAccount } from '../support/agreed-account.ts';
import { record } from '../support/record.ts';
import type { Person } from '../support/test-application.ts';
import { startWebApplication, type WebApplication } from '../support/web-application.ts';

const MINUTES = 120_000;

let web: WebApplication;
let account: AgreedAccount;
let erin: Person;
let lena: Person;
let ticketId: string;
let path: string;
let page: Page;

beforeAll(async () => {
  web = await startWebApplication();
  account = await agreedAccount(web.db, 'almacare', 'enhanced', { name: 'Birch Clinic', ...ALMACARE });
  erin = await web.staff('Erin Engineer', 'support-engineer');
  lena = await web.customer('Lena Lead', account.accountId, 'technical-lead');
}, MINUTES);
afterAll(() => web.stop());
beforeEach(async () => {
  ticketId = uuid();
  path = `/accounts/${account.accountId}/tickets/${ticketId}`;
  await record(web, account, 'incident.received', ticketId, { title: 'Disk full', data: { severity: 2 } });
  page = await opened();
});

async function opened(): Promise<Page> {
  const there = await web.open(erin, path);
  await there.getByRole('heading', { level: 1, name: 'Disk full' }).waitFor();
  await field(there, 'Reply').or(field(there, 'Internal note')).waitFor();
  return there;
}
const box = (on: Page) => on.getByRole('region', { name: 'Reply' });
const field = (on: Page, name: 'Reply' | 'Internal note') => box(on).getByRole('textbox', { name });
const choose = (on: Page, name: RegExp) => box(on).locator('label', { hasText: name }).click();
const holds = (there: Locator, text: string) => expect.poll(() => there.inputValue(), { timeout: 10_000 }).toBe(text);
const hasFocus = (there: Locator) =>
  expect.poll(() => there.and(page.locator(':focus')).count(), { timeout: 10_000 }).toBe(1);
const unsent = (on: Page, name: string) =>
  box(on)
    .getByRole('radio', { name: `${name} · unsent` })
    .waitFor({ state: 'attached' });
const bodiesOf = async (person: Person): Promise<string[]> =>
  (await web.call(person, 'GET', `${path}/messages`)).body.rows.map(({ body }: { body: string }) => body);

test(
  'the key of the reply sends no note that was begun',
  async () => {
    await choose(page, /^Internal note/);
    await field(page, 'Internal note').fill('They do not pay.');
    await page.reload();
    await holds(field(page, 'Internal note'), 'They do not pay.');
    await page.getByRole('heading', { level: 1 }).click();
    await page.keyboard.press('r');
    await holds(field(page, 'Reply'), '');
    await hasFocus(field(page, 'Reply'));
    await page.keyboard.press('Control+Enter');
    await page.keyboard.type('Which disk is it?');
    await unsent(page, 'Internal note');
    await web.isFine(page);
    await page.keyboard.press('Control+Enter');
    await page.getByRole('article', { name: 'Message by Erin Engineer' }).getByText('Which disk is it?').waitFor();
    await expect.poll(() => bodiesOf(lena)).toEqual(['Which disk is it?']);
    await page.keyboard.press('Escape');
    await page.keyboard.press('i');
    await holds(field(page, 'Internal note'), 'They do not pay.');
    await hasFocus(field(page, 'Internal note'));
    await page.keyboard.press('Control+Enter');
    await page.getByRole('article', { name: 'Internal note by Erin Engineer' }).waitFor();
    await expect.poll(() => bodiesOf(erin)).toHaveLength(2);
    expect(await bodiesOf(lena)).toEqual(['Which disk is it?']);
    await web.isFine(page);
  },
  MINUTES,
);

test(
  'both stand in another browser, each as what it was written',
  async () => {
    const kept = (audience: string) =>
      page.waitForResponse((answer) => answer.url().endsWith(`/drafts/${audience}`) && answer.ok());
    let keeping = kept('shared');
    await field(page, 'Reply').fill('Dear Lena');
    await keeping;
    keeping = kept('internal');
    await choose(page, /^Internal note/);
    await holds(field(page, 'Internal note'), '');
    await field(page, 'Internal note').fill('They do not pay.');
    await keeping;
    await unsent(page, 'Reply');

    const other = await opened();
    await holds(field(other, 'Reply'), 'Dear Lena');
    await unsent(other, 'Internal note');
    await choose(other, /^Internal note/);
    await holds(field(other, 'Internal note'), 'They do not pay.');
    await web.isFine(other);
  },
  MINUTES,
);

test(
  'what could not be sent comes back to its own, whichever is written by then',
  async () => {
    await page.route('**/messages', (route) =>
      route.request().method() === 'POST' ? route.abort('connectionrefused') : route.continue(),
    );
    await choose(page, /^Internal note/);
    await field(page, 'Internal note').fill('They do not pay.');
    await field(page, 'Internal note').press('Control+Enter');
    await page.getByText('sending…').waitFor();
    await choose(page, /^Reply/);
    await field(page, 'Reply').fill('Dear Lena');
    await unsent(page, 'Internal note');
    await holds(field(page, 'Reply'), 'Dear Lena');
    expect(await box(page).getByRole('alert').count()).toBe(0);
    await choose(page, /^Internal note/);
    await holds(field(page, 'Internal note'), 'They do not pay.');
    await box(page).getByRole('alert').getByText('An answer of the server did not arrive.').waitFor();
  },
  MINUTES,
);

test(
  'a draft that was kept before there were two is read as what it was',
  async () => {
    for (const [isInternal, name] of [
      [true, 'Internal note'],
      [false, 'Reply'],
    ] as const) {
      await page.evaluate(([key, kept]) => localStorage.setItem(key, kept), [
        `tamarack.draft.${erin.id}.${ticketId}`,
        JSON.stringify({ body: `Once a ${name}`, isInternal, files: [] }),
      ] as const);
      await page.reload();
      await choose(page, new RegExp(`^${name}`));
      await holds(field(page, name), `Once a ${name}`);
    }
    await choose(page, /^Internal note/);
    await holds(field(page, 'Internal note'), 'Once a Internal note');
  },
  MINUTES,
);

test(
  'an internal note is quoted in a note, whatever was being written',
  async () => {
    const note = { body: 'They do not pay.', audience: 'internal' };
    expect((await web.call(erin, 'POST', `${path}/messages`, { body: note })).status).toBe(201);
    await field(page, 'Reply').fill('Dear Lena');
    await page.getByText('They do not pay.').waitFor();
    await page.getByRole('button', { name: /Quote/ }).click();
    await expect.poll(() => field(page, 'Internal note').inputValue()).toContain('> They do not pay.');
    await choose(page, /^Reply/);
    await holds(field(page, 'Reply'), 'Dear Lena');
  },
  MINUTES,
);
