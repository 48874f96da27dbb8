/**
 * Takes the pictures of the web application for README.md and docs/ from a running demonstration:
 * `npm start`, then `node scripts/web-pictures.ts http://localhost:3000`. Look at them before they are committed.
 * Chromium is the system's own (CHROMIUM names another one).
 */
import { mkdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { type Browser, chromium, type Page } from 'playwright-core';
import { DEMO_PASSWORD } from '../packages/server/src/demo/cast/house.ts';

const pictures = join(import.meta.dirname, '..', 'docs', 'pictures');
/** A README is read over slow lines as well. */
const MOST_BYTES = 150_000;
const [, , address = 'http://localhost:3000'] = process.argv;

mkdirSync(pictures, { recursive: true });
const browser = await chromium.launch({
  executablePath: process.env['CHROMIUM'] ?? '/usr/bin/chromium',
  args: ['--no-sandbox', '--disable-gpu', '--disable-quic', '--disable-background-networking', '--no-first-run'],
});
try {
  const staff = await signIn(browser, 'hannah.brandt@kestrel-ridge.example');
  await staff.goto('/today');
  const owed = staff.getByRole('table', { name: 'What is owed' });
  await owed.getByRole('link').first().waitFor();
  await take(staff, 'today');
  await staff.goto('/accounts?search=Alder');
  await staff.getByRole('link', { name: 'Alder & Finch Bank' }).click();
  await staff.getByRole('navigation', { name: 'Parts of the account' }).getByRole('link', { name: 'Ledger' }).click();
  await staff.getByRole('heading', { name: 'By promise' }).waitFor();
  await take(staff, 'ledger');
  await staff.goto(`${new URL(staff.url()).pathname}?promise=first-response&show=kept`);
  await staff.getByRole('table').last().getByRole('link', { name: 'First response' }).first().click();
  await staff.getByRole('heading', { name: 'In words' }).waitFor();
  await take(staff, 'obligation');
  await staff.goto('/tickets?show=all&order=latest');
  // One that is being talked about.
  const ofAlder = staff.getByRole('table', { name: 'Tickets' }).getByRole('row').filter({ hasText: 'Alder & Finch' });
  await ofAlder.getByRole('link').first().click();
  await staff.getByRole('region', { name: 'Clocks' }).getByRole('button').first().waitFor();
  await staff.getByRole('article').first().waitFor();
  await take(staff, 'ticket');

  const author = await signIn(browser, 'ingrid.solheim@kestrel-ridge.example');
  await author.setViewportSize({ width: 1120, height: 760 });
  await openDraft(author);
  const findings = author.getByRole('region', { name: 'What the checker says' });
  await findings.getByRole('button').nth(1).click();
  await author.locator('.cm-lintRange-error').waitFor();
  await take(author, 'source');

  const customer = await signIn(browser, 'lena.vogt@alder-finch.example');
  await customer.getByRole('heading', { name: 'What comes next for you' }).waitFor();
  await take(customer, 'portal');
  await customer.setViewportSize({ width: 1200, height: 720 });
  await customer.getByRole('link', { name: 'New ticket' }).first().click();
  await customer.getByRole('radio', { name: /Major impact/ }).click();
  await customer.getByRole('region', { name: 'What it brings' }).getByRole('listitem').first().waitFor();
  await take(customer, 'new-ticket');
} finally {
  await browser.close();
}

async function signIn(to: Browser, email: string): Promise<Page> {
  const size = { viewport: { width: 1440, height: 900 }, colorScheme: 'light' } as const;
  const context = await to.newContext({ baseURL: address, locale: 'en-GB', timezoneId: 'Europe/Berlin', ...size });
  const page = await context.newPage();
  await page.goto('/sign-in');
  await page.getByLabel('E-mail').fill(email);
  await page.getByRole('textbox', { name: 'Password' }).fill(DEMO_PASSWORD);
  await page.getByRole('button', { name: 'Sign in', exact: true }).click();
  await page
    .getByRole('heading', { level: 1 })
    .and(page.getByText(/^(?!Sign in$)/))
    .waitFor();
  return page;
}

/** A draft with two mistakes, the same one each time that pictures are taken. */
async function openDraft(page: Page): Promise<void> {
  await page.goto('/agreements');
  const known = page.getByRole('link', { name: 'Lantern Care' });
  await page.getByRole('link', { name: 'AlmaCare' }).waitFor();
  if ((await known.count()) > 0) {
    await known.click();
    await page.getByRole('table').getByRole('link').first().click();
    await page.getByRole('link', { name: 'Source' }).click();
    return;
  }
  const text = readFileSync(join(import.meta.dirname, '..', 'services', 'almacare.yaml'), 'utf8')
    .replace('reference: SD-ALMACARE', 'reference: SD-LANTERN')
    .replace('name: AlmaCare', 'name: Lantern Care')
    .replace('enhanced:  {1: 30 minutes,', 'enhanced:  {1: 30 minuts, ')
    .replace('by: {provider: support-engineer}', 'by: {provider: support-enginer}');
  await page.getByRole('button', { name: 'New description' }).click();
  await page.getByText('From a file').click();
  const file = { name: 'lantern-care.yaml', mimeType: 'text/yaml', buffer: Buffer.from(text) };
  await page.locator('input[type=file]').setInputFiles(file);
}

/** As it stands, without what moves: the pointer's hover and the caret. */
async function take(page: Page, name: string): Promise<void> {
  const path = join(pictures, `${name}.png`);
  await page.mouse.move(0, 0);
  await page.screenshot({ path, animations: 'disabled', caret: 'hide' });
  const { size } = statSync(path);
  console.log(`${path}: ${Math.round(size / 1000)} kB`);
  if (size > MOST_BYTES) throw new Error(`At most ${MOST_BYTES} bytes are wanted: make the picture calmer.`);
}
