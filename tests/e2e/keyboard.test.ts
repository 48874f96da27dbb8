/**
 * A day without a mouse: skip link, palette, keys that lead somewhere, rows, recording, the sheet of shortcuts. At each step
 * the focus is seen, and whatever closes gives it back (WCAG 2.1.1, 2.4.3, 2.4.7).
 */
import type { Locator, Page } from 'playwright-core';
import { v7 as uuid } from 'uuid';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { recordFacts } from '../../packages/server/src/obligations/index.ts';
import { SYSTEM } from '../../packages/server/src/platform/database/actor.ts';
import { agreedAccount, ALMACARE } from '../support/agreed-account.ts';
import { startWebApplication, type WebApplication } from '../support/web-application.ts';

let web: WebApplication;
let page: Page;
beforeAll(async () => {
  web = await startWebApplication();
  const account = await agreedAccount(web.db, 'almacare', 'enhanced', { name: 'Birch Clinic', ...ALMACARE });
  await web.account('Cedar Mills');
  for (const title of ['Cluster down', 'Disk full', 'Mail stuck'])
    await web.db.write(SYSTEM, (tx) =>
      recordFacts(
        tx,
        [{ ...account, fact: 'incident.received', subjectId: uuid(), title, data: { severity: 1 } }],
        { side: 'provider', via: 'test' },
        web.clock.now(),
      ),
    );
  page = await web.open(await web.staff('Tess Lead', 'team-lead'), '/today');
  await page.getByRole('table', { name: 'What is owed' }).waitFor();
}, 120_000);
afterAll(() => web.stop());

/** In the browser: what has the focus, and whether an outline or a shadow of it or of what is around it shows that. */
const FOCUS = `(() => {
  const element = document.activeElement;
  if (element === null || element === document.body) return { name: 'nothing', isSeen: false };
  const shows = (each) => {
    if (each === null) return false;
    const { outlineStyle, outlineWidth, boxShadow } = getComputedStyle(each);
    return (outlineStyle !== 'none' && outlineWidth !== '0px') || boxShadow !== 'none';
  };
  const name = element.getAttribute('aria-label') ?? element.textContent ?? '';
  return { name: name.trim(), isSeen: shows(element) || shows(element.parentElement) || shows(element.closest('tr')) };
})()`;

function focus(): Promise<{ readonly name: string; readonly isSeen: boolean }> {
  return page.evaluate(FOCUS);
}

/** The very element has the focus, or with `within` something in it. */
async function hasFocus(element: Locator, within = false): Promise<void> {
  const focused = within ? element.locator(':focus') : element.and(page.locator(':focus'));
  await expect.poll(() => focused.count(), { timeout: 10_000 }).toBe(1);
}

async function focusIsOn(name: string | RegExp): Promise<void> {
  await expect.poll(focus, { timeout: 10_000 }).toEqual({ name: expect.stringMatching(name), isSeen: true });
}

async function keys(...pressed: readonly string[]): Promise<void> {
  for (const key of pressed) await page.keyboard.press(key);
}

test('the first stop leads past the navigation', async () => {
  await keys('Tab');
  await focusIsOn(/^Skip to the page$/);
  await web.isFine(page);
  await keys('Enter');
  await hasFocus(page.getByRole('main'));
  await keys('Tab');
  await hasFocus(page.getByRole('main'), true);
  expect((await focus()).isSeen).toBe(true);
}, 120_000);

test('the palette finds an account, and closes without losing the focus', async () => {
  await page.getByRole('link', { name: 'Accounts' }).focus();
  await keys('Control+k');
  const search = page.getByPlaceholder('Find an account, a ticket, a page or a command…');
  await search.waitFor();
  await hasFocus(search);
  await web.isFine(page);
  await keys('Escape');
  await search.waitFor({ state: 'detached' });
  await focusIsOn(/^Accounts$/);

  await keys('Control+k');
  await hasFocus(search);
  await page.keyboard.type('birch');
  await page.getByRole('dialog').getByText('Birch Clinic').waitFor();
  await web.isFine(page);
  await keys('ArrowDown', 'Enter');
  await page.getByRole('heading', { level: 1, name: 'Birch Clinic' }).waitFor();
  await search.waitFor({ state: 'detached' });
  await expect.poll(async () => (await focus()).name, { timeout: 10_000 }).not.toBe('nothing');
  await web.isFine(page);
}, 120_000);

test('keys lead to Today, walk its rows, and open one', async () => {
  await keys('g', 't');
  await page.getByRole('heading', { level: 1, name: 'Today' }).waitFor();
  const rows = page
    .getByRole('table', { name: 'What is owed' })
    .getByRole('row')
    .filter({ has: page.getByRole('link') });
  await rows.nth(2).waitFor();
  const nameOf = async (row: number) => (await rows.nth(row).getByRole('link').first().textContent()) ?? '';
  const isOnRow = (row: number) => hasFocus(rows.nth(row), true);
  await keys('j');
  await isOnRow(0);
  await keys('j');
  await isOnRow(1);
  await keys('j');
  await isOnRow(2);
  await keys('k');
  await isOnRow(1);
  await focusIsOn(await nameOf(1));
  const name = await nameOf(1);
  await keys('Enter');
  await page.getByRole('heading', { level: 2, name }).waitFor();
  await web.isFine(page);
  await keys('g', 't');
  await page.getByRole('heading', { level: 1, name: 'Today' }).waitFor();
}, 120_000);

test('r records what meets the row, and the row has the focus again', async () => {
  const title = 'Reports on a business standstill';
  await page.getByRole('row').filter({ hasText: 'Cluster down' }).getByRole('link', { name: title }).waitFor();
  const owed = page.getByRole('table', { name: 'What is owed' });
  const links = owed.getByRole('row').filter({ has: page.getByRole('link') });
  const names = await Promise.all((await links.all()).map((row) => row.getByRole('link').first().textContent()));
  // A key for each row: the focus follows a moment after the key.
  for (let row = 0; row <= names.indexOf(title); row += 1) {
    await keys('j');
    await hasFocus(links.nth(row), true);
  }
  await focusIsOn(/^Reports on a business standstill$/);
  await keys('r');
  const drawer = page.getByRole('dialog', { name: /Record what meets “Reports on a business standstill”/ });
  const note = drawer.getByRole('textbox', { name: 'Note' });
  await hasFocus(note);
  await web.isFine(page);
  await keys('Escape');
  await drawer.waitFor({ state: 'detached' });
  await focusIsOn(/^Reports on a business standstill$/);

  await keys('r');
  await hasFocus(note);
  await page.keyboard.type('Called back at once.');
  const submit = drawer.getByRole('button', { name: 'Record it' });
  for (let stops = 0; stops < 12; stops += 1) {
    if ((await submit.and(page.locator(':focus')).count()) === 1) break;
    await keys('Tab');
    expect((await focus()).name).not.toBe('nothing');
  }
  await focusIsOn(/^Record it$/);
  await keys('Enter');
  await page.getByText(/This kept: Reports on a business standstill/).waitFor();
  await drawer.waitFor({ state: 'detached' });
  await expect.poll(async () => (await focus()).name, { timeout: 10_000 }).not.toBe('nothing');
  await web.isFine(page);
}, 120_000);

test('the sheet of shortcuts opens by ? and gives the focus back', async () => {
  await page.getByRole('link', { name: 'Agreements' }).focus();
  await keys('?');
  const sheet = page.getByRole('dialog', { name: 'Keyboard shortcuts' });
  await sheet.getByText('Walk through what is owed, on Today').waitFor();
  await hasFocus(sheet, true);
  await web.isFine(page);
  await keys('Escape');
  await sheet.waitFor({ state: 'detached' });
  await focusIsOn(/^Agreements$/);
}, 120_000);
