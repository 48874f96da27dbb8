/**
 * Two people at their browsers, one of the provider and one of the customer: what happens to a promise is seen by both without
 * reloading.
 */
import { afterAll, beforeAll, test } from 'vitest';
import sql from 'sql-template-tag';
import { v7 as uuid } from 'uuid';
import { wakeAccounts } from '../../packages/server/src/obligations/index.ts';
import { SYSTEM } from '../../packages/server/src/platform/database/actor.ts';
import { agreedAccount, ALMACARE, type AgreedAccount } from '../support/agreed-account.ts';
import { record } from '../support/record.ts';
import { startWebApplication, type WebApplication } from '../support/web-application.ts';

let web: WebApplication;
let account: AgreedAccount;
beforeAll(async () => {
  web = await startWebApplication();
  account = await agreedAccount(web.db, 'almacare', 'enhanced', ALMACARE);
}, 120_000);
afterAll(() => web.stop());

test('a promise that is met, and one that is broken, are seen by both at once', async () => {
  const engineer = await web.staff('Erin Engineer', 'support-engineer');
  const lead = await web.customer('Lena Lead', account.accountId, 'technical-lead');
  const [kept, broken] = [uuid(), uuid()];
  await record(web, account, 'incident.received', kept, { title: 'Cluster down', data: { severity: 1 } });
  await record(web, account, 'incident.received', broken, { title: 'Disk full', data: { severity: 1 } });
  const rows = await web.db.read(SYSTEM, (tx) =>
    tx.rows<{ id: string; subject_id: string }>(
      sql`select id, subject_id from obligation where promise = 'first-response'`,
    ),
  );
  const pathOf = (subject: string) =>
    `/accounts/${account.accountId}/ledger/${rows.find((row) => row.subject_id === subject)?.id}`;

  const [ours, theirs] = await Promise.all([web.open(engineer, pathOf(kept)), web.open(lead, pathOf(kept))]);
  for (const page of [ours, theirs]) {
    await page
      .getByRole('heading', { name: /First response/ })
      .first()
      .waitFor();
    await page.getByText('Open', { exact: true }).first().waitFor();
  }
  await web.moveTo('2026-06-01T08:10:00Z');
  await record(web, account, 'incident.acknowledged', kept);
  for (const page of [ours, theirs])
    await page
      .getByText(/^(Met|Kept)$/)
      .first()
      .waitFor({ timeout: 10_000 });

  await Promise.all([ours.goto(pathOf(broken)), theirs.goto(pathOf(broken))]);
  for (const page of [ours, theirs]) await page.getByText('Open', { exact: true }).first().waitFor();
  await web.moveTo('2026-06-01T08:30:01Z');
  await wakeAccounts(web.db, web.clock.now(), (_account, error) => {
    throw error;
  });
  for (const page of [ours, theirs])
    await page
      .getByText(/^(Broken|Breached)$/)
      .first()
      .waitFor({ timeout: 10_000 });
  for (const page of [ours, theirs]) await web.isFine(page);
}, 120_000);
