/**
 * A contract's life in the browser: signed with parameters and a target of its own; a service that the account can have only by an
 * exception, which two roles decide (GL1); a move that the customer's approver declines, and one that is taken back (CA15);
 * extended, and ended.
 */
import type { Locator, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { publishService } from '../support/publish-service.ts';
import type { Person } from '../support/test-application.ts';
import { startWebApplication, type WebApplication } from '../support/web-application.ts';

let web: WebApplication;
let accountId: string;
let executive: Person;
let manager: Page;
let approver: Page;
let contractPath: string;

beforeAll(async () => {
  web = await startWebApplication();
  await publishService(web.db, 'almacare');
  await publishService(web.db, 'gitlab-tam');
  accountId = await web.account('Alder Bank');
  executive = await web.staff('Sam Sales', 'account-executive');
  const person = await web.customer('Avery Approver', accountId, 'approver');
  manager = await web.open(await web.staff('Mara Manager', 'service-manager'), `/accounts/${accountId}/contracts`);
  approver = await web.open(person, `/accounts/${accountId}/contracts`);
}, 120_000);
afterAll(() => web.stop());

async function choose(page: Page, label: string, option: string | RegExp): Promise<void> {
  await page.getByRole('combobox', { name: label, exact: true }).click();
  await page.getByRole('option', { name: option }).click();
}

/** What the browser itself writes down of a refusal that the page shows: that is no fault of the page. */
async function isFineBut(page: Page, status: number): Promise<void> {
  const complaints = web.complaintsOf(page);
  const refused = new RegExp(`status of ${status} `);
  await expect.poll(() => complaints.said.some((line) => refused.test(line))).toBe(true);
  complaints.forgive(refused);
  await web.isFine(page);
}

const history = (page: Page): Locator =>
  page.getByRole('region', { name: 'What was agreed when' }).getByRole('listitem');

/** The field for another first response at severity 1. */
const targetOf = (page: Page): Locator =>
  page.getByRole('group', { name: 'First response' }).getByRole('textbox', { name: 'Severity 1', exact: true });

test('a contract is signed with parameters, and with a target of its own within its bounds', async () => {
  await approver.getByText('No contract yet').waitFor();
  await web.isFine(approver);
  await manager.getByRole('link', { name: 'New contract' }).first().click();
  await choose(manager, 'Service', /^AlmaCare, version/i);
  await choose(manager, 'Level', 'Enhanced');
  await manager.getByRole('textbox', { name: 'Standstill report interval' }).fill('1');
  await manager.getByLabel('Last day', { exact: true }).fill('2027-05-31');
  await choose(manager, 'After the last day', /renewed when both agree/);
  await manager.getByLabel('Signed for the customer by').fill('Avery Approver');
  const target = targetOf(manager);
  await target.fill('45');
  await web.isFine(manager);
  await manager.getByRole('button', { name: 'Record the contract' }).click();
  await manager.getByText('Some values above are not possible; each says why.').waitFor();
  await expect.poll(() => target.getAttribute('aria-invalid')).toBe('true');
  await isFineBut(manager, 422);
  await target.fill('20');
  await manager.getByRole('button', { name: 'Record the contract' }).click();
  await manager.getByRole('link', { name: 'Change or move' }).waitFor();
  contractPath = new URL(manager.url()).pathname;

  await approver
    .getByRole('table', { name: 'Contracts' })
    .getByRole('link', { name: /AlmaCare/i })
    .click();
  for (const page of [manager, approver]) {
    const agreed = page.getByRole('region', { name: 'What is agreed', exact: true });
    await agreed.getByText('First response, severity 1').waitFor();
    await agreed.getByText('20 minutes').waitFor();
    await agreed.getByText('1 day', { exact: true }).waitFor();
    await page.getByText('31 May 2027', { exact: true }).waitFor();
    await web.isFine(page);
  }
}, 120_000);

test('AC5, AC20: both sides see which gates stand before a ticket, and what opens them', async () => {
  for (const page of [manager, approver]) {
    const entitled = page.getByRole('region', { name: 'What it entitles to' });
    await entitled
      .getByRole('listitem')
      .filter({ hasText: /Closed at present: Only a customer with a valid licence.*First a licence is issued/ })
      .waitFor();
    await entitled
      .getByRole('listitem')
      .filter({ hasText: /Asked of each person: Incidents.*Not yet: Avery Approver/ })
      .waitFor();
  }
  // The form says the same for whoever asks, instead of letting a ticket be written that would be refused.
  await manager.goto(`/accounts/${accountId}/tickets/new`);
  await choose(manager, 'For whom', 'Avery Approver');
  await manager.getByRole('heading', { name: 'This cannot be submitted yet' }).waitFor();
  await manager.getByText('No valid licence.').waitFor();
  await manager.getByText('First a licence is issued or renewed.').waitFor();
  await web.isFine(manager);
}, 120_000);

test('GL1: who is not eligible gets the service by an exception only, which two people decide for two roles', async () => {
  const form = `/accounts/${accountId}/contracts/new`;
  const sales = await web.open(executive, form);
  await manager.goto(form);
  for (const page of [manager, sales]) {
    await choose(page, 'Service', /^gitlab-tam|^GitLab/i);
    await choose(page, 'Level', 'Enterprise segment');
    await page.getByText('This account can have it by an exception only, and none is on record.').waitFor();
    await page.getByText(/annual recurring revenue: not known/i).waitFor();
    await web.isFine(page);
  }
  await manager.getByRole('button', { name: 'Record the contract' }).click();
  await manager.getByRole('alert').getByText('This account can have the service by an exception only').waitFor();
  await isFineBut(manager, 409);

  const role = (page: Page, name: string) => page.getByRole('group', { name });
  await role(manager, 'sales leadership').getByRole('button', { name: 'Grants it' }).click();
  await role(manager, 'sales leadership').getByText('granted by Mara Manager').waitFor();
  // Together means two people: whoever decided for the one role does not decide for the other.
  await role(manager, 'account management leadership').getByRole('button', { name: 'Grants it' }).click();
  await manager.getByText(/You decided for another role already/).waitFor();
  await isFineBut(manager, 422);

  // The other page learns of the first decision by itself, or when it decides.
  await role(sales, 'account management leadership').getByRole('button', { name: 'Grants it' }).click();
  for (const page of [sales, manager]) {
    await page.getByText('This account has it by an exception.').waitFor();
    await role(page, 'account management leadership').getByText('granted by Sam Sales').waitFor();
  }
  await web.isFine(sales);
  await manager.getByRole('button', { name: 'Record the contract' }).click();
  await manager.getByRole('link', { name: 'Change or move' }).waitFor();
  await manager.getByText('The account has this service by an exception.').waitFor();
  await web.isFine(manager);
}, 120_000);

async function propose(note: string): Promise<void> {
  await manager.goto(`${contractPath}/change`);
  await choose(manager, 'Level', 'Essential');
  // Twenty minutes are more than this level can promise.
  await targetOf(manager).fill('');
  await manager.getByRole('button', { name: 'Show what it means' }).click();
  await manager.getByText(/Something gets weaker: this needs the customer’s approval/).waitFor();
  await manager.getByLabel('Note').fill(note);
  await manager.getByRole('button', { name: 'Propose it to the customer' }).click();
  await manager.getByRole('heading', { name: 'A change waits for the customer' }).waitFor();
}

test('CA15: the customer’s approver declines a move, and all stays as it is', async () => {
  await propose('For the new budget.');
  await approver.goto(contractPath);
  await approver.getByRole('heading', { name: 'A change waits for you' }).waitFor();
  await approver.getByLabel('Your note').fill('We need the half hour.');
  await approver.getByRole('button', { name: 'Decline' }).click();
  await approver.getByText('You declined. All stays as it is.').waitFor();
  for (const page of [approver, manager]) {
    const declined = history(page).filter({ hasText: /^Declined by the customer: Essential/ });
    await declined.filter({ hasText: /Declined.*by Avery Approver: “We need the half hour\.”/ }).waitFor();
    await page.getByRole('heading', { name: /A change waits/ }).waitFor({ state: 'detached' });
    await page.getByText('20 minutes').first().waitFor();
    await web.isFine(page);
  }
}, 120_000);

test('what was proposed is taken back by a second press, and the approver is not asked any more', async () => {
  await propose('Once more.');
  await approver.getByRole('heading', { name: 'A change waits for you' }).waitFor();
  await manager.getByRole('button', { name: 'Withdraw' }).click();
  await manager.getByRole('button', { name: 'Withdraw it for good' }).click();
  for (const page of [manager, approver]) {
    await history(page)
      .filter({ hasText: /^Withdrawn: Essential.*Once more.*by Mara Manager/s })
      .waitFor();
    await page.getByRole('heading', { name: /A change waits/ }).waitFor({ state: 'detached' });
    await web.isFine(page);
  }
  await manager.getByRole('link', { name: 'Change or move' }).waitFor();
}, 120_000);

test('it is extended, and ended with a reason that both sides read', async () => {
  await manager.getByRole('button', { name: 'Extend' }).click();
  const extend = manager.getByRole('dialog', { name: 'Extend the contract' });
  await extend.getByText('Now it is 31 May 2027.').waitFor();
  await extend.getByLabel('New last day').fill('2028-05-31');
  await web.isFine(manager);
  await extend.getByRole('button', { name: 'Extend it' }).click();
  for (const page of [manager, approver]) await page.getByText('31 May 2028', { exact: true }).waitFor();

  await manager.getByRole('button', { name: 'End', exact: true }).click();
  const end = manager.getByRole('dialog', { name: /^End “/ });
  await end.getByLabel('Last day').fill('2026-06-30');
  await end.getByLabel('Reason').fill('They build it themselves.');
  await web.isFine(manager);
  await end.getByRole('button', { name: 'End it' }).click();
  for (const page of [manager, approver]) {
    await page.getByText('30 Jun 2026', { exact: true }).waitFor();
    await page.getByText(/by Mara Manager: They build it themselves\./).waitFor();
    await web.isFine(page);
  }
}, 120_000);
