/**
 * Naming who plays a contract's roles, which the customer then reads in the portal; two people who edit an account at once, of
 * whom the slower one is told what the other changed and loses nothing; and the end of it: its data taken along, then erased.
 */
import type { Page } from 'playwright-core';
import sql from 'sql-template-tag';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { SYSTEM } from '../../packages/server/src/platform/database/actor.ts';
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

test('a leaving customer’s data are taken along in the portal, and erased in the console', async () => {
  const leaver = 'Cedar Works';
  const id = await web.account(leaver);
  const keeper = await web.customer('Cleo Cedar', id, 'customer-administrator');
  const portal = await web.open(keeper, `/accounts/${id}`);
  await portal.getByRole('navigation', { name: 'Portal' }).getByRole('link', { name: 'Your data' }).click();
  const link = portal.getByRole('link', { name: 'Download the export' });
  // The browser saves it by itself, and without the header that says here who somebody is: so it is fetched beside the page.
  const archive = await portal.request.get((await link.getAttribute('href')) ?? '');
  expect(archive.headers()['content-disposition']).toContain(`account-${id}.tar.gz`);
  expect((await archive.body()).length).toBeGreaterThan(1000);
  expect(await link.getAttribute('download')).toBe('');
  await link.click();
  await portal
    .getByRole('status')
    .getByText(/being put together/)
    .waitFor();
  expect(await portal.getByText('Erase the account').count()).toBe(0);
  await web.isFine(portal);
  // What the server that sends it says every second.
  const progress = (sent: string) =>
    web.db.write(SYSTEM, async (tx) => ({
      ok: true,
      value:
        await tx.run(sql`insert into export_progress (account_id, person_id, rows_gathered, is_sending, bytes_sent, said_at)
        values (${id}, ${keeper.id}, 12345, ${sent !== '0'}, ${sent}, clock_timestamp() + interval '1 minute')
        on conflict (account_id, person_id) do update set is_sending = excluded.is_sending, bytes_sent = excluded.bytes_sent`),
    }));
  await progress('0');
  await portal.getByRole('status').getByText('12,345 rows so far').waitFor();
  await progress('34200000');
  await portal.getByRole('status').getByText('34.2 MB so far').waitFor();
  await web.isFine(portal);
  await portal.getByRole('button', { name: 'Give it up' }).click();
  await portal.getByRole('status').getByText('It was given up.').waitFor();
  const left = await web.db.read(SYSTEM, (tx) => tx.rows(sql`select from export_progress where is_given_up`));
  expect(left).toHaveLength(1);

  const administrator = await web.staff('Ada Admin', 'administrator');
  const desk = await web.open(administrator, `/administration/people/${keeper.id}`);
  const person = desk.getByRole('region', { name: 'Erase the person' });
  await person.getByText(`Roles in ${leaver}`).waitFor();
  await person.getByLabel('Type the name of the person').fill('Cleo Cedar');
  await person.getByRole('button', { name: 'Erase for good' }).click();
  await desk.getByRole('alert').getByText('Cleo Cedar was erased.').waitFor();
  await desk.getByRole('table').waitFor();
  await desk.getByText('Cleo Cedar', { exact: true }).waitFor({ state: 'detached' });

  await desk.goto(`/accounts/${id}/data`);
  const whole = desk.getByRole('region', { name: 'Erase the account' });
  const erase = whole.getByRole('button', { name: 'Erase it for good' });
  await whole.getByLabel('Type the name of the account').fill('Alder');
  expect(await erase.isDisabled()).toBe(true);
  await whole.getByLabel('Type the name of the account').fill(leaver);
  await erase.click();
  await desk.getByRole('heading', { level: 1, name: 'Accounts' }).waitFor();
  await desk.getByText(`${leaver} was erased.`).waitFor();
  await web.isFine(desk);
});

test('an account with a running contract is not erased, and the page says which', async () => {
  const administrator = await web.staff('Adam Admin', 'administrator');
  const page = await web.open(administrator, `/accounts/${account.accountId}/data`);
  const section = page.getByRole('region', { name: 'Erase the account' });
  await section.getByText(/Not while a contract runs/).waitFor();
  expect(await section.getByRole('button').count()).toBe(0);
  await section.getByRole('link', { name: 'End it first' }).click();
  await page.getByRole('table').getByRole('link').first().waitFor();
});
