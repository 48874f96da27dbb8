/** The form of a ticket before it is submitted: what stands in the way, what is promised, and what is kept over a reload. */
import type { Locator, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { recordFacts } from '../../packages/server/src/obligations/index.ts';
import { SYSTEM } from '../../packages/server/src/platform/database/actor.ts';
import { agreedAccount, ALMACARE } from '../support/agreed-account.ts';
import type { Person } from '../support/test-application.ts';
import { startWebApplication, type WebApplication } from '../support/web-application.ts';

const MINUTES = 180_000;
let web: WebApplication;
let accountId: string;
let lead: Person;
let page: Page;
let form: string;

beforeAll(async () => {
  web = await startWebApplication();
  ({ accountId } = await agreedAccount(web.db, 'almacare', 'enhanced', { name: 'Alder & Finch', ...ALMACARE }));
  form = `/accounts/${accountId}/tickets/new`;
  lead = await web.customer('Lena Lead', accountId, 'technical-lead');
  const administrator = await web.staff('Adam Administrator', 'administrator');
  const trained = { accountId, fact: 'person.trained', subjectId: lead.id };
  await web.db.write({ ...SYSTEM, accounts: [accountId] }, (tx) =>
    recordFacts(tx, [trained], { side: 'provider', via: 'test' }, web.clock.now()),
  );
  const sold = async (name: string) =>
    (await web.call(administrator, 'POST', '/products', { body: { name } })).body.id as string;
  const alma = await sold('AlmaLinux');
  await sold('Cloud platform');
  const body = { productId: alma, validFrom: '2026-05-01' };
  await web.call(administrator, 'POST', `/accounts/${accountId}/licences`, { body });
  page = await web.open(lead, form);
}, MINUTES);
afterAll(() => web.stop());

const severity = (name: RegExp) => page.getByRole('radio', { name });
const submit = () => page.getByRole('button', { name: 'Submit the ticket' });

test(
  'AC20: of a product without a licence the form says so, with the remedy, and submits nothing',
  async () => {
    await page.getByLabel('Subject').fill('Nothing boots');
    await page.getByLabel('Description').fill('Since noon.');
    await severity(/Minor impact/).click();
    expect(await submit().isEnabled()).toBe(true);
    await page.getByLabel('Product').selectOption({ label: 'Cloud platform (no licence)' });
    const note = page.getByRole('note');
    await note.getByText('No valid licence for Cloud platform.').waitFor();
    await note.getByText('First a licence is issued or renewed for Cloud platform.').waitFor();
    expect(await submit().isDisabled()).toBe(true);
    await web.isFine(page);
    await page.getByLabel('Product').selectOption({ label: 'AlmaLinux' });
    expect(await note.count()).toBe(0);
    expect(await submit().isEnabled()).toBe(true);
  },
  MINUTES,
);

test(
  'AC6: who submits no tickets reads so first, with who does, and is given no form',
  async () => {
    const stakeholder = await web.customer('Sofia Stakeholder', accountId, 'stakeholder');
    const other = await web.open(stakeholder, form);
    const note = other.getByRole('note');
    await note.getByText(/^What to do: Ask a technical lead/).waitFor();
    const top = async (part: Locator) => (await part.boundingBox())?.y ?? Number.NaN;
    expect(await top(note)).toBeLessThan(await top(other.getByRole('radiogroup')));
    expect(await other.getByLabel('Subject').count()).toBe(0);
    await web.isFine(other);
  },
  MINUTES,
);

test(
  'of another severity’s promises nothing stands while its own are looked up, nor where they cannot be',
  async () => {
    const brings = page.getByRole('region', { name: 'What it brings' });
    await severity(/Business standstill/).click();
    await brings.getByText('within 30 min').first().waitFor();
    const held = Promise.withResolvers<undefined>();
    await page.route('**/ticket-form/promises*', async (route) => {
      await held.promise;
      await route.abort();
    });
    await severity(/General inquiry/).click();
    await brings.getByText('Looking up what is promised for severity 4').waitFor();
    expect(await brings.getByText('within 30 min').count()).toBe(0);
    held.resolve(undefined);
    await brings.getByText('What is promised cannot be said now').waitFor();
    expect(await brings.getByText(/within/).count()).toBe(0);
    expect(await submit().isEnabled()).toBe(true);
    await page.unroute('**/ticket-form/promises*');
    await brings.getByRole('button', { name: 'Try again' }).click();
    await brings.getByText('First response').waitFor();
    expect(await brings.getByText('cannot be said').count()).toBe(0);
  },
  MINUTES,
);

test(
  'a reload keeps what was chosen, as it keeps what was written',
  async () => {
    await page.getByRole('radio', { name: /Service request/ }).click();
    await severity(/Major impact/).click();
    await page.getByLabel('Product').selectOption({ label: 'None in particular' });
    await page.reload();
    await expect.poll(() => page.getByLabel('Subject').inputValue(), { timeout: 10_000 }).toBe('Nothing boots');
    expect(await severity(/Major impact/).isChecked()).toBe(true);
    expect(await page.getByRole('radio', { name: /Service request/ }).isChecked()).toBe(true);
    expect(await page.getByLabel('Product').inputValue()).toBe('');
    await page.getByText('Take the first that fits, from the top.').waitFor();
    await submit().click();
    await page.getByRole('heading', { level: 1, name: 'Nothing boots' }).waitFor();
    await page.goto(form);
    await page.getByLabel('Subject').waitFor();
    expect(await severity(/Major impact/).isChecked()).toBe(false);
  },
  MINUTES,
);
