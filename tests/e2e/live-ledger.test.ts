/**
 * Two people at their browsers, one of the provider and one of the customer: what happens to a promise is seen by both without
 * reloading. The real server, the real database, the built web application; who they are is said by a header, for signing in has
 * tests of its own.
 */
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import sql from 'sql-template-tag';
import { v7 as uuid } from 'uuid';
import { recordFacts, wakeAccounts } from '../../packages/server/src/obligations/index.ts';
import { SYSTEM } from '../../packages/server/src/platform/database/actor.ts';
import { buildWeb } from '../../packages/server/src/platform/web/build-web.ts';
import { serveWeb } from '../../packages/server/src/platform/web/serve-web.ts';
import { agreedAccount, ALMACARE, type AgreedAccount } from '../support/agreed-account.ts';
import { accessibilityFindings, launchBrowser, openPage, type Complaints } from '../support/browser.ts';
import { startTestApplication, type Person, type TestApplication } from '../support/test-application.ts';

let server: TestApplication;
let browser: Browser;
let address: string;
let account: AgreedAccount;
const everybody: Complaints[] = [];
beforeAll(async () => {
  const built = await buildWeb();
  if (!built.ok) throw new Error(built.refusal.sentence);
  server = await startTestApplication('2026-06-01T08:00:00Z', [(app) => serveWeb(app, built.value.folder)]);
  address = await server.app.listen({ port: 0, host: '127.0.0.1' });
  browser = await launchBrowser();
  account = await agreedAccount(server.db, 'almacare', 'enhanced', ALMACARE);
}, 120_000);
afterAll(async () => {
  await browser.close();
  await server.stop();
});

async function at(person: Person, path: string): Promise<Page> {
  const { page, complaints } = await openPage(browser, { extraHTTPHeaders: { authorization: `Test ${person.id}` } });
  everybody.push(complaints);
  await page.goto(address + path);
  return page;
}

const record = (fact: string, subjectId: string, more: object = {}) =>
  server.db.write(SYSTEM, (tx) =>
    recordFacts(
      tx,
      [{ accountId: account.accountId, contractId: account.contractId, fact, subjectId, ...more }],
      { side: 'provider', via: 'test' },
      server.clock.now(),
    ),
  );

test('a promise that is met, and one that is broken, are seen by both at once', async () => {
  const engineer = await server.staff('Erin Engineer', 'support-engineer');
  const lead = await server.customer('Lena Lead', account.accountId, 'technical-lead');
  const [kept, broken] = [uuid(), uuid()];
  await record('incident.received', kept, { title: 'Cluster down', data: { severity: 1 } });
  await record('incident.received', broken, { title: 'Disk full', data: { severity: 1 } });
  const rows = await server.db.read(SYSTEM, (tx) =>
    tx.rows<{ id: string; subject_id: string }>(
      sql`select id, subject_id from obligation where promise = 'first-response'`,
    ),
  );
  const pathOf = (subject: string) =>
    `/accounts/${account.accountId}/ledger/${rows.find((row) => row.subject_id === subject)?.id}`;

  const [ours, theirs] = await Promise.all([at(engineer, pathOf(kept)), at(lead, pathOf(kept))]);
  for (const page of [ours, theirs]) {
    await page
      .getByRole('heading', { name: /First response/ })
      .first()
      .waitFor();
    await page.getByText('Open', { exact: true }).first().waitFor();
  }
  server.clock.moveTo(Temporal.Instant.from('2026-06-01T08:10:00Z'));
  await record('incident.acknowledged', kept);
  for (const page of [ours, theirs])
    await page
      .getByText(/^(Met|Kept)$/)
      .first()
      .waitFor({ timeout: 10_000 });

  await Promise.all([ours.goto(address + pathOf(broken)), theirs.goto(address + pathOf(broken))]);
  for (const page of [ours, theirs]) await page.getByText('Open', { exact: true }).first().waitFor();
  server.clock.moveTo(Temporal.Instant.from('2026-06-01T08:30:01Z'));
  await wakeAccounts(server.db, server.clock.now(), (_account, error) => {
    throw error;
  });
  for (const page of [ours, theirs])
    await page
      .getByText(/^(Broken|Breached)$/)
      .first()
      .waitFor({ timeout: 10_000 });
  for (const page of [ours, theirs]) expect(await accessibilityFindings(page)).toEqual([]);
  expect(everybody.flatMap(({ said }) => said)).toEqual([]);
}, 120_000);
