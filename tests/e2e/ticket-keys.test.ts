/** The keys of tickets hold whatever was clicked before, say what they could not do, and lead back to where one was. */
import type { Locator, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { v7 as uuid } from 'uuid';
import { agreedAccount, ALMACARE } from '../support/agreed-account.ts';
import { record } from '../support/record.ts';
import { startWebApplication, type WebApplication } from '../support/web-application.ts';

const MINUTES = 120_000;
const TICKETS = 12;

let web: WebApplication;
let page: Page;

beforeAll(async () => {
  web = await startWebApplication();
  const account = await agreedAccount(web.db, 'almacare', 'enhanced', { name: 'Birch Clinic', ...ALMACARE });
  for (let each = 1; each <= TICKETS; each += 1)
    await record(web, account, 'incident.received', uuid(), { title: `Disk ${each}`, data: { severity: 2 } });
  const erin = await web.staff('Erin Engineer', 'support-engineer');
  page = await web.open(erin, '/tickets', { viewport: { width: 1360, height: 500 } });
  await rows()
    .nth(TICKETS - 1)
    .waitFor();
}, MINUTES);
afterAll(() => web.stop());

const rows = () =>
  page
    .getByRole('table', { name: 'Tickets' })
    .getByRole('row')
    .filter({ has: page.getByRole('link') });
const hasFocus = (element: Locator) => expect.poll(() => element.locator(':focus').count()).toBe(1);

test(
  'a box that was clicked takes no letters away, and the walk goes on from its row',
  async () => {
    await rows().nth(2).getByRole('checkbox').click();
    await page.keyboard.press('j');
    await hasFocus(rows().nth(3).getByRole('rowheader'));
    await rows().nth(2).getByRole('checkbox').focus();
    await page.keyboard.press('Space');
    await expect.poll(() => rows().nth(2).getByRole('checkbox').isChecked()).toBe(false);
    await page.keyboard.press('k');
    await hasFocus(rows().nth(1).getByRole('rowheader'));
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { level: 1, name: /^Disk/ }).waitFor();
  },
  MINUTES,
);

test(
  'what is shown can be chosen by mouse and changed by its key; in a field the key is a letter',
  async () => {
    const view = (name: string) => page.getByRole('radio', { name });
    await page.getByText('History', { exact: true }).click();
    await page.getByText('What people did').click();
    await page.keyboard.press('v');
    await expect.poll(() => view('Conversation').isChecked()).toBe(true);
    await page.getByRole('textbox', { name: 'Reply' }).fill('');
    await page.keyboard.press('v');
    await expect.poll(() => page.getByRole('textbox', { name: 'Reply' }).inputValue()).toBe('v');
    expect(await view('Conversation').isChecked()).toBe(true);
    await page.keyboard.press('Backspace');
    await page.keyboard.press('Escape');
  },
  MINUTES,
);

test(
  'what one key could not do while nobody answered is told, and can be done again',
  async () => {
    await page.context().setOffline(true);
    await page.keyboard.press('a');
    const notice = page.getByRole('alert').filter({ hasText: '“Acknowledge the ticket” got no answer' });
    await notice.getByText(/It counts as not done/).waitFor();
    await page.keyboard.press('t');
    await page.getByText('“Take the ticket” got no answer').waitFor();
    await page.getByRole('button', { name: 'Acknowledge' }).waitFor();
    await page.context().setOffline(false);
    await page.getByText(/The server cannot be reached/).waitFor({ state: 'detached' });
    await page.keyboard.press('a');
    await page.getByRole('button', { name: 'Acknowledge' }).waitFor({ state: 'detached' });
    web.complaintsOf(page).forgive(/ERR_INTERNET_DISCONNECTED/);
    await web.isFine(page);
  },
  MINUTES,
);

test(
  'who comes back to the list is where the ticket stands, by the key, by its link and by the browser',
  async () => {
    await page.goto('/tickets');
    const last = rows().nth(TICKETS - 1);
    const goThere = async () => {
      for (let each = 0; each < TICKETS; each += 1) await page.keyboard.press('j');
      await hasFocus(last.getByRole('rowheader'));
      await page.keyboard.press('Enter');
      await page.getByRole('heading', { level: 1, name: /^Disk/ }).waitFor();
    };
    const isBack = async () => {
      await hasFocus(last.getByRole('rowheader'));
      // Not covered by the heading above, nor below the window's end.
      await expect.poll(() => page.evaluate('scrollY')).toBeGreaterThan(0);
      const { y, height } = (await last.boundingBox()) ?? { y: -1, height: 0 };
      expect([y > 0, y + height <= 500]).toEqual([true, true]);
    };
    await last.waitFor();
    await goThere();
    await page.keyboard.press('u');
    await isBack();
    await page.keyboard.press('k');
    await hasFocus(
      rows()
        .nth(TICKETS - 2)
        .getByRole('rowheader'),
    );
    await goThere();
    await page.getByRole('link', { name: `${TICKETS} of ${TICKETS}` }).click();
    await isBack();
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { level: 1, name: /^Disk/ }).waitFor();
    await page.goBack();
    await isBack();
    // A box that is half below the heading of the table is too small a target to axe.
    await page.evaluate('scrollTo(0, 0)');
    await web.isFine(page);
  },
  MINUTES,
);
