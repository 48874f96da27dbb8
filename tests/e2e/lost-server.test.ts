/**
 * The server goes away while people look at it, and another one comes back at the same address: they are told, nobody has to
 * reload, and what happened meanwhile is there.
 */
import { afterAll, beforeAll, expect, test } from 'vitest';
import { accessibilityFindings } from '../support/browser.ts';
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
