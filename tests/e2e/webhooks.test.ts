/** An administrator makes a webhook in the browser, keeps its secret, sees what it was told and sends it again. */
import { createServer, type Server } from 'node:http';
import { once } from 'node:events';
import sql from 'sql-template-tag';
import { v7 as uuid } from 'uuid';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { recordFacts } from '../../packages/server/src/obligations/index.ts';
import { SYSTEM } from '../../packages/server/src/platform/database/actor.ts';
import { feedWebhooks } from '../../packages/server/src/webhooks/feed.ts';
import { webhookTasks } from '../../packages/server/src/webhooks/index.ts';
import { verified } from '../../packages/server/src/webhooks/oracles/verify.ts';
import { agreedAccount, ALMACARE } from '../support/agreed-account.ts';
import { startWebApplication, type WebApplication } from '../support/web-application.ts';

let web: WebApplication;
let receiver: Server;
let address: string;
const heard: { readonly headers: Record<string, string | string[] | undefined>; readonly body: string }[] = [];
let status = 500;
beforeAll(async () => {
  web = await startWebApplication();
  receiver = createServer((request, response) => {
    let body = '';
    request.on('data', (chunk: Buffer) => (body += chunk.toString()));
    request.on('end', () => {
      heard.push({ headers: request.headers, body });
      response.writeHead(status).end();
    });
  });
  receiver.listen(0, '127.0.0.1');
  await once(receiver, 'listening');
  const bound = receiver.address();
  address = `http://127.0.0.1:${typeof bound === 'object' ? bound?.port : 0}/`;
}, 120_000);
afterAll(async () => {
  receiver.close();
  await web.stop();
});

/** What the worker does: feeds, and sends what is due. */
async function work(): Promise<void> {
  const now = web.clock.now();
  const left = () =>
    web.db.read(SYSTEM, (tx) =>
      tx.rows<{ accountId: string; deliveryId: string }>(
        sql`select account_id as "accountId", id as "deliveryId" from webhook_delivery where state = 'waiting'`,
      ),
    );
  // Transactions of other tests on this server of databases hold the journal back.
  while ((await left()).length === 0) await feedWebhooks(web.db, now);
  const helpers = { db: web.db, now, signal: new AbortController().signal, attempt: 1 };
  for (const delivery of await left()) await webhookTasks(['127.0.0.0/8'])['send-webhook']?.(delivery, helpers);
}

test('from the empty page to a message that was heard', async () => {
  const admin = await web.staff('Ada Admin', 'administrator');
  const page = await web.open(admin, '/administration/webhooks');
  await page.getByRole('button', { name: 'Add a webhook' }).click();
  const dialogue = page.getByRole('dialog');
  await dialogue.getByRole('textbox', { name: 'Address' }).fill('https://127.0.0.1/hook');
  await dialogue.getByRole('button', { name: 'Make the webhook' }).click();
  await dialogue.getByText('no address of the public internet').first().waitFor();
  web.complaintsOf(page).forgive(/422/);
  await dialogue.getByRole('textbox', { name: 'Address' }).fill('https://example.com/hook');
  await dialogue.getByRole('textbox', { name: 'What it is for' }).fill('The chat of the desk');
  await dialogue.getByRole('button', { name: 'Make the webhook' }).click();
  await page.getByRole('button', { name: 'I have kept it' }).waitFor();
  const secret = /whsec_[\w+/=]+/.exec((await dialogue.textContent()) ?? '')?.[0] ?? '';
  expect(secret).not.toBe('');
  await page.getByRole('button', { name: 'I have kept it' }).click();
  await page.getByText('The chat of the desk').waitFor();

  await web.db.write(SYSTEM, async (tx) => ({
    ok: true,
    value: await tx.run(sql`update webhook set url = ${address}`),
  }));
  const { accountId, contractId } = await agreedAccount(web.db, 'almacare', 'enhanced', ALMACARE);
  const fact = { accountId, contractId, fact: 'escalation.raised', subjectId: uuid() };
  await web.db.write(SYSTEM, (tx) => recordFacts(tx, [fact], { side: 'provider', via: 'test' }, web.clock.now()));
  await work();
  await page.getByRole('link', { name: /^Deliveries/ }).click();
  const row = page.getByRole('row', { name: /escalation\.raised/ });
  await row.getByText('It answered 500.').waitFor();
  await row.getByText('Waiting').waitFor();
  await web.isFine(page);

  status = 200;
  await row.getByRole('button', { name: 'Send again' }).click();
  await expect.poll(() => web.call(admin, 'GET', '/webhooks').then(({ body }) => body.rows[0].waiting)).toBe(1);
  await work();
  await page.reload();
  await row.getByText('Heard').waitFor();
  const last = heard.at(-1);
  const now = Math.floor(web.clock.now().epochMilliseconds / 1000);
  expect(last && verified(last.headers, last.body, secret, now)).toBe(true);
  expect(new Set(heard.map(({ headers }) => headers['webhook-id'])).size).toBe(1);
});

test('thousands that were given up are sent again, and the page says how far that has come', async () => {
  const admin = await web.staff('Alan Admin', 'administrator');
  const [{ id, account } = { id: '', account: '' }] = await web.db.read(SYSTEM, (tx) =>
    tx.rows<{ id: string; account: string }>(
      sql`select w.id, a.account_id as account from webhook w, account a limit 1`,
    ),
  );
  const run = (statement: ReturnType<typeof sql>) =>
    web.db.write(SYSTEM, async (tx) => ({ ok: true, value: await tx.run(statement) }));
  await run(sql`with fact as (
      insert into journal (account_id, id, fact, subject_id, at, recorded_at, by_side, via)
      select ${account}, uuid_v7(), 'incident.replied', ${uuid()}, ${web.clock.now().toString()}, now(), 'system', 'test' from generate_series(1, 1201) returning account_id, id)
    insert into webhook_delivery (account_id, webhook_id, journal_id, created_at, state, attempts, error)
    select ${account}, ${id}, id, ${web.clock.now().toString()}, 'failed', 10, 'It answered 500.' from fact`);
  const page = await web.open(admin, `/administration/webhooks/${id}?state=failed`);
  await page.getByRole('button', { name: 'Send again what was given up' }).click();
  await page.getByRole('status').getByText('Sending again: 701 deliveries still to be taken up.').waitFor();
  await web.isFine(page);
  for (const [width, height] of [
    [1440, 900],
    [390, 844],
    [360, 780],
  ] as const) {
    await page.setViewportSize({ width, height });
    expect(await page.evaluate('document.documentElement.scrollWidth <= innerWidth')).toBe(true);
  }
  const [left] = await web.db.read(SYSTEM, (tx) => tx.rows<{ id: string }>(sql`select id from webhook_again`));
  const helpers = { db: web.db, now: web.clock.now(), signal: new AbortController().signal, attempt: 1 };
  await webhookTasks([])['send-webhooks-again']?.({ webhookId: id, againId: left?.id ?? '' }, helpers);
  await page.getByText('None in this state').waitFor();
  await web.isFine(page);
}, 90_000);

test('all since an instant is sent again, heard or not: typed in one’s own zone, counted before, followed after', async () => {
  const admin = await web.staff('Alma Admin', 'administrator');
  const [{ id } = { id: '' }] = await web.db.read(SYSTEM, (tx) => tx.rows<{ id: string }>(sql`select id from webhook`));
  const run = (statement: ReturnType<typeof sql>) =>
    web.db.write(SYSTEM, async (tx) => ({ ok: true, value: await tx.run(statement) }));
  await run(sql`update person set zone = 'Pacific/Auckland' where id = ${admin.id}`);
  const hourAgo = web.clock.now().subtract({ minutes: 60 });
  const typed = (at: Temporal.Instant) =>
    at.toZonedDateTimeISO('Pacific/Auckland').toPlainDateTime().toString({ smallestUnit: 'minute' });
  await run(
    sql`update webhook_delivery set state = 'delivered', created_at = ${hourAgo.toString()} where webhook_id = ${id}`,
  );
  const page = await web.open(admin, `/administration/webhooks/${id}`);
  await page.getByRole('row', { name: /Heard/ }).first().waitFor();
  await page.getByRole('button', { name: 'Send all again since…' }).click();
  const dialogue = page.getByRole('dialog', { name: 'Send all again since…' });
  const since = dialogue.getByLabel('Since (Pacific/Auckland)');
  const send = dialogue.getByRole('button', { name: 'Send them again' });
  await since.fill(typed(web.clock.now().subtract({ minutes: 30 })));
  await dialogue.getByRole('status').getByText('There is nothing since then.').waitFor();
  expect(await send.isDisabled()).toBe(true);
  await since.fill(typed(web.clock.now().subtract({ minutes: 90 })));
  await dialogue.getByRole('status').getByText('It will be 1,202 deliveries.').waitFor();
  await web.isFine(page);
  for (const [width, height] of [
    [1440, 900],
    [360, 780],
  ] as const) {
    await page.setViewportSize({ width, height });
    expect(await page.evaluate('document.documentElement.scrollWidth <= innerWidth')).toBe(true);
  }
  // By keys alone.
  await since.press('Enter');
  await dialogue.waitFor({ state: 'detached' });
  await page.getByText('1,202 deliveries, one after the other.').waitFor();
  await page.getByRole('status').getByText('Sending again: 702 deliveries still to be taken up.').waitFor();
  expect(await page.getByRole('button', { name: 'Send all again since…' }).isDisabled()).toBe(true);
  await web.isFine(page);
  const [left] = await web.db.read(SYSTEM, (tx) => tx.rows<{ id: string }>(sql`select id from webhook_again`));
  const helpers = { db: web.db, now: web.clock.now(), signal: new AbortController().signal, attempt: 1 };
  await webhookTasks([])['send-webhooks-again']?.({ webhookId: id, againId: left?.id ?? '' }, helpers);
  await page.getByRole('status').getByText('still to be taken up').waitFor({ state: 'detached' });
  await page
    .getByRole('row', { name: /Waiting/ })
    .first()
    .waitFor();
  expect(await page.getByRole('row', { name: /Heard/ }).count()).toBe(0);
}, 90_000);
