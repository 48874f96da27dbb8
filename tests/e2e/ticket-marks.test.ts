/**
 * What was asked on a ticket and is not settled, seen from the lists: marks that are read, filters in the address and in saved
 * views, in the console, in the portal and on Today.
 */
import type { Page } from 'playwright-core';
import sql from 'sql-template-tag';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { SYSTEM } from '../../packages/server/src/platform/database/actor.ts';
import { agreedAccount, ALMACARE } from '../support/agreed-account.ts';
import { entitle } from '../support/entitle.ts';
import type { Person } from '../support/test-application.ts';
import { startWebApplication, type WebApplication } from '../support/web-application.ts';

const MINUTES = 180_000;

let web: WebApplication;
let accountId: string;
let lena: Person;
let erin: Person;
const ids = new Map<string, string>();
beforeAll(async () => {
  web = await startWebApplication();
  const account = await agreedAccount(web.db, 'almacare', 'enhanced', { name: 'Birch Clinic', ...ALMACARE });
  ({ accountId } = account);
  lena = await web.customer('Lena Lead', accountId, 'technical-lead');
  erin = await web.staff('Erin Engineer', 'support-engineer');
  const mara = await web.staff('Mara Manager', 'team-lead');
  await web.serves(erin, accountId, 'support-engineer');
  await web.serves(mara, accountId, 'team-lead');
  await web.db.write(SYSTEM, async (tx) => {
    await tx.run(sql`update account set hosts = 1800 where account_id = ${accountId}`);
    return { ok: true };
  });
  await entitle(web, accountId, lena);
  for (const subject of ['Nobody answers', 'The trade fair', 'Disk full']) {
    const body = { contractId: account.contractId, kind: 'incident', subject, body: 'Since noon.', severity: 3 };
    ids.set(subject, (await web.call(lena, 'POST', `/accounts/${accountId}/tickets`, { body })).body.id);
  }
  await ask(lena, 'Nobody answers', 'escalations', { ladder: 'customer', reason: 'Since noon.' });
  await ask(erin, 'The trade fair', 'severity-proposal', { severity: 1, also: 0, reason: 'Their board is watching.' });
}, MINUTES);
afterAll(() => web.stop());

const ask = (person: Person, subject: string, what: string, body: object) =>
  web.call(person, 'POST', `/accounts/${accountId}/tickets/${ids.get(subject)}/${what}`, { body });
const rows = (page: Page) =>
  page
    .getByRole('table', { name: 'Tickets' })
    .getByRole('row')
    .filter({ has: page.getByRole('link') });
const link = (page: Page, name: RegExp) => rows(page).getByRole('link', { name });

test(
  'in the list of the staff, by filter, by view, and by a view of one’s own',
  async () => {
    const page = await web.open(erin, '/tickets');
    await link(page, /^Nobody answers.*Escalated$/).waitFor();
    await link(page, /^The trade fair.*Waits for approval$/).waitFor();
    expect(await link(page, /Escalated|Waits for approval/).count()).toBe(2);
    await web.isFine(page);
    await page.getByRole('combobox', { name: 'Asked for' }).selectOption('Waits for approval');
    await expect.poll(() => rows(page).count(), { timeout: 10_000 }).toBe(1);
    expect(new URL(page.url()).search).toBe('?approval=true');
    await page.reload();
    await link(page, /The trade fair/).waitFor();
    await page.getByRole('combobox', { name: 'Severity' }).selectOption('3');
    await page.getByRole('button', { name: 'Save as a view…' }).click();
    await page.getByRole('dialog').getByRole('textbox', { name: 'Name' }).fill('To be judged');
    await page.getByRole('dialog').getByRole('button', { name: 'Save' }).click();
    const views = page.getByRole('navigation', { name: 'Views' });
    await views.getByRole('link', { name: 'To be judged 1' }).waitFor();
    await views.getByRole('link', { name: 'Waits for approval 1' }).waitFor();
    await views.getByRole('link', { name: 'Escalated 1' }).click();
    await link(page, /Nobody answers/).waitFor();
    await expect.poll(() => rows(page).count(), { timeout: 10_000 }).toBe(1);
    await web.isFine(page);
  },
  MINUTES,
);

test(
  'in the portal: its home, its list, and the filter there',
  async () => {
    const page = await web.open(lena, '/');
    const open = page.getByRole('region', { name: 'Your open tickets' });
    await open.getByRole('listitem').filter({ hasText: 'Nobody answers' }).getByText('Escalated').waitFor();
    await open.getByRole('listitem').filter({ hasText: 'The trade fair' }).getByText('Waits for approval').waitFor();
    await web.isFine(page);
    await page.goto(`/accounts/${accountId}/tickets`);
    await link(page, /^Nobody answers.*Escalated$/).waitFor();
    await page.getByRole('combobox', { name: 'Asked for' }).selectOption('Escalated');
    await expect.poll(() => rows(page).count(), { timeout: 10_000 }).toBe(1);
    await web.isFine(page);
  },
  MINUTES,
);

test(
  'on Today, beside what is owed; gone once it is settled',
  async () => {
    const page = await web.open(erin, '/today?whose=all');
    const due = page.getByRole('table', { name: 'What is owed' }).getByRole('row');
    await due.filter({ hasText: 'Nobody answers' }).getByText('Escalated').first().waitFor();
    await due.filter({ hasText: 'The trade fair' }).getByText('Waits for approval').first().waitFor();
    expect(
      await due
        .filter({ hasText: 'Disk full' })
        .getByText(/Escalated|Waits/)
        .count(),
    ).toBe(0);
    const counted = page.getByRole('navigation', { name: 'Tickets' });
    await counted.getByRole('link', { name: 'Escalated 1' }).waitFor();
    await web.isFine(page);
    await ask(erin, 'The trade fair', 'severity', { severity: 2, reason: 'On the facts.' });
    await due.getByText('Waits for approval').first().waitFor({ state: 'detached' });
    await counted.getByRole('link', { name: /Waits for approval/ }).waitFor({ state: 'detached' });
  },
  MINUTES,
);

test(
  'the approver of the customer closes a ticket, with a reason of its own side',
  async () => {
    const ada = await web.customer('Ada Approver', accountId, 'approver');
    const page = await web.open(ada, `/accounts/${accountId}/tickets/${ids.get('Disk full')}`);
    await page.getByRole('button', { name: 'Close…' }).click();
    const close = page.getByRole('dialog', { name: 'Close the ticket' });
    const reason = close.getByLabel('Reason, if you like');
    await reason.waitFor();
    expect(await reason.getByRole('option').allTextContents()).toEqual([
      'None',
      'It is solved',
      'It is not needed any more',
    ]);
    await reason.selectOption('It is not needed any more');
    await web.isFine(page);
    await close.getByRole('button', { name: 'Close the ticket' }).click();
    await page.getByText(/^closed .*\(not needed\)$/).waitFor();
    await web.isFine(page);
  },
  MINUTES,
);
