/**
 * What somebody wrote with ill will, as the page of its ticket shows it: nothing runs, nothing is fetched from elsewhere, nobody is
 * led astray, and what is only long or deep does not hold up the page.
 */
import { afterAll, beforeAll, expect, test } from 'vitest';
import { v7 as uuid } from 'uuid';
import { recordFacts } from '../../packages/server/src/obligations/index.ts';
import { SYSTEM } from '../../packages/server/src/platform/database/actor.ts';
import { agreedAccount, ALMACARE } from '../support/agreed-account.ts';
import { startWebApplication, type WebApplication } from '../support/web-application.ts';

const MOST = 100_000;
const SOON_MS = 15_000;

const HOSTILE = [
  '<script>window.hit = 1</script>',
  '<img src=x onerror="window.hit = 1">',
  '<svg/onload=window.hit=1>',
  '"><iframe src="javascript:parent.hit=1"></iframe>',
  '[run](javascript:window.hit=1) [run](JaVaScRiPt:window.hit=1) [run](data:text/html,<script>window.hit=1</script>)',
  '<javascript:window.hit=1>',
  '![pixel](https://tracker.test/pixel.png)',
  '![x](javascript:window.hit=1)',
  '[^1]\n\n[^1]: <b onclick="window.hit=1">footnote</b>',
  '# A heading\n\n## Another\n\n###### And one more',
  '| a | b |\n| - | - |\n| <script>window.hit=1</script> | `|` |',
  '\u202Egnp.exe',
  'x'.repeat(5000),
];

const COSTLY = [
  '>',
  '> ',
  '- ',
  '1. ',
  '[',
  '*',
  '**a',
  '*a_',
  '_',
  '`',
  '![',
  '<',
  '&',
  '|',
  '~',
  '[a](',
  '\t',
  '&amp;',
];

let web: WebApplication;
let accountId: string;
const ticketId = uuid();

beforeAll(async () => {
  web = await startWebApplication();
  const account = await agreedAccount(web.db, 'almacare', 'enhanced', { name: 'Birch Clinic', ...ALMACARE });
  ({ accountId } = account);
  await web.db.write(SYSTEM, (tx) =>
    recordFacts(
      tx,
      [{ ...account, fact: 'incident.received', subjectId: ticketId, title: '<b>Bold</b>', data: { severity: 1 } }],
      { side: 'provider', via: 'test' },
      web.clock.now(),
    ),
  );
  const customer = await web.customer('Mallory', accountId, 'technical-lead');
  for (const piece of [...HOSTILE, ...COSTLY.map((each) => each.repeat(MOST / each.length))]) {
    const body = piece.trim() === '' ? `.${piece}.` : piece;
    const { status } = await web.call(customer, 'POST', `/accounts/${accountId}/tickets/${ticketId}/messages`, {
      body: { body },
      headers: { 'idempotency-key': uuid() },
    });
    // What the API refuses nobody gets to see.
    expect([201, 400, 422]).toContain(status);
  }
}, 120_000);
afterAll(() => web.stop());

test('nothing of it runs, leads away or holds up the page', async () => {
  const engineer = await web.staff('Erin Engineer', 'support-engineer');
  const page = await web.open(engineer, '/tickets');
  const elsewhere: string[] = [];
  page.on('request', (request) => {
    if (!request.url().startsWith(web.address) && !request.url().startsWith('data:')) elsewhere.push(request.url());
  });
  const begun = performance.now();
  await page.goto(`/accounts/${accountId}/tickets/${ticketId}`);
  await page.getByRole('heading', { level: 1, name: '<b>Bold</b>' }).waitFor();
  const conversation = page.getByRole('list', { name: 'Conversation, the earliest first' });
  await conversation.getByText('run', { exact: true }).first().waitFor();
  await conversation.getByRole('article').nth(20).waitFor();
  expect(performance.now() - begun).toBeLessThan(SOON_MS);
  expect(await page.evaluate('window.hit')).toBeUndefined();
  expect(elsewhere).toEqual([]);
  const count = (selector: string) => conversation.locator(selector).count();
  expect(await count('script, iframe, object, img, style, h1, h2, h3')).toBe(0);
  expect(await count('[onclick], [onerror], [onload], [href^="javascript" i], [href^="data" i]')).toBe(0);
  await web.isFine(page);
}, 120_000);

test('nor does what was written into any other field of a ticket, on any page that shows it', async () => {
  const script = '<img src=x onerror="window.hit = 1">"><script>window.hit = 1</script>';
  const mara = await web.staff('Mara Manager', 'team-lead');
  const path = `/accounts/${accountId}/tickets/${ticketId}`;
  const done = async (method: string, to: string, body: object, headers = {}) => {
    const reply = await web.call(mara, method, to, { body, headers });
    expect([to, reply.status < 300]).toEqual([to, true]);
    return reply.body;
  };
  const { version } = (await web.call(mara, 'GET', path)).body;
  await done('PATCH', path, { subject: `${script} Marker`, queue: script }, { 'if-match': `"${version}"` });
  const upload = await web.app.inject({
    method: 'POST',
    url: `/api/v1/accounts/${accountId}/files?name=${encodeURIComponent(`${script}.png`)}`,
    payload: Buffer.from(script),
    headers: { authorization: `Test ${mara.id}`, 'content-type': 'application/octet-stream' },
  });
  const { id: fileId } = upload.json<{ id: string }>();
  await done('POST', `${path}/messages`, { body: 'With a file.', fileIds: [fileId] });
  await done('POST', `${path}/side`, { side: 'customer', reason: script });
  await done('POST', `${path}/severity`, { severity: 2, reason: script });
  await done('PUT', `${path}/drafts/shared`, { body: script });
  await done('POST', '/ticket-views', { name: script.slice(0, 80), filter: { search: script.slice(0, 80) } });
  await done('POST', `${path}/ending`, { how: 'resolved', because: 'fixed', note: script });
  const page = await web.open(mara, path);
  const runs = async () => {
    expect(await page.evaluate('window.hit')).toBeUndefined();
    expect(await page.locator('main img[src="x"], main script').count()).toBe(0);
    await web.isFine(page);
  };
  await page.getByRole('heading', { level: 1, name: /Marker/ }).waitFor();
  await page.getByText(script).first().waitFor();
  await runs();
  await page.keyboard.press('v');
  await page
    .getByRole('list', { name: 'Facts, the latest first' })
    .getByText(/resolved/i)
    .first()
    .waitFor();
  await runs();
  for (const list of ['/tickets?state=ended', `/accounts/${accountId}`, '/today']) {
    await page.goto(list);
    await page.getByRole('main').getByText(/\S/).first().waitFor();
    await runs();
  }
}, 120_000);
