/** A ticket's page shows at once what somebody did, and says so where it was not done: a lost server, a faster colleague. */
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { v7 as uuid } from 'uuid';
import { agreedAccount, ALMACARE } from '../support/agreed-account.ts';
import { record } from '../support/record.ts';
import type { Person } from '../support/test-application.ts';
import { startWebApplication, type WebApplication } from '../support/web-application.ts';

const MINUTES = 120_000;
const ticketId = uuid();

let web: WebApplication;
let accountId: string;
let path: string;
let tess: Person;
let page: Page;

beforeAll(async () => {
  web = await startWebApplication();
  const account = await agreedAccount(web.db, 'almacare', 'enhanced', { name: 'Birch Clinic', ...ALMACARE });
  ({ accountId } = account);
  path = `/accounts/${accountId}/tickets/${ticketId}`;
  await record(web, account, 'incident.received', ticketId, { title: 'Disk full', data: { severity: 2 } });
  tess = await web.staff('Tess Lead', 'team-lead');
  page = await web.open(await web.staff('Erin Engineer', 'support-engineer'), path);
  await page.getByRole('heading', { level: 1, name: 'Disk full' }).waitFor();
}, MINUTES);
afterAll(() => web.stop());

test(
  'a reply that does not arrive stands in the box again, and is sent once the server is back',
  async () => {
    await page.route('**/messages', (route) =>
      route.request().method() === 'POST' ? route.abort('connectionrefused') : route.continue(),
    );
    const box = page.getByRole('region', { name: 'Reply' });
    const field = box.getByRole('textbox', { name: 'Reply' });
    await field.fill('Which disk is it?');
    await field.press('Control+Enter');
    await page.getByRole('article', { name: 'Message by Erin Engineer' }).getByText('sending…').waitFor();
    await field.fill('And since when?');
    await box.getByRole('alert').getByText('An answer of the server did not arrive.').waitFor();
    await expect.poll(() => field.inputValue(), { timeout: 10_000 }).toBe('Which disk is it?\n\nAnd since when?');
    await expect.poll(() => page.getByRole('article').count()).toBe(0);

    await page.reload();
    await expect.poll(() => field.inputValue(), { timeout: 10_000 }).toBe('Which disk is it?\n\nAnd since when?');
    await page.unroute('**/messages');
    await field.press('Control+Enter');
    await page.getByRole('article', { name: 'Message by Erin Engineer' }).getByText('And since when?').waitFor();
    await expect.poll(() => field.inputValue(), { timeout: 10_000 }).toBe('');
    web.complaintsOf(page).forgive(/ERR_CONNECTION_REFUSED/);
    await web.isFine(page);
  },
  MINUTES,
);

test(
  'a reply whose answer is lost is sent once more, and stands there once',
  async () => {
    let isLost = false;
    await page.route('**/messages', async (route) => {
      if (route.request().method() !== 'POST' || isLost) return route.continue();
      isLost = true;
      await route.fetch();
      await route.abort('connectionreset');
    });
    const field = page.getByRole('textbox', { name: 'Reply' });
    await field.fill('It is the third one.');
    await field.press('Control+Enter');
    const said = page.getByRole('article').filter({ hasText: 'It is the third one.' });
    await expect.poll(() => field.inputValue()).toBe('');
    await page.getByText('sending…').waitFor({ state: 'detached' });
    expect(isLost).toBe(true);
    await page.unroute('**/messages');
    await page.reload();
    await said.first().waitFor();
    expect(await said.count()).toBe(1);
    web.complaintsOf(page).forgive(/ERR_CONNECTION_RESET/);
    await web.isFine(page);
  },
  MINUTES,
);

test(
  'what is shown at once is taken back where the server refuses it',
  async () => {
    await page.route('**/tickets/*', (route) =>
      route.request().method() === 'PATCH'
        ? route.fulfill({
            status: 403,
            contentType: 'application/problem+json',
            json: { code: 'access.denied', detail: 'You may not do this.', remedy: 'Ask a colleague.' },
          })
        : route.continue(),
    );
    const about = page.getByRole('complementary', { name: 'About the ticket' });
    await page.getByRole('button', { name: 'Take it' }).click();
    await page.getByText('You may not do this.').waitFor();
    await about.getByText('nobody yet').waitFor();
    await page.unroute('**/tickets/*');
    web.complaintsOf(page).forgive(/403/);
    await web.isFine(page);
  },
  MINUTES,
);

test(
  'who was faster is named while one still chooses, and who looks and writes is seen',
  async () => {
    await page.getByRole('complementary').getByRole('button', { name: 'Assign' }).click();
    const dialogue = page.getByRole('dialog', { name: 'Assign the ticket' });
    await dialogue.getByRole('combobox', { name: 'Queue' }).waitFor();
    const { body: ticket } = await web.call(tess, 'GET', path);
    await web.call(tess, 'PATCH', path, {
      body: { assigneeId: tess.id },
      headers: { 'if-match': `"${ticket.version}"` },
    });
    await dialogue
      .getByRole('alert')
      .getByText(/assigned to Tess Lead/)
      .waitFor();
    await web.isFine(page);
    await dialogue.getByRole('button', { name: 'Not now' }).click();
    await dialogue.waitFor({ state: 'detached' });

    const other = await web.open(tess, path);
    await page.getByText('Tess Lead is looking at it').waitFor();
    await other.getByRole('textbox', { name: 'Reply' }).fill('I have it.');
    await page.getByText('Tess Lead is writing').waitFor();
    await other.getByText('Erin Engineer is looking at it').waitFor();
    await web.isFine(other);
  },
  MINUTES,
);

test(
  'a colleague is named after an @ and told',
  async () => {
    const field = page.getByRole('textbox', { name: 'Reply' });
    await field.fill('');
    await field.pressSequentially('Could you look, @Te');
    await page
      .getByRole('group', { name: 'Who is meant' })
      .getByRole('button', { name: /Tess Lead/ })
      .waitFor();
    await web.isFine(page);
    await field.press('Tab');
    await expect.poll(() => field.inputValue(), { timeout: 10_000 }).toBe('Could you look, @Tess Lead ');
    await field.press('Control+Enter');
    await page.getByRole('article').getByText('Could you look, @Tess Lead').waitFor();
    const told = async () => {
      const { body } = await web.call(tess, 'GET', '/me/notifications');
      return body.rows.map(({ kind }: { kind: string }) => kind);
    };
    await expect.poll(told, { timeout: 10_000 }).toContain('ticket.mentioned');
  },
  MINUTES,
);
