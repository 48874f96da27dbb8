/**
 * What a description lets people ask for on a ticket, at three browsers: another severity that waits for its approver, escalation
 * and its steps; and what the desk does beside it: who has it, declining on a ground, splitting, and who is entitled.
 */
import type { Page } from 'playwright-core';
import sql from 'sql-template-tag';
import { v7 as uuid } from 'uuid';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { recordFacts } from '../../packages/server/src/obligations/index.ts';
import { SYSTEM } from '../../packages/server/src/platform/database/actor.ts';
import { agreedAccount, ALMACARE } from '../support/agreed-account.ts';
import { entitle } from '../support/entitle.ts';
import type { Person } from '../support/test-application.ts';
import { startWebApplication, type WebApplication } from '../support/web-application.ts';

const MINUTES = 180_000;

let web: WebApplication;
let lena: Person;
let path: string;
let lead: Page;
let engineer: Page;
let manager: Page;
beforeAll(async () => {
  web = await startWebApplication();
  const { accountId, contractId } = await agreedAccount(web.db, 'almacare', 'enhanced', {
    name: 'Birch Clinic',
    ...ALMACARE,
  });
  lena = await web.customer('Lena Lead', accountId, 'technical-lead');
  const erin = await web.staff('Erin Engineer', 'support-engineer');
  const mara = await web.staff('Mara Manager', 'team-lead');
  const sam = await web.staff('Sam Senior', 'senior-support-engineer');
  await web.serves(erin, accountId, 'support-engineer');
  await web.serves(mara, accountId, 'team-lead');
  await web.serves(sam, accountId, 'senior-support-engineer');
  await web.db.write(SYSTEM, async (tx) => {
    await tx.run(sql`update account set hosts = 1800 where account_id = ${accountId}`);
    return { ok: true };
  });
  await entitle(web, accountId, lena);
  const made = await web.call(lena, 'POST', `/accounts/${accountId}/tickets`, {
    body: { contractId, kind: 'incident', subject: 'The trade fair', body: 'It opens at noon.', severity: 3 },
  });
  path = `/accounts/${accountId}/tickets/${made.body.id}`;
  const problem = { accountId, contractId, subjectId: uuid(), aboutId: made.body.id };
  const facts = [
    { ...problem, fact: 'problem.opened', title: 'Tickets printed twice' },
    { ...problem, fact: 'problem.cause-found' },
    { ...problem, fact: 'problem.workaround-found', note: 'Restart the spooler.' },
    { ...problem, fact: 'problem.known-error-declared' },
  ];
  await web.db.write(SYSTEM, (tx) => recordFacts(tx, facts, { side: 'provider', via: 'test' }, web.clock.now()));
  [lead, engineer, manager] = await Promise.all([web.open(lena, path), web.open(erin, path), web.open(mara, path)]);
}, MINUTES);
afterAll(() => web.stop());

const waiting = (page: Page) => page.getByRole('region', { name: /waits for approval/ });
const escalation = (page: Page) => page.getByRole('region', { name: /^Escalated/ });
const severity = (page: Page, name: RegExp) => page.locator('main header').getByText(name).first().waitFor();

test(
  'the customer sees at once who has taken it',
  async () => {
    const side = lead.getByRole('complementary', { name: 'About the ticket' });
    await side.getByText('nobody yet').waitFor();
    await engineer.getByRole('button', { name: 'Take it' }).click();
    await side.getByText('Erin Engineer').waitFor();
  },
  MINUTES,
);

test(
  'staff see at the side whether who asked is entitled, how that is counted, and what is known',
  async () => {
    const side = engineer.getByRole('region', { name: 'Entitled today' });
    await side.getByText(/1 of 4 seats taken, 3 free/).waitFor();
    await web.isFine(engineer);
    const known = engineer.getByRole('region', { name: 'Known errors' });
    await known.getByText('Restart the spooler.').waitFor();
    await known.getByText('the cause of this ticket').waitFor();
    expect(await lead.getByRole('region', { name: 'Entitled today' }).count()).toBe(0);
  },
  MINUTES,
);

test(
  'whoever asked for another severity withdraws it; an approver who answers it too late is told why nothing happened',
  async () => {
    const askFor = async (reason: string) => {
      await lead.getByRole('button', { name: 'Ask for another severity…' }).click();
      const ask = lead.getByRole('dialog', { name: 'Ask for another severity' });
      await ask.getByRole('textbox', { name: 'Reason' }).fill(reason);
      await ask.getByRole('button', { name: 'Ask for it' }).click();
      for (const page of [lead, manager]) await waiting(page).getByText(reason).waitFor();
    };
    await askFor('Our board is watching.');
    expect(await waiting(manager).getByRole('button', { name: 'Withdraw it…' }).count()).toBe(0);
    await waiting(lead).getByRole('button', { name: 'Withdraw it…' }).click();
    const withdraw = lead.getByRole('dialog', { name: 'Withdraw what you asked for' });
    await withdraw.getByRole('textbox', { name: /^Why/ }).fill('The board went home.');
    await web.isFine(lead);
    await withdraw.getByRole('button', { name: 'Withdraw it' }).click();
    for (const page of [lead, engineer, manager]) await waiting(page).waitFor({ state: 'detached' });
    await engineer.keyboard.press('v');
    await engineer.getByText('The board went home.').waitFor();
    await engineer.keyboard.press('v');
    const notices = await manager.context().newPage();
    await notices.goto('/notifications');
    await notices.getByText('Another severity of a ticket was asked for, and withdrawn').waitFor();
    await notices.close();

    await askFor('It is back.');
    await manager.route('**/severity-proposal/decision', async (route) => {
      await web.call(lena, 'POST', `${path}/severity-proposal/withdrawal`, { body: {} });
      await route.continue();
    });
    await waiting(manager).getByRole('button', { name: 'Approve' }).click();
    await manager
      .getByRole('alert')
      .getByText(/it was answered or withdrawn/)
      .waitFor();
    await waiting(manager).waitFor({ state: 'detached' });
    await severity(manager, /Minor impact/);
    await manager.unroute('**/severity-proposal/decision');
    web.complaintsOf(manager).forgive(/409/);
  },
  MINUTES,
);

test(
  'another severity that needs an approval waits; declined with its reason, asked for anew, approved',
  async () => {
    await lead.getByRole('button', { name: 'Ask for another severity…' }).click();
    const ask = lead.getByRole('dialog', { name: 'Ask for another severity' });
    await ask.getByText('Approved by: Team lead or manager').waitFor();
    await ask.getByRole('textbox', { name: 'Reason' }).fill('Our board is watching.');
    await web.isFine(lead);
    await ask.getByRole('button', { name: 'Ask for it' }).click();
    for (const page of [lead, engineer])
      await waiting(page)
        .getByText(/It is for Mara Manager/)
        .waitFor();
    await severity(lead, /Minor impact/);
    await web.isFine(lead);
    expect(await waiting(engineer).getByRole('button', { name: 'Approve' }).count()).toBe(0);
    const decide = waiting(manager);
    await decide.getByText('It is for you to decide.').waitFor();
    expect(await decide.getByRole('button', { name: 'Decline' }).isDisabled()).toBe(true);
    await decide.getByRole('textbox', { name: 'A word to it' }).fill('A fair is no standstill.');
    await web.isFine(manager);
    await decide.getByRole('button', { name: 'Decline' }).click();
    for (const page of [lead, engineer, manager]) await waiting(page).waitFor({ state: 'detached' });

    await engineer.keyboard.press('s');
    const change = engineer.getByRole('dialog', { name: 'Change the severity' });
    await change.getByRole('radio', { name: /Business standstill/ }).click();
    await change.getByLabel('Because').selectOption({ index: 1 });
    await change.getByText(/It waits for Team lead or manager/).waitFor();
    await change.getByRole('textbox', { name: 'Reason' }).fill('They asked again.');
    await web.isFine(engineer);
    await change.getByRole('button', { name: 'Ask for the approval' }).click();
    await web.moveTo('2026-06-01T08:10:00Z');
    await waiting(manager).getByRole('button', { name: 'Approve' }).click();
    for (const page of [lead, engineer]) await severity(page, /Business standstill/);
    await lead
      .getByRole('region', { name: 'Clocks' })
      .getByRole('button', { name: /First response/ })
      .first()
      .waitFor();
  },
  MINUTES,
);

test(
  'the customer escalates by the ladder of the description; it is taken up, goes a step further, and is closed',
  async () => {
    expect(await engineer.getByRole('button', { name: 'Escalate…' }).count()).toBe(0);
    await lead.getByRole('button', { name: 'Escalate…' }).click();
    const raise = lead.getByRole('dialog', { name: 'Escalate the ticket' });
    await raise.getByText('Chief experience officer').waitFor();
    await raise.getByRole('textbox', { name: 'Reason' }).fill('Nobody answers.');
    await web.isFine(lead);
    await raise.getByRole('button', { name: 'Escalate', exact: true }).click();
    for (const page of [lead, engineer])
      await escalation(page)
        .getByText(/step 1, Technical senior support engineer/)
        .waitFor();
    await escalation(lead).getByText('Not taken up yet.').waitFor();
    await web.isFine(engineer);
    await escalation(manager).getByRole('button', { name: 'Take it up' }).click();
    await escalation(lead)
      .getByText(/Mara Manager took it up/)
      .waitFor();
    await escalation(lead)
      .getByRole('button', { name: /One step further: Team lead or manager/ })
      .click();
    const further = lead.getByRole('dialog', { name: 'Take the escalation one step further' });
    await further.getByRole('textbox', { name: 'Reason' }).fill('Still nothing.');
    await further.getByRole('button', { name: 'Take it further' }).click();
    await escalation(manager)
      .getByText(/step 2, Team lead or manager/)
      .waitFor();
    await escalation(manager).getByRole('button', { name: 'Take it up' }).click();
    await escalation(manager).getByRole('button', { name: 'Close the escalation…' }).click();
    const close = manager.getByRole('dialog', { name: 'Close the escalation' });
    await close.getByRole('textbox', { name: 'What came of it' }).fill('We talked.');
    await web.isFine(manager);
    await close.getByRole('button', { name: 'Close the escalation' }).click();
    await escalation(lead).waitFor({ state: 'detached' });
    await lead.getByRole('button', { name: 'Escalate…' }).waitFor();
  },
  MINUTES,
);

test(
  'messages that are split off move, and both sides see where to',
  async () => {
    await lead.getByRole('textbox', { name: 'Reply' }).fill('By the way, the printer burns.');
    await lead.getByRole('button', { name: 'Send the reply' }).click();
    await engineer.getByText('By the way, the printer burns.').waitFor();
    await engineer.getByRole('button', { name: 'More to do' }).click();
    await engineer.getByRole('menuitem', { name: 'Split into a new ticket…' }).click();
    const split = engineer.getByRole('dialog', { name: 'Split into a new ticket' });
    expect(await split.getByRole('checkbox', { name: /It opens at noon/ }).count()).toBe(0);
    await split.getByRole('textbox', { name: 'Subject of the new ticket' }).fill('Printer burns');
    await split.getByRole('checkbox', { name: /the printer burns/ }).check();
    await web.isFine(engineer);
    await split.getByRole('button', { name: 'Split' }).click();
    await engineer.getByRole('heading', { level: 1, name: 'Printer burns' }).waitFor();
    await engineer.getByText('By the way, the printer burns.').waitFor();
    const line = lead.getByText(/A message by Lena Lead.*is now in/);
    await line.waitFor();
    await lead.getByText('By the way, the printer burns.').waitFor({ state: 'detached' });
    await web.isFine(lead);
    await line.getByRole('link', { name: /Printer burns/ }).click();
    await lead.getByRole('heading', { level: 1, name: 'Printer burns' }).waitFor();
    await lead.getByText('By the way, the printer burns.').waitFor();
  },
  MINUTES,
);

test(
  'it is declined on a ground of the description',
  async () => {
    await engineer.getByRole('button', { name: 'More to do' }).click();
    await engineer.getByRole('menuitem', { name: 'Decline…' }).click();
    const decline = engineer.getByRole('dialog', { name: 'Decline the ticket' });
    await decline.getByRole('textbox', { name: /^Why/ }).fill('The printer is another vendor’s.');
    expect(await decline.getByRole('button', { name: 'Decline' }).isDisabled()).toBe(true);
    await decline.getByLabel('Ground').selectOption("A third party's application is the cause");
    await web.isFine(engineer);
    await decline.getByRole('button', { name: 'Decline' }).click();
    await lead
      .getByText(/third party/)
      .first()
      .waitFor();
  },
  MINUTES,
);
