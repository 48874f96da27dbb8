/** A customer without a mouse (WCAG 2.1.1): from the portal's first page to a ticket that was answered, resolved and reopened. */
import type { Locator, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { agreedAccount, ALMACARE, type AgreedAccount } from '../support/agreed-account.ts';
import { entitle } from '../support/entitle.ts';
import type { Person } from '../support/test-application.ts';
import { startWebApplication, type WebApplication } from '../support/web-application.ts';

/** More stops than any of these pages has; whoever needs more is caught somewhere. */
const MOST_STOPS = 80;

let web: WebApplication;
let account: AgreedAccount;
let engineer: Person;
let page: Page;
beforeAll(async () => {
  web = await startWebApplication();
  account = await agreedAccount(web.db, 'almacare', 'enhanced', { name: 'Birch Clinic', ...ALMACARE });
  const lead = await web.customer('Lena Lead', account.accountId, 'technical-lead');
  engineer = await web.staff('Erin Engineer', 'support-engineer');
  await entitle(web, account.accountId, lead);
  page = await web.open(lead, `/accounts/${account.accountId}`);
}, 120_000);
afterAll(() => web.stop());

async function tabTo(element: Locator): Promise<void> {
  await element.waitFor();
  for (let stops = 0; stops < MOST_STOPS; stops += 1) {
    if ((await element.and(page.locator(':focus')).count()) === 1) return;
    await page.keyboard.press('Tab');
  }
  throw new Error(`${String(element)} cannot be reached by Tab.`);
}

test('submits, answers and reopens by keys alone', async () => {
  await tabTo(page.getByRole('link', { name: 'New ticket' }).first());
  await page.keyboard.press('Enter');
  await tabTo(page.getByLabel('Subject'));
  await page.keyboard.type('Nothing boots');
  await tabTo(page.getByLabel('Description'));
  await page.keyboard.type('Since noon.');
  const severities = page.getByRole('radio', { name: /Business standstill|Major impact/ });
  await tabTo(severities.first());
  await page.keyboard.press('Space');
  await page.keyboard.press('ArrowDown');
  await expect.poll(() => severities.nth(1).isChecked(), { timeout: 10_000 }).toBe(true);
  await page.getByRole('region', { name: 'What it brings' }).getByText('First response').waitFor();
  await web.isFine(page);
  await tabTo(page.getByRole('button', { name: 'Submit the ticket' }));
  await page.keyboard.press('Enter');
  await page.getByRole('heading', { level: 1, name: 'Nothing boots' }).waitFor();

  const path = new URL(page.url()).pathname;
  await web.call(engineer, 'POST', `${path}/messages`, { body: { body: 'Which kernel?', handTo: 'customer' } });
  await page.getByText('Which kernel?').first().waitFor();
  await tabTo(page.getByRole('textbox', { name: 'Reply' }));
  await page.keyboard.type('It is 6.12.');
  await tabTo(page.getByRole('button', { name: 'Send the reply' }));
  await page.keyboard.press('Enter');
  await expect
    .poll(async () => (await web.call(engineer, 'GET', path)).body.side, { timeout: 10_000 })
    .toBe('provider');

  await web.call(engineer, 'POST', `${path}/ending`, {
    body: { how: 'resolved', because: 'fixed', note: 'A new kernel.' },
  });
  await tabTo(page.getByRole('button', { name: 'Reopen…' }));
  await page.keyboard.press('Enter');
  const dialogue = page.getByRole('dialog');
  await tabTo(dialogue.getByRole('textbox', { name: 'Reason' }));
  await page.keyboard.type('It is back.');
  await tabTo(dialogue.getByRole('button', { name: 'Reopen' }));
  await page.keyboard.press('Enter');
  await dialogue.waitFor({ state: 'detached' });
  await expect.poll(async () => (await web.call(engineer, 'GET', path)).body.state, { timeout: 10_000 }).toBe('open');
  await web.isFine(page);
}, 120_000);
