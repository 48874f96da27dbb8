/**
 * The life of a ticket at two browsers: a customer submits it, an engineer works on it by the keyboard alone, and each sees the
 * other without reloading. The real server, the real database, the built web application.
 */
import type { Locator, Page } from 'playwright-core';
import { v7 as uuid } from 'uuid';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { recordFacts } from '../../packages/server/src/obligations/index.ts';
import { SYSTEM } from '../../packages/server/src/platform/database/actor.ts';
import { agreedAccount, ALMACARE } from '../support/agreed-account.ts';
import { startWebApplication, type WebApplication } from '../support/web-application.ts';

const MINUTES = 180_000;

let web: WebApplication;
let accountId: string;
let lead: Page;
let engineer: Page;
/** Each is what it is to one of the sides. */
let fact: (name: string, subjectId: string) => Promise<unknown>;
let leadId: string;

beforeAll(async () => {
  web = await startWebApplication();
  const account = await agreedAccount(web.db, 'almacare', 'enhanced', { name: 'Birch Clinic', ...ALMACARE });
  ({ accountId } = account);
  fact = (name, subjectId) =>
    web.db.write({ ...SYSTEM, accounts: [accountId] }, (tx) =>
      recordFacts(tx, [{ accountId, fact: name, subjectId }], { side: 'provider', via: 'test' }, web.clock.now()),
    );
  const [lena, erin] = [
    await web.customer('Lena Lead', accountId, 'technical-lead'),
    await web.staff('Erin Engineer', 'support-engineer'),
  ];
  leadId = lena.id;
  [lead, engineer] = await Promise.all([web.open(lena, `/accounts/${accountId}`), web.open(erin, '/tickets')]);
}, MINUTES);
afterAll(() => web.stop());

const says = (page: Page, text: string | RegExp) => page.getByText(text).first().waitFor();
const chip = (page: Page, says_: RegExp) =>
  page.getByRole('region', { name: 'Clocks' }).getByRole('button', { name: says_ }).first().waitFor();
const hasFocus = (field: Locator) =>
  expect.poll(() => field.and(engineer.locator(':focus')).count(), { timeout: 10_000 }).toBe(1);
async function keys(...pressed: readonly string[]): Promise<void> {
  for (const key of pressed) await engineer.keyboard.press(key);
}

test(
  'empty pages teach, and what stands before a ticket is said with its remedy instead of a form',
  async () => {
    await engineer.getByText('No open tickets').waitFor();
    await web.isFine(engineer);
    await lead.getByRole('link', { name: 'New ticket' }).click();
    await lead.getByRole('heading', { name: 'You cannot submit this yet' }).waitFor();
    await says(lead, 'No valid licence.');
    expect(await lead.getByText('What to do:').count()).toBeGreaterThan(0);
    expect(await lead.getByLabel('Subject').count()).toBe(0);
    await web.isFine(lead);
  },
  MINUTES,
);

test(
  'the customer picks a severity by its criteria, reads what it promises, and submits',
  async () => {
    await fact('licence.issued', uuid());
    await fact('person.trained', leadId);
    await lead.getByLabel('Subject').fill('Nothing boots');
    await lead.getByLabel('Description').fill('Since *noon*, after `dnf update`:\n\n```\nkernel panic\n```');
    await lead.getByRole('radio', { name: /Business standstill/ }).click();
    const brings = lead.getByRole('region', { name: 'What it brings' });
    await brings.getByText('First response').waitFor();
    await brings.getByText(/Mon,? 1 Jun 2026, 10:30/).waitFor();
    await web.isFine(lead);
    await lead.reload();
    await expect.poll(() => lead.getByLabel('Subject').inputValue(), { timeout: 10_000 }).toBe('Nothing boots');
    await lead.getByRole('radio', { name: /Business standstill/ }).click();
    await lead.getByRole('button', { name: 'Submit the ticket' }).click();
    await lead.getByRole('heading', { level: 1, name: 'Nothing boots' }).waitFor();
    await says(lead, /#\d+ is received/);
    await lead.getByText('kernel panic').waitFor();
    await chip(lead, /First response/);
    await web.isFine(lead);
  },
  MINUTES,
);

test(
  'the engineer opens it by the keyboard and acknowledges it by one key; both see it',
  async () => {
    await engineer.getByRole('link', { name: /Nothing boots/ }).waitFor();
    await web.isFine(engineer);
    await web.moveTo('2026-06-01T08:12:00Z');
    await keys('j', 'Enter');
    await engineer.getByRole('heading', { level: 1, name: 'Nothing boots' }).waitFor();
    await chip(engineer, /First response/);
    await engineer.getByRole('button', { name: 'Acknowledge' }).waitFor();
    await keys('a');
    for (const page of [engineer, lead]) {
      await chip(page, /First response.*kept 18 min early/);
      await says(page, 'We have received this and are looking at it.');
    }
    await keys('t');
    await engineer
      .getByRole('complementary', { name: 'About the ticket' })
      .getByText('Erin Engineer')
      .first()
      .waitFor();
    await web.isFine(engineer);
  },
  MINUTES,
);

test(
  'an internal note is unmistakably other, and the customer never has it',
  async () => {
    await keys('i');
    const note = engineer.getByRole('textbox', { name: 'Internal note' });
    await hasFocus(note);
    await engineer.keyboard.type('They run an old kernel.');
    await web.isFine(engineer);
    await keys('Control+Enter');
    await engineer.getByRole('article', { name: 'Internal note by Erin Engineer' }).waitFor();
    await says(engineer, 'Internal note: the customer does not see it');
    expect(await lead.getByText('They run an old kernel.').count()).toBe(0);
  },
  MINUTES,
);

test(
  'the engineer asks and waits; a draft outlives a reload; the answer brings it back',
  async () => {
    await keys('Escape', 'r');
    const reply = engineer.getByRole('textbox', { name: 'Reply' });
    await hasFocus(reply);
    await engineer.keyboard.type('Which kernel does it boot?');
    await engineer.reload();
    await expect.poll(() => reply.inputValue(), { timeout: 10_000 }).toBe('Which kernel does it boot?');
    await keys('r');
    await hasFocus(reply);
    await keys('Control+Shift+Enter');
    await says(engineer, 'With the customer');
    await says(lead, 'With you');
    await says(lead, 'Which kernel does it boot?');
    await web.isFine(lead);

    await lead.getByRole('textbox', { name: 'Reply' }).fill('> Which kernel does it boot?\n\nIt is **6.12**.');
    await lead.getByRole('button', { name: 'Send the reply' }).click();
    await says(engineer, 'With us');
    await engineer.getByText('6.12').waitFor();
  },
  MINUTES,
);

test(
  'a clock explains itself as a picture and in words',
  async () => {
    const first = engineer.getByRole('region', { name: 'Clocks' }).getByRole('button', { name: /First response/ });
    await first.focus();
    await keys('Enter');
    const dialogue = engineer.getByRole('dialog', { name: 'First response' });
    await dialogue.getByRole('img').first().waitFor();
    await dialogue.getByRole('link', { name: /Its row in the ledger/ }).waitFor();
    await web.isFine(engineer);
    await keys('Escape');
    await dialogue.waitFor({ state: 'detached' });
  },
  MINUTES,
);

test(
  'resolved by the engineer, reopened by the customer: a new cycle, and the past one stays',
  async () => {
    await web.moveTo('2026-06-01T09:00:00Z');
    await keys('e');
    const dialogue = engineer.getByRole('dialog', { name: 'Resolve the ticket' });
    const note = dialogue.getByRole('textbox', { name: 'What solved it' });
    await hasFocus(note);
    await engineer.keyboard.type('A new kernel.');
    await web.isFine(engineer);
    await keys('Control+Enter');
    await dialogue.waitFor({ state: 'detached' });
    for (const page of [engineer, lead]) await says(page, 'Resolved');
    await web.isFine(lead);

    await lead.keyboard.press('c');
    const closing = lead.getByRole('dialog', { name: 'Close the ticket' });
    await closing.waitFor();
    await lead.keyboard.press('Escape');
    await closing.waitFor({ state: 'detached' });
    await lead.getByRole('button', { name: 'Reopen…' }).click();
    await lead.getByRole('textbox', { name: 'Reason' }).fill('It is back.');
    await lead.getByRole('dialog').getByRole('button', { name: 'Reopen' }).click();
    await says(engineer, 'With us');
    await says(engineer, 'It is back.');
    await says(engineer, 'Clocks before it was reopened');
    await web.isFine(engineer);
  },
  MINUTES,
);

test(
  'the whole history, and back to the list by one key',
  async () => {
    await keys('v');
    await engineer
      .getByRole('list', { name: 'Facts, the latest first' })
      .getByText(/reopened/i)
      .first()
      .waitFor();
    await web.isFine(engineer);
    await keys('u');
    await engineer.getByRole('heading', { level: 1, name: 'Tickets' }).waitFor();
    await lead.goto(`/accounts/${accountId}`);
    await lead.getByRole('heading', { name: 'Your open tickets' }).waitFor();
    await lead.getByRole('link', { name: 'Nothing boots' }).waitFor();
    await web.isFine(lead);
  },
  MINUTES,
);

test(
  'staff submit for a person of the customer, by the same form',
  async () => {
    await engineer.goto(`/accounts/${accountId}/tickets/new`);
    await says(engineer, 'Choose who asks. Whether a ticket can be submitted depends on that person.');
    await web.isFine(engineer);
    await engineer.getByRole('combobox', { name: 'For whom' }).click();
    await engineer.getByRole('option', { name: 'Lena Lead' }).click();
    await engineer.getByLabel('Subject').fill('Reported by telephone');
    await engineer.getByLabel('Description').fill('She called at nine.');
    await engineer.getByRole('radio', { name: /General inquiry/ }).click();
    await engineer.getByRole('region', { name: 'What it brings' }).getByText('First response').waitFor();
    await engineer.getByRole('button', { name: 'Submit the ticket' }).click();
    await engineer.getByRole('heading', { level: 1, name: 'Reported by telephone' }).waitFor();
    await engineer.getByRole('complementary', { name: 'About the ticket' }).getByText('Lena Lead').first().waitFor();
    await web.isFine(engineer);
  },
  MINUTES,
);
