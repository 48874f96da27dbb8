/**
 * A broken promise that both sides agree not to count: staff ask in the browser, the customer's approver finds it on the
 * portal's first page and grants it, and staff see it without reloading. Both faces show the same figures all along.
 */
import type { Page } from 'playwright-core';
import sql from 'sql-template-tag';
import { v7 as uuid } from 'uuid';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { wakeAccounts } from '../../packages/server/src/obligations/index.ts';
import { SYSTEM } from '../../packages/server/src/platform/database/actor.ts';
import { agreedAccount, ALMACARE, type AgreedAccount } from '../support/agreed-account.ts';
import { record } from '../support/record.ts';
import { startWebApplication, type WebApplication } from '../support/web-application.ts';

const FIGURES = ['Kept', 'Due', 'Broken', 'Waived'] as const;

let web: WebApplication;
let account: AgreedAccount;
let broken: string;
beforeAll(async () => {
  web = await startWebApplication();
  account = await agreedAccount(web.db, 'almacare', 'enhanced', ALMACARE);
  const [kept, missed] = [uuid(), uuid()];
  await record(web, account, 'incident.received', kept, { title: 'Cluster down', data: { severity: 1 } });
  await record(web, account, 'incident.received', missed, { title: 'Disk full', data: { severity: 1 } });
  web.clock.moveTo(Temporal.Instant.from('2026-06-01T08:10:00Z'));
  await record(web, account, 'incident.acknowledged', kept);
  web.clock.moveTo(Temporal.Instant.from('2026-06-01T08:40:00Z'));
  await wakeAccounts(web.db, web.clock.now(), (_account, error) => {
    throw error;
  });
  const row = await web.db.read(SYSTEM, (tx) =>
    tx.first<{ id: string }>(
      sql`select id from obligation where promise = 'first-response' and subject_id = ${missed} and state = 'breached'`,
    ),
  );
  broken = row?.id ?? '';
}, 120_000);
afterAll(() => web.stop());

/** The four numbers on top of the ledger, and of the portal's first page. */
async function figuresOn(page: Page): Promise<Record<string, number>> {
  const texts = FIGURES.map(async (label) => {
    const link = page.getByRole('link', { name: new RegExp(`^${label} ?\\d+$`) });
    return [label, Number(/\d+/.exec((await link.textContent()) ?? '')?.[0])] as const;
  });
  return Object.fromEntries(await Promise.all(texts));
}

test('a waiver is asked for, granted in the portal, and seen live by both', async () => {
  const lead = await web.staff('Tess Lead', 'team-lead');
  const approver = await web.customer('Avery Approver', account.accountId, 'approver');
  const ledgerPath = `/accounts/${account.accountId}/ledger`;
  const [ours, ledger, theirs] = await Promise.all([
    web.open(lead, `${ledgerPath}/${broken}`),
    web.open(lead, ledgerPath),
    web.open(approver, `/accounts/${account.accountId}`),
  ]);
  await ours.getByText('Breached', { exact: true }).first().waitFor();
  const before = await figuresOn(ledger);
  expect(before).toMatchObject({ Waived: 0 });
  expect(before['Broken']).toBeGreaterThan(0);
  expect(await figuresOn(theirs)).toEqual(before);
  expect(await theirs.getByRole('heading', { name: 'Waits for your answer' }).count()).toBe(0);

  await ours.getByRole('button', { name: 'Ask for a waiver' }).click();
  const form = ours.getByRole('dialog', { name: /A waiver of “First response”/ });
  await form.getByLabel('Reason').fill('The line of the data centre was cut\nfor an hour.');
  await web.isFine(ours);
  await form.getByRole('button', { name: 'Ask for the waiver' }).click();
  await ours.getByText('Waits for the customer’s approver').waitFor();
  await ours.getByRole('button', { name: 'Ask for a waiver' }).waitFor({ state: 'detached' });
  expect(await ours.getByRole('button', { name: 'Grant the waiver' }).count()).toBe(0);
  await web.isFine(ours);

  // The portal's first page has it without reloading; it counts as broken until it is granted.
  await theirs.getByRole('heading', { name: 'Waits for your answer' }).waitFor();
  await theirs.getByText('The line of the data centre was cut for an hour.').waitFor();
  expect(await figuresOn(theirs)).toEqual(before);
  await web.isFine(theirs);
  await web.moveTo('2026-06-01T08:50:00Z');
  await theirs.getByLabel('A word to it').fill('It was not your fault.');
  await theirs.getByRole('button', { name: 'Grant the waiver' }).click();
  await theirs.getByRole('heading', { name: 'Waits for your answer' }).waitFor({ state: 'detached' });

  await ours.getByText('Waived', { exact: true }).first().waitFor();
  await ours.getByText(/granted by Avery Approver.*It was not your fault/).waitFor();
  const after = { ...before, Broken: (before['Broken'] ?? 0) - 1, Waived: 1 };
  for (const page of [ledger, theirs]) await expect.poll(() => figuresOn(page), { timeout: 20_000 }).toEqual(after);

  await theirs.getByRole('link', { name: /^Waived ?1$/ }).click();
  await theirs
    .getByRole('link', { name: /First response/ })
    .last()
    .click();
  await theirs.getByText(/granted by Avery Approver/).waitFor();
  for (const page of [ours, ledger, theirs]) await web.isFine(page);
}, 120_000);
