/**
 * An agreement's life in the browser: a service manager writes the description, somebody else approves it (CA1), a customer
 * signs a contract under it and reads it in the portal; what makes it weaker becomes true only by the customer's approver (CA15).
 */
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Person } from '../support/test-application.ts';
import { startWebApplication, type WebApplication } from '../support/web-application.ts';

const ALMACARE = join(import.meta.dirname, '../../services/almacare.yaml');

let web: WebApplication;
let accountId: string;
let lead: Person;
let approver: Person;
let decider: Person;
let manager: Page;
let customer: Page;
let contractPath: string;

beforeAll(async () => {
  web = await startWebApplication();
  accountId = await web.account('Alder Bank');
  lead = await web.customer('Lena Lead', accountId, 'technical-lead');
  approver = await web.customer('Avery Approver', accountId, 'approver');
  decider = await web.staff('Emil Executive', 'executive');
  manager = await web.open(await web.staff('Mara Manager', 'service-manager'), '/agreements');
}, 120_000);
afterAll(() => web.stop());

async function heading(page: Page, name: string | RegExp): Promise<void> {
  await page.getByRole('heading', { name }).first().waitFor();
}

async function choose(page: Page, label: string, option: string | RegExp): Promise<void> {
  await page.getByRole('combobox', { name: label, exact: true }).click();
  await page.getByRole('option', { name: option }).click();
}

test('a description is uploaded, broken, mended and submitted', async () => {
  await manager.getByText('No description yet').waitFor();
  await web.isFine(manager);
  await manager.getByRole('button', { name: 'New description' }).click();
  const dialogue = manager.getByRole('dialog', { name: 'New description' });
  await dialogue.getByText('From a file').click();
  const [chooser] = await Promise.all([
    manager.waitForEvent('filechooser'),
    dialogue.getByRole('button', { name: 'Choose a file' }).click(),
  ]);
  await web.isFine(manager);
  await chooser.setFiles(ALMACARE);
  await heading(manager, 'AlmaCare, version 1.0');
  await manager.getByText('The checker has nothing to say.').waitFor();
  await web.isFine(manager);

  const editor = manager.getByRole('textbox', { name: 'Text of version 1.0' });
  await editor.click();
  await manager.keyboard.press('Control+Home');
  await manager.keyboard.type('promise: none\n');
  const findings = manager.getByRole('region', { name: 'What the checker says' });
  await findings.getByRole('button', { name: /line 1.*promise/ }).waitFor();
  await manager.getByText('Not saved yet.').waitFor();
  expect(await manager.getByRole('button', { name: 'Submit for approval' }).isDisabled()).toBe(true);
  await manager.keyboard.press('Control+s');
  await manager.getByText('one error').waitFor();
  expect(await manager.getByRole('button', { name: 'Submit for approval' }).isDisabled()).toBe(true);
  await web.isFine(manager);

  // Neither the document nor the changes of what cannot be read are asked for: both lead to what is to be mended.
  const tabs = manager.getByRole('navigation', { name: 'Parts of the version' });
  for (const [tab, what] of Object.entries({ Document: 'document', Changes: 'list of changes' })) {
    await tabs.getByRole('link', { name: tab }).click();
    await manager.getByText(`No ${what} yet`).waitFor();
    await web.isFine(manager);
  }
  await manager.getByRole('link', { name: 'To the findings' }).click();

  await findings.getByRole('button', { name: /line 1.*promise/ }).click();
  await manager.keyboard.press('Control+Home');
  await manager.keyboard.press('Shift+ArrowDown');
  await manager.keyboard.press('Delete');
  await manager.getByText('The checker has nothing to say.').waitFor();
  await manager.getByRole('button', { name: 'Save draft' }).click();
  await manager.getByText('All is saved.').waitFor();

  await manager.getByRole('button', { name: 'Submit for approval' }).click();
  const form = manager.getByRole('dialog', { name: 'Submit for approval' });
  await form.getByLabel('What changes').fill('First issue.');
  await web.isFine(manager);
  await form.getByRole('button', { name: 'Submit' }).click();
  await manager.getByText(/whoever may approve descriptions decides, but not the person who submitted/).waitFor();
  expect(await manager.getByRole('button', { name: 'Approve' }).count()).toBe(0);
  await web.isFine(manager);
}, 120_000);

test('the editor takes back what was typed, and keeps nobody who has no mouse', async () => {
  const desk = await web.open(await web.staff('Wim Writer', 'service-manager'), '/agreements');
  await desk.getByRole('button', { name: 'New description' }).click();
  const dialogue = desk.getByRole('dialog', { name: 'New description' });
  await dialogue.getByRole('button', { name: 'Begin with TuxCare' }).click();
  const editor = desk.getByRole('textbox', { name: 'Text of version 1.0' });
  await editor.click();
  await desk.keyboard.press('Control+Home');
  await desk.keyboard.type('calendars:\nnights:\nzone: UTC');
  const lines = async (count: number) => (await editor.locator('.cm-line').allTextContents()).slice(0, count);
  expect(await lines(3)).toEqual(['calendars:', '  nights:', expect.stringMatching(/^ {4}zone: UTC/)]);
  await desk.keyboard.press('Shift+Tab');
  expect((await lines(3))[2]).toMatch(/^ {2}zone/);
  for (let steps = 0; steps < 20 && (await desk.getByText('Not saved yet.').count()) > 0; steps += 1)
    await desk.keyboard.press('Control+z');
  await desk.getByText('All is saved.').waitFor();
  // WCAG 2.1.2: forwards and backwards.
  const isInside = () => editor.and(desk.locator(':focus')).count();
  for (const key of ['Tab', 'Shift+Tab']) {
    await editor.focus();
    // Any other key ends what Esc began.
    await desk.keyboard.press('ArrowDown');
    await desk.keyboard.press('Tab');
    expect(await isInside()).toBe(1);
    await desk.keyboard.press('Control+z');
    await desk.keyboard.press('Escape');
    await desk.keyboard.press(key);
    expect(await isInside()).toBe(0);
  }
  await web.isFine(desk);
  await desk.getByRole('button', { name: 'Discard' }).click();
  await heading(desk, 'Agreements');
}, 120_000);

test('another person approves it, and then nobody writes it any more', async () => {
  const executive = await web.open(decider, new URL(manager.url()).pathname);
  await executive.getByRole('button', { name: 'Approve' }).click();
  const form = executive.getByRole('dialog', { name: 'Approve version 1.0' });
  await form.getByLabel('Note').fill('Sold from June on.');
  await web.isFine(executive);
  await form.getByRole('button', { name: 'Approve and publish' }).click();
  await executive.getByText('Published').first().waitFor();
  await executive.getByText('This version is only read.').waitFor();
  await web.isFine(executive);
  await executive
    .getByRole('navigation', { name: 'Parts of the version' })
    .getByRole('link', { name: 'History' })
    .click();
  await executive.getByText('Sold from June on.').waitFor();
  await executive.getByText(/by Emil Executive/).waitFor();
  await web.isFine(executive);
}, 120_000);

test('a contract is signed under it', async () => {
  await manager.goto(`/accounts/${accountId}/contracts`);
  await manager.getByRole('link', { name: 'New contract' }).click();
  await choose(manager, 'Service', /^AlmaCare, version 1.0/);
  await choose(manager, 'Level', 'Enhanced');
  await manager.getByRole('textbox', { name: 'Standstill report interval' }).fill('1');
  await manager.getByLabel('Signed for the customer by').fill('Lena Lead');
  await web.isFine(manager);
  await manager.getByRole('button', { name: 'Record the contract' }).click();
  await heading(manager, 'AlmaCare');
  await manager.getByRole('link', { name: 'Change or move' }).waitFor();
  contractPath = new URL(manager.url()).pathname;
  await web.isFine(manager);
}, 120_000);

test('the customer reads contract and document in the portal', async () => {
  customer = await web.open(lead, `/accounts/${accountId}`);
  await customer.getByRole('navigation', { name: 'Portal' }).getByRole('link', { name: 'Contracts' }).click();
  await customer.getByRole('table', { name: 'Contracts' }).getByRole('link', { name: 'AlmaCare' }).click();
  await heading(customer, 'What was agreed when');
  await customer.getByText(/Agreed: Enhanced, version 1.0/).waitFor();
  expect(await customer.getByRole('link', { name: 'Change or move' }).count()).toBe(0);
  await web.isFine(customer);
  await customer.getByRole('link', { name: 'Document', exact: true }).click();
  const document = customer.getByRole('article', { name: /AlmaCare/ });
  await document.getByText('First response').first().waitFor();
  await document.getByText('30 minutes').first().waitFor();
  await web.isFine(customer);
}, 120_000);

test('what makes it weaker is seen first, and waits for the customer', async () => {
  await manager.getByRole('link', { name: 'Change or move' }).click();
  await choose(manager, 'Level', 'Essential');
  await manager.getByRole('button', { name: 'Show what it means' }).click();
  await manager.getByText(/Something gets weaker: this needs the customer’s approval/).waitFor();
  await manager.getByText(/Avery Approver can agree/).waitFor();
  await web.isFine(manager);
  await manager.getByLabel('Note').fill('As wished for the new budget.');
  await manager.getByRole('button', { name: 'Propose it to the customer' }).click();
  await heading(manager, 'A change waits for the customer');
  await manager.getByText(/Agreed: Enhanced, version 1.0/).waitFor();
  await web.isFine(manager);

  await customer.goto(contractPath);
  await heading(customer, 'A change waits for your approver');
  expect(await customer.getByRole('button', { name: 'Agree for the customer' }).count()).toBe(0);
  await web.isFine(customer);
}, 120_000);

test('the customer’s approver agrees, and both see what was agreed when', async () => {
  const page = await web.open(approver, contractPath);
  await heading(page, 'A change waits for you');
  await page.getByText(/Something gets weaker/).waitFor();
  await web.isFine(page);
  await page.getByLabel('Your note').fill('The budget was cut.');
  await page.getByRole('button', { name: 'Agree for the customer' }).click();
  await page.getByText('You agreed.', { exact: false }).waitFor();
  // The manager's page and the lead's learn of it by themselves.
  for (const each of [page, manager, customer]) {
    const history = each.getByRole('listitem');
    const entries = history.filter({ hasText: /^Agreed: / });
    await entries.filter({ hasText: /Agreed: Essential, version 1.0/ }).waitFor();
    await expect.poll(() => entries.allTextContents()).toHaveLength(2);
    const [newest, first] = await entries.allTextContents();
    expect(newest).toMatch(
      /Essential.*Weaker.*Proposed.*by Mara Manager.*new budget.*Agreed.*by Avery Approver.*cut/su,
    );
    expect(first).toMatch(/Enhanced/);
    await web.isFine(each);
  }
}, 120_000);
