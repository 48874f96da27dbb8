/**
 * A ticket's page that stands apart: a tab that heard nothing of what others did, and a server that went away and came back at
 * the same address. What cannot be done any more is said, and the page shows what is true.
 */
import { afterAll, beforeAll, expect, test } from 'vitest';
import { agreedAccount, ALMACARE, type AgreedAccount } from '../support/agreed-account.ts';
import { entitle } from '../support/entitle.ts';
import type { Person } from '../support/test-application.ts';
import { startWebApplication, type WebApplication } from '../support/web-application.ts';

const MINUTES = 180_000;
const BANNER = /The server cannot be reached; trying again/;

let web: WebApplication;
let account: AgreedAccount;
let lead: Person;
let tess: Person;
let erin: Person;
beforeAll(async () => {
  web = await startWebApplication();
  account = await agreedAccount(web.db, 'almacare', 'enhanced', { name: 'Birch Clinic', ...ALMACARE });
  lead = await web.customer('Lena Lead', account.accountId, 'technical-lead');
  tess = await web.staff('Tess Lead', 'team-lead');
  erin = await web.staff('Erin Engineer', 'support-engineer');
  await entitle(web, account.accountId, lead);
}, MINUTES);
afterAll(() => web.stop());

async function submitted(subject: string): Promise<string> {
  const body = { contractId: account.contractId, kind: 'incident', subject, body: 'Since noon.', severity: 2 };
  const made = await web.call(lead, 'POST', `/accounts/${account.accountId}/tickets`, { body });
  return `/accounts/${account.accountId}/tickets/${made.body.id}`;
}

test(
  'a stale tab takes nothing from a faster colleague, says why, and then shows what is true',
  async () => {
    const path = await submitted('Disk full');
    const page = await web.open(erin, '/tickets');
    // It hears nothing, as in a tab that a laptop put to sleep.
    await page.route('**/api/v1/events', (route) => route.abort('connectionrefused'));
    await page.goto(path);
    await page.getByRole('heading', { level: 1, name: 'Disk full' }).waitFor();
    await page.getByRole('button', { name: 'Take it' }).waitFor();
    const { body: ticket } = await web.call(tess, 'GET', path);
    const taken = await web.call(tess, 'PATCH', path, {
      body: { assigneeId: tess.id },
      headers: { 'if-match': `"${ticket.version}"` },
    });
    expect(taken.status).toBe(200);
    await page.getByRole('button', { name: 'Take it' }).click();
    await page.getByText('Somebody changed this in the meantime.').waitFor();
    await page.getByRole('complementary', { name: 'About the ticket' }).getByText('Tess Lead').first().waitFor();
    expect((await web.call(tess, 'GET', path)).body.assignee.id).toBe(tess.id);

    await web.call(tess, 'POST', `${path}/ending`, {
      body: { how: 'resolved', because: 'fixed', note: 'Deleted the logs.' },
    });
    await page.keyboard.press('a');
    await page.getByText(/is resolved; reopen it first\./).waitFor();
    await page.getByRole('button', { name: 'Reopen…' }).waitFor();
    const { body: facts } = await web.call(tess, 'GET', `/accounts/${account.accountId}/facts?limit=100`);
    expect(facts.rows.filter(({ fact }: { fact: string }) => fact === 'incident.reopened')).toEqual([]);
    const heard = page.waitForResponse('**/api/v1/events');
    await page.unroute('**/api/v1/events');
    await heard;
    web.complaintsOf(page).forgive(/ERR_CONNECTION_REFUSED|412|409/);
    await web.isFine(page);
  },
  MINUTES,
);

test(
  'a ticket stays to be read while the server is away, keeps what is written, and goes on when it is back',
  async () => {
    const path = await submitted('Mail stuck');
    const page = await web.open(erin, path);
    await page.getByRole('heading', { level: 1, name: 'Mail stuck' }).waitFor();
    await page.evaluate('window.neverReloaded = true');
    const field = page.getByRole('region', { name: 'Reply' }).getByRole('textbox', { name: 'Reply' });
    await field.fill('Which queue is it?');
    await web.goAway();
    await page.getByText(BANNER).waitFor();
    await page.getByText('Since noon.').waitFor();
    await field.press('Control+Enter');
    await expect.poll(() => field.inputValue(), { timeout: 20_000 }).toBe('Which queue is it?');

    const second = await web.comeBack();
    await page.getByText(BANNER).waitFor({ state: 'detached' });
    await field.press('Control+Enter');
    await page.getByRole('article', { name: 'Message by Erin Engineer' }).getByText('Which queue is it?').waitFor();
    await expect.poll(() => field.inputValue(), { timeout: 10_000 }).toBe('');
    const sent = async () => {
      const headers = { authorization: `Test ${lead.id}` };
      const reply = await second.inject({ url: `/api/v1${path}/messages`, headers });
      return reply.body.split('Which queue is it?').length - 1;
    };
    await expect.poll(sent, { timeout: 10_000 }).toBe(1);
    expect(await page.evaluate('window.neverReloaded')).toBe(true);
    web
      .complaintsOf(page)
      .forgive(/ERR_CONNECTION_REFUSED|ERR_INCOMPLETE_CHUNKED_ENCODING|ERR_EMPTY_RESPONSE|ERR_CONNECTION_RESET|503/);
    await web.isFine(page);
  },
  MINUTES,
);
