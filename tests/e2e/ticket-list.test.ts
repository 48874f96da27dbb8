/** The list of tickets at work: views with counts, filters and search in the address, and the same done to many, by keys. */
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { v7 as uuid } from 'uuid';
import { agreedAccount, ALMACARE, type AgreedAccount } from '../support/agreed-account.ts';
import { record } from '../support/record.ts';
import type { Person } from '../support/test-application.ts';
import { startWebApplication, type WebApplication } from '../support/web-application.ts';

const MINUTES = 120_000;
const SUBJECTS = ['Cluster down', 'Disk full', 'Mail stuck'] as const;

let web: WebApplication;
let page: Page;
let erin: Person;
let birch: AgreedAccount;

beforeAll(async () => {
  web = await startWebApplication();
  birch = await agreedAccount(web.db, 'almacare', 'enhanced', { name: 'Birch Clinic', ...ALMACARE });
  for (const [at, title] of SUBJECTS.entries())
    await record(web, birch, 'incident.received', uuid(), { title, data: { severity: at + 1 } });
  erin = await web.staff('Erin Engineer', 'support-engineer');
  page = await web.open(erin, '/tickets');
  await page.getByRole('table', { name: 'Tickets' }).waitFor();
}, MINUTES);
afterAll(() => web.stop());

const rows = () =>
  page
    .getByRole('table', { name: 'Tickets' })
    .getByRole('row')
    .filter({ has: page.getByRole('link') });
const view = (name: RegExp) => page.getByRole('navigation', { name: 'Views' }).getByRole('link', { name });

test(
  'what breaches next stands first, and views count',
  async () => {
    await expect.poll(() => rows().count()).toBe(3);
    expect(await rows().getByRole('link').allTextContents()).toEqual(
      SUBJECTS.map((each) => expect.stringContaining(each)),
    );
    await view(/^Open 3$/).waitFor();
    await view(/^Mine 0$/).waitFor();
    await web.isFine(page);
    const clock = rows().first().locator('time').first();
    await clock.hover();
    await page.getByRole('tooltip', { name: /1 Jun 2026, \d\d:\d\d/ }).waitFor();
    await page.mouse.move(2, 2);
    await page.getByRole('tooltip').waitFor({ state: 'detached' });
  },
  MINUTES,
);

test(
  'several are chosen by keys and taken, and the undo gives them back',
  async () => {
    await page.keyboard.press('j');
    await page.keyboard.press('x');
    await page.keyboard.press('j');
    await page.keyboard.press('x');
    await page.getByText('2 tickets chosen').waitFor();
    await web.isFine(page);
    await page.getByRole('button', { name: 'Take them' }).click();
    await page.getByText('2 tickets taken.').waitFor();
    await view(/^Mine 2$/).waitFor();
    await page.getByRole('button', { name: 'Undo' }).click();
    await view(/^Mine 0$/).waitFor();
  },
  MINUTES,
);

test(
  'a search is in the address, and is saved as a view',
  async () => {
    await page.keyboard.press('Escape');
    await page.locator('main').focus();
    await page.keyboard.press('/');
    const field = page.getByRole('searchbox', { name: 'Search in subjects and conversations' });
    await expect.poll(() => field.and(page.locator(':focus')).count(), { timeout: 10_000 }).toBe(1);
    await page.keyboard.type('disk');
    await expect.poll(() => rows().count(), { timeout: 10_000 }).toBe(1);
    expect(new URL(page.url()).searchParams.get('search')).toBe('disk');
    await page.getByRole('button', { name: 'Save as a view…' }).click();
    await page.getByRole('dialog').getByRole('textbox', { name: 'Name' }).fill('Disks');
    await web.isFine(page);
    await page.getByRole('dialog').getByRole('button', { name: 'Save' }).click();
    await view(/^Disks 1$/).waitFor();
    await view(/^Open 3$/).click();
    await expect.poll(() => rows().count(), { timeout: 10_000 }).toBe(3);
    await view(/^Disks 1$/).click();
    await expect.poll(() => rows().count(), { timeout: 10_000 }).toBe(1);
    await page.getByRole('button', { name: 'Delete the view “Disks”' }).click();
    await view(/^Disks/).waitFor({ state: 'detached' });
  },
  MINUTES,
);

test(
  'columns are chosen, stand in the address, and are kept with a view that is changed and renamed',
  async () => {
    const heading = (name: string) => page.getByRole('columnheader', { name, exact: true });
    await view(/^Open 3$/).click();
    await heading('Assignee').waitFor();
    await page.getByRole('button', { name: 'Columns' }).click();
    const choice = page.getByRole('dialog', { name: 'Columns' });
    await choice.getByRole('checkbox', { name: 'Assignee' }).uncheck();
    await choice.getByRole('checkbox', { name: 'Requester' }).check();
    await heading('Requester').waitFor();
    expect(await heading('Assignee').count()).toBe(0);
    expect(new URL(page.url()).searchParams.get('columns')).toBe('next.severity.state.account.requester.latest');
    await web.isFine(page);
    await page.keyboard.press('Escape');
    await page.getByRole('button', { name: 'Save as a view…' }).click();
    await page.getByRole('dialog').getByRole('textbox', { name: 'Name' }).fill('Who asks');
    await page.getByRole('dialog').getByRole('button', { name: 'Save' }).click();
    await view(/^Who asks 3$/).waitFor();
    // Changed: it says so, and can be kept in the view or beside it.
    await page.getByRole('combobox', { name: 'Severity' }).selectOption('2');
    await view(/^Who asks 3 changed$/).waitFor();
    await page.getByRole('button', { name: 'Save as a view…' }).waitFor();
    await web.isFine(page);
    await page.getByRole('button', { name: 'Save in “Who asks”' }).click();
    await view(/^Who asks 1$/).waitFor();
    const notice = page.getByRole('alert').filter({ hasText: 'The view “Who asks” shows this from now on.' });
    await notice.getByRole('button', { name: 'Undo' }).click();
    await view(/^Who asks 3 changed$/).waitFor();
    await page.getByRole('button', { name: 'Rename or share the view “Who asks”' }).click();
    await page.getByRole('dialog').getByRole('textbox', { name: 'Name' }).fill('Requesters');
    await page.getByRole('dialog').getByRole('checkbox', { name: 'Share it' }).check();
    await page.getByRole('dialog').getByRole('button', { name: 'Save' }).click();
    await view(/Requesters 3/).click();
    await expect.poll(() => rows().count(), { timeout: 10_000 }).toBe(3);
    await page.reload();
    await heading('Requester').waitFor();
    await view(/^Open 3$/).click();
    await heading('Assignee').waitFor();
  },
  MINUTES,
);

test(
  'the palette finds a ticket',
  async () => {
    await page.keyboard.press('Control+k');
    await page.getByPlaceholder(/Find an account, a ticket/).fill('mail stuck');
    await page.getByRole('dialog').getByText('Mail stuck').waitFor();
    await web.isFine(page);
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { level: 1, name: 'Mail stuck' }).waitFor();
  },
  MINUTES,
);

test(
  'what ended is found from a search among the open ones, and all of them is all of them',
  async () => {
    const ended = uuid();
    const path = `/accounts/${birch.accountId}/tickets/${ended}`;
    await record(web, birch, 'incident.received', ended, { title: 'Fan loud', data: { severity: 3 } });
    const { body: ticket } = await web.call(erin, 'GET', path);
    await web.call(erin, 'POST', `${path}/ending`, { body: { how: 'resolved', because: 'fixed', note: 'A new fan.' } });
    await page.goto(`/tickets?search=${ticket.reference}`);
    await page.getByText('No open ticket fits the filters.').waitFor();
    await web.isFine(page);
    await page.getByRole('button', { name: 'Search among the ended ones too' }).click();
    await rows().filter({ hasText: 'Fan loud' }).waitFor();
    expect(new URL(page.url()).searchParams.get('search')).toContain(String(ticket.reference));
    await page.goto('/tickets?search=nowhere');
    await page.getByRole('button', { name: 'Show all of them' }).click();
    await expect.poll(() => rows().count()).toBe(4);
    await web.isFine(page);
  },
  MINUTES,
);

test(
  'a customer who was sent the address reads the own list, and nobody chooses rows who may not work on them',
  async () => {
    const lena = await web.customer('Lena Lead', birch.accountId, 'technical-lead');
    const portal = await web.open(lena, '/tickets?search=disk&whose=me&queue=Kernel');
    await portal.waitForURL(`**/accounts/${birch.accountId}/tickets?search=disk`);
    await portal.getByRole('link', { name: /Disk full/ }).waitFor();
    expect(await portal.getByRole('navigation', { name: 'Views' }).count()).toBe(0);
    expect(await portal.getByRole('checkbox').count()).toBe(0);
    await web.isFine(portal);
    const reader = await web.open(await web.staff('Eve Executive', 'executive'), '/tickets');
    await reader.getByRole('link', { name: /Disk full/ }).waitFor();
    expect(await reader.getByRole('checkbox').count()).toBe(0);
    await web.isFine(reader);
  },
  MINUTES,
);

test(
  'a queue is suggested where tickets are assigned, leads from the ticket to the list, and is a filter of it',
  async () => {
    const ids = (await web.call(erin, 'GET', '/tickets?search=Disk')).body.rows.map(({ id }: { id: string }) => id);
    const [queued] = (await web.call(erin, 'GET', '/tickets?search=Mail')).body.rows;
    const tickets = [{ accountId: birch.accountId, ticketId: queued.id }];
    const action = { do: 'queue', queue: 'Storage team' };
    await web.call(erin, 'POST', '/tickets/changes', { body: { tickets, action } });
    await page.goto(`/accounts/${birch.accountId}/tickets/${ids[0]}`);
    await page.getByRole('complementary').getByRole('button', { name: 'Assign' }).click();
    const dialogue = page.getByRole('dialog', { name: 'Assign the ticket' });
    const field = dialogue.getByRole('combobox', { name: 'Queue' });
    await field.fill('Storige team');
    await dialogue.getByText('A new queue: no open ticket lies in one of this name.').waitFor();
    await field.fill('stor');
    await page.getByRole('option', { name: 'Storage team' }).waitFor();
    await web.isFine(page);
    await page.getByRole('option', { name: 'Storage team' }).click();
    await dialogue.getByText('A team’s name, if a team takes it before a person does.').waitFor();
    await dialogue.getByRole('button', { name: 'Assign', exact: true }).click();
    await page.getByRole('complementary').getByRole('link', { name: 'Storage team' }).click();
    await expect.poll(() => rows().count()).toBe(2);
    const choice = page.getByRole('combobox', { name: 'Queue' });
    expect(await choice.inputValue()).toBe('Storage team');
    await web.isFine(page);
    await choice.selectOption('Any queue');
    await expect.poll(() => rows().count()).toBe(3);
    await page.goto('/tickets?queue=Nothing%20there');
    await page.getByText('No open ticket fits the filters.').waitFor();
    expect(await choice.inputValue()).toBe('Nothing there');
  },
  MINUTES,
);
