/**
 * The server goes away while people look at it, and another one comes back at the same address: they are told, nobody has to
 * reload, and what happened meanwhile is there.
 */
import { afterAll, beforeAll, expect, test } from 'vitest';
import { agreedAccount, ALMACARE } from '../support/agreed-account.ts';
import { accessibilityFindings } from '../support/browser.ts';
import { entitle } from '../support/entitle.ts';
import { startWebApplication, type WebApplication } from '../support/web-application.ts';

const BANNER = /The server cannot be reached/;
/** What a browser says of requests that nobody answered, and of the stream that broke off. */
const UNANSWERED = /ERR_CONNECTION_REFUSED|ERR_INCOMPLETE_CHUNKED_ENCODING|ERR_EMPTY_RESPONSE|ERR_CONNECTION_RESET/;

let web: WebApplication;
beforeAll(async () => {
  web = await startWebApplication();
}, 120_000);
afterAll(() => web.stop());

test('a lost server is told of, and a returned one brings the page up to date by itself', async () => {
  await web.account('Alder Bank');
  const lead = await web.staff('Tess Lead', 'team-lead');
  const page = await web.open(lead, '/accounts');
  const accounts = page.getByRole('table', { name: 'Accounts' });
  await accounts.getByRole('link', { name: 'Alder Bank' }).waitFor();
  expect(await page.getByText(BANNER).count()).toBe(0);
  await page.evaluate('window.neverReloaded = true');

  await web.goAway();
  await page.getByText(BANNER).waitFor();
  // What was read before stays to be read.
  await accounts.getByRole('link', { name: 'Alder Bank' }).waitFor();
  expect(await accessibilityFindings(page)).toEqual([]);

  await web.account('Birch Clinic');
  await web.comeBack();
  await page.getByText(BANNER).waitFor({ state: 'detached' });
  await accounts.getByRole('link', { name: 'Birch Clinic' }).waitFor();
  expect(await page.evaluate('window.neverReloaded')).toBe(true);
  web.complaintsOf(page).forgive(UNANSWERED);
  await web.isFine(page);

  // It can be worked with at once.
  await accounts.getByRole('link', { name: 'Birch Clinic' }).click();
  await page.getByRole('heading', { level: 1, name: 'Birch Clinic' }).waitFor();
  await web.isFine(page);
}, 120_000);

test('a route that fails for itself is asked for alone, ever more seldom, and nobody is told that the server is away', async () => {
  const account = await agreedAccount(web.db, 'almacare', 'enhanced', { name: 'Cedar Mills', ...ALMACARE });
  const lead = await web.customer('Lena Lead', account.accountId, 'technical-lead');
  await entitle(web, account.accountId, lead);
  const page = await web.open(lead, `/accounts/${account.accountId}/tickets/new`);
  const severity = page.getByRole('radio', { name: /Business standstill/ });
  await severity.waitFor();
  await page.route('**/ticket-form/promises*', (route) => route.abort('connectionrefused'));
  const asked: string[] = [];
  page.on('request', (request) => asked.push(new URL(request.url()).pathname));
  await severity.click();
  // The page asked whether the server is there, and it is. In the time of a hundred answers nothing follows from that.
  await expect.poll(() => asked).toContain('/healthz');
  await page.evaluate(`(async () => { for (let i = 0; i < 100; i += 1) await fetch('/healthz'); })()`);
  expect(asked.filter((path) => path.endsWith('/promises')).length).toBeLessThan(4);
  expect(asked.filter((path) => path.endsWith('/ticket-form') || path.endsWith('/me'))).toEqual([]);
  await page.getByText('What is promised cannot be said now').waitFor();
  expect(await page.getByText(BANNER).count()).toBe(0);

  await page.unroute('**/ticket-form/promises*');
  await page.getByRole('radio', { name: /Major impact/ }).click();
  await page.getByRole('region', { name: 'What it brings' }).getByText('First response').waitFor();
  web.complaintsOf(page).forgive(UNANSWERED);
  await web.isFine(page);
}, 120_000);
