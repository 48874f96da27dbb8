/**
 * Naming who plays a contract's roles, which the customer then reads in the portal; and two people who edit an account at
 * once, of whom the slower one is told what the other changed and loses nothing.
 */
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { agreedAccount, ALMACARE, type AgreedAccount } from '../support/agreed-account.ts';
import type { Person } from '../support/test-application.ts';
import { startWebApplication, type WebApplication } from '../support/web-application.ts';

let web: WebApplication;
let account: AgreedAccount;
let manager: Person;
let lead: Person;
beforeAll(async () => {
  web = await startWebApplication();
  account = await agreedAccount(web.db, 'almacare', 'enhanced', ALMACARE);
  manager = await web.staff('Mara Manager', 'service-manager');
  await web.staff('Erin Engineer', 'support-engineer');
  lead = await web.customer('Lena Lead', account.accountId, 'technical-lead');
}, 120_000);
afterAll(() => web.stop());

async function name(page: Page, role: string, person: string): Promise<void> {
  await page.getByRole('button', { name: `Name people for ${role}` }).click();
  const dialogue = page.getByRole('dialog', { name: role });
  await dialogue.getByRole('combobox', { name: 'Played by' }).click();
  await page.getByRole('option', { name: person }).click();
  await page.keyboard.press('Tab');
  await dialogue.getByRole('button', { name: 'Save' }).click();
  await dialogue.waitFor({ state: 'detached' });
}

test('people are named for roles in the console, and read in the portal', async () => {
  const contract = `/accounts/${account.accountId}/contracts/${account.contractId}`;
  const desk = await web.open(manager, contract);
  await name(desk, 'Support engineer', 'Erin Engineer');
  await name(desk, 'Technical lead', 'Lena Lead');
  const section = desk.getByRole('region', { name: 'Who does what' });
  await section.getByText('Erin Engineer').waitFor();
  await section.getByText('Lena Lead').waitFor();
  await web.isFine(desk);

  const portal = await web.open(lead, contract, { viewport: { width: 390, height: 844 }, colorScheme: 'dark' });
  const read = portal.getByRole('region', { name: 'Who does what' });
  await read.getByText('Erin Engineer').waitFor();
  expect(await read.getByRole('button').count()).toBe(0);
  await web.isFine(portal);
  const home = await web.open(lead, `/accounts/${account.accountId}`);
  const team = home
    .getByRole('region', { name: 'Your team' })
    .getByRole('listitem')
    .filter({ hasText: 'Erin Engineer' });
  await team.getByText('Support engineer', { exact: true }).waitFor();
  await web.isFine(home);
});

test('whoever saves an account second sees what the first one changed, and loses nothing', async () => {
  const page = await web.open(manager, `/accounts/${account.accountId}`);
  await page.getByRole('button', { name: 'Edit' }).click();
  const form = page.getByRole('dialog', { name: 'Edit the account' });
  await web.isFine(page);
  await form.getByRole('textbox', { name: 'Industry' }).fill('Banking');
  await form.getByRole('textbox', { name: 'Hosts' }).fill('3000');
  const path = `/accounts/${account.accountId}`;
  const { body } = await web.call(manager, 'GET', path);
  const first = { body: { hosts: 2600, segment: 'Enterprise' }, headers: { 'if-match': `"${body.version}"` } };
  expect((await web.call(manager, 'PATCH', path, first)).status).toBe(200);

  await form.getByRole('button', { name: 'Save' }).click();
  const told = form.getByRole('alert');
  await told.getByText('Hosts is now 2,600; saving writes yours over it').waitFor();
  await told.getByText('Segment is now Enterprise').waitFor();
  expect(await form.getByRole('textbox', { name: 'Segment' }).inputValue()).toBe('Enterprise');
  expect((await web.call(manager, 'GET', path)).body).toMatchObject({ hosts: 2600, industry: null });
  // The browser itself writes down that it got a 412: that is no fault of the page.
  expect(web.complaintsOf(page).said.filter((line) => !line.includes('412'))).toEqual([]);
  await form.getByRole('button', { name: 'Save' }).click();
  await form.waitFor({ state: 'detached' });
  await page.getByRole('definition').filter({ hasText: 'Banking' }).waitFor();
  expect((await web.call(manager, 'GET', path)).body).toMatchObject({
    hosts: 3000,
    industry: 'Banking',
    segment: 'Enterprise',
  });
});
