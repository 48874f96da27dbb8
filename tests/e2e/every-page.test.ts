/**
 * Every page of the web application, full of data, as staff and as a customer see it: wide and light, narrow and dark. None may
 * break a rule of axe, complain in the console, or be wider than a phone of 360 pixels.
 */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { BrowserContextOptions, Page } from 'playwright-core';
import sql from 'sql-template-tag';
import { v7 as uuid } from 'uuid';
import { afterAll, beforeAll, expect, test, type TestContext } from 'vitest';
import { queueMail } from '../../packages/server/src/notifications/index.ts';
import { recordFacts, wakeAccounts } from '../../packages/server/src/obligations/index.ts';
import { feedWebhooks } from '../../packages/server/src/webhooks/feed.ts';
import { SYSTEM } from '../../packages/server/src/platform/database/actor.ts';
import { agreedAccount, ALMACARE } from '../support/agreed-account.ts';
import { accessibilityFindings } from '../support/browser.ts';
import type { Person } from '../support/test-application.ts';
import { comesToRest, startWebApplication, type WebApplication } from '../support/web-application.ts';

const sources = join(import.meta.dirname, '../../packages/web/src');

/** Each page by its pattern, with who comes there. Signing in has a test that walks its pages. */
const PAGES: Readonly<Record<string, 'staff' | 'both'>> = {
  '/today': 'staff',
  '/tickets': 'staff',
  '/accounts': 'staff',
  '/accounts/$accountId': 'both',
  '/accounts/$accountId/tickets': 'both',
  '/accounts/$accountId/tickets/new': 'both',
  '/accounts/$accountId/tickets/$ticketId': 'both',
  '/accounts/$accountId/ledger': 'both',
  '/accounts/$accountId/tickets/$ticketId?view=history': 'both',
  '/accounts/$accountId/ledger/$obligationId': 'both',
  '/accounts/$accountId/record': 'both',
  '/accounts/$accountId/contracts': 'both',
  '/accounts/$accountId/contracts/new': 'staff',
  '/accounts/$accountId/contracts/$contractId': 'both',
  '/accounts/$accountId/contracts/$contractId/document': 'both',
  '/accounts/$accountId/contracts/$contractId/change': 'staff',
  '/accounts/$accountId/people': 'both',
  '/accounts/$accountId/licences': 'both',
  '/accounts/$accountId/timeline': 'both',
  '/accounts/$accountId/data': 'both',
  '/agreements': 'staff',
  '/agreements/$descriptionId': 'staff',
  '/agreements/$descriptionId/versions/$versionId': 'staff',
  '/agreements/$descriptionId/versions/$versionId/source': 'staff',
  '/agreements/$descriptionId/versions/$versionId/changes': 'staff',
  '/agreements/$descriptionId/versions/$versionId/history': 'staff',
  '/administration/people': 'staff',
  '/administration/people/$personId': 'staff',
  '/administration/settings': 'staff',
  '/administration/single-sign-on': 'staff',
  '/administration/products': 'staff',
  '/administration/jobs': 'staff',
  '/administration/mail': 'staff',
  '/administration/mail/$mailId': 'staff',
  '/administration/webhooks': 'staff',
  '/administration/webhooks/$webhookId': 'staff',
  '/administration/audit': 'staff',
  '/profile': 'both',
  '/profile/notifications': 'both',
  '/profile/security': 'both',
  '/profile/tokens': 'both',
  '/notifications': 'both',
  '/there-is-no-such-page': 'both',
};
/** Signing in is not part of the test application, so it has no passkeys to list. */
const NO_SIGN_IN = /404 .*\/api\/auth\/passkey\//;
/** A page is loaded once and then changes its looks, as on a telephone that is turned at night: loading is what takes time. */
const LOOKS = {
  'wide and light': { viewport: { width: 1440, height: 900 }, colorScheme: 'light' },
  'narrow and dark': { viewport: { width: 390, height: 844 }, colorScheme: 'dark' },
} as const satisfies Record<string, BrowserContextOptions>;
const NARROWEST = { width: 360, height: 780 };
/** Half faded in, nothing has the contrast that it will have. */
const STILL = { reducedMotion: 'reduce' } as const satisfies BrowserContextOptions;

let web: WebApplication;
let administrator: Person;
let approver: Person;
/** What stands for each `$name` of the patterns. */
let ids: Readonly<Record<string, string>>;

beforeAll(async () => {
  web = await startWebApplication();
  ({ administrator, approver, ids } = await moveIn());
}, 120_000);
afterAll(() => web.stop());

/** An account in which there is something on every page. */
async function moveIn() {
  const admin = await web.staff('Ada Admin', 'administrator', 'service-manager');
  const account = await agreedAccount(web.db, 'almacare', 'enhanced', ALMACARE);
  const { accountId, contractId } = account;
  const customer = await web.customer(
    'Avery Approver',
    accountId,
    'approver',
    'technical-lead',
    'customer-administrator',
  );
  await web.serves(admin, accountId, 'technical-account-manager');
  const send = async (path: string, body: object, headers: Record<string, string> = {}) => {
    const reply = await web.call(admin, 'POST', path, { body, headers: { 'idempotency-key': uuid(), ...headers } });
    if (reply.status >= 300) throw new Error(`${path}: ${reply.status} ${JSON.stringify(reply.body)}`);
    return reply.body;
  };
  const record = (facts: readonly object[]) =>
    web.db.write(SYSTEM, (tx) =>
      recordFacts(
        tx,
        facts.map((fact) => ({ accountId, contractId, ...fact })) as unknown as Parameters<typeof recordFacts>[1],
        { side: 'provider', via: 'test', personId: admin.id },
        web.clock.now(),
      ),
    );
  const subjects = ['Cluster down', 'A disk of the second database server in the hall is full'].map((title) => ({
    id: uuid(),
    title,
  }));
  await record(
    subjects.map(({ id, title }) => ({ fact: 'incident.received', subjectId: id, title, data: { severity: 1 } })),
  );
  web.clock.moveTo(Temporal.Instant.from('2026-06-01T08:10:00Z'));
  await record([{ fact: 'incident.acknowledged', subjectId: subjects[0]?.id, note: 'We are on it.' }]);
  web.clock.moveTo(Temporal.Instant.from('2026-06-01T08:45:00Z'));
  await wakeAccounts(web.db, web.clock.now(), (_account, error) => {
    throw error;
  });
  const obligation = await web.db.read(SYSTEM, (tx) =>
    tx.first<{ id: string }>(sql`select id from obligation where promise = 'first-response' and state = 'breached'`),
  );
  const obligationId = obligation?.id ?? '';
  await send(`/accounts/${accountId}/obligations/${obligationId}/waivers`, { reason: 'The line was cut.' });
  const ticketId = subjects[0]?.id ?? '';
  for (const [audience, body] of [
    ['shared', 'Which kernel?\n\n```\nuname -a\n```\n\n| host | state |\n| --- | --- |\n| db1 | down |'],
    ['internal', '> One\n> two\n> three\n> four\n> five\n\n- [x] looked at it\n- [ ] asked'],
  ])
    await send(`/accounts/${accountId}/tickets/${ticketId}/messages`, { audience, body });
  const webhook = await send('/webhooks', { url: 'https://example.com/hook', says: 'The chat of the desk' });
  await record([{ fact: 'incident.replied', subjectId: ticketId }]);
  await feedWebhooks(web.db, web.clock.now());
  const product = await send('/products', { name: 'AlmaLinux 10', says: 'The operating system.' });
  await send(`/accounts/${accountId}/licences`, {
    ...{ productId: product.id, quantity: 40, validFrom: '2026-01-01', validUntil: '2026-12-31' },
  });
  await record([{ fact: 'person.trained', subjectId: customer.id }]);
  await send('/staff-invitations', {
    ...{ name: 'Tess Lead', email: 'tess@provider.test', zone: 'Europe/Berlin', roles: ['team-lead'] },
  });
  const { body: contract } = await web.call(admin, 'GET', `/accounts/${accountId}/contracts/${contractId}`);
  await send(
    `/accounts/${accountId}/contracts/${contractId}/changes`,
    {
      versionId: contract.current.versionId,
      level: 'essential',
      parameters: ALMACARE.parameters,
      fromAt: null,
      note: '',
    },
    { 'if-match': `"${contract.version}"` },
  );
  const text = readFileSync(join(sources, '../../../services/almacare.yaml'), 'utf8');
  const next = text
    .replace('version: "1.0"', 'version: "1.1"')
    .replace(
      '  history:\n',
      '  history:\n    - {version: "1.1", date: 2026-11-21, author: Ada Admin, change: Slower}\n',
    )
    .replaceAll('enhanced:  {1: 30 minutes,', 'enhanced:  {1: 45 minutes,');
  const draft = await send('/descriptions', { source: next, changeNote: 'Slower.' });
  const mail = {
    to: { address: 'ada@provider.test', name: 'Ada' },
    subject: 'One new',
    text: 'One new.',
    html: '<p>One new.</p>',
  };
  const mailId = await web.db.write(SYSTEM, async (tx) => ({
    ok: true,
    value: await queueMail(tx, mail, web.clock.now()),
  }));
  const versionId = draft.id as string;
  const descriptionId = draft.descriptionId as string;
  return {
    administrator: admin,
    approver: customer,
    ids: {
      ...{ ticketId, webhookId: webhook.id },
      ...{ accountId, contractId, obligationId, versionId, descriptionId, mailId: mailId.value },
      personId: admin.id,
    },
  };
}

const addressOf = (pattern: string) =>
  pattern.replaceAll(/\$(\w+)/g, (_all, name: string) => {
    const id = ids[name];
    // The page of nothing would be in order, too.
    if (!id) throw new Error(`There is no ${name} to look at.`);
    return id;
  });

/**
 * As somebody goes there who is at another page already, which takes half the time of loading all anew. Each page has a title of
 * its own, and gets it when it stands; the two views of a ticket share one, so neither is walked to from the other.
 */
async function goThere(page: Page, address: string, { expect: hope }: TestContext): Promise<void> {
  const left = await page.title();
  await page.evaluate(`history.pushState({}, '', ${JSON.stringify(address)})`);
  await hope.poll(() => page.title(), { message: address, interval: 20 }).not.toBe(left);
}

/** Until all that the page asks for is there. */
async function isThere(page: Page): Promise<void> {
  await page.getByRole('heading', { level: 1 }).waitFor();
  await page.locator('main .mantine-Skeleton-root').first().waitFor({ state: 'detached' });
}

async function faultsOf(page: Page): Promise<readonly string[]> {
  const complaints = web.complaintsOf(page);
  complaints.forgive(NO_SIGN_IN);
  const said = [...complaints.said];
  complaints.forgive(/./s);
  return [...said, ...(await accessibilityFindings(page))];
}

/** In the browser: what follows from another look or width is laid out and painted. */
const PAINTED = `new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)))`;

/** In the browser: what stands out of the page, where it scrolls sideways, and tables that stand out of their frames. */
const SIDEWAYS = `(() => {
  const { scrollWidth, clientWidth } = document.documentElement;
  const standsOut = (each) => each.getBoundingClientRect().right > each.parentElement.getBoundingClientRect().right + 1;
  const scrolls = (each) => ['auto', 'scroll'].includes(getComputedStyle(each).overflowX);
  const tables = [...document.querySelectorAll('main table')].filter((each) => standsOut(each) && !scrolls(each.parentElement));
  const wide = scrollWidth <= clientWidth ? [] : [...document.querySelectorAll('body *')].filter((each) => each.getBoundingClientRect().right > clientWidth + 1);
  return [...tables, ...wide.slice(0, 3)].map((each) => each.outerHTML.slice(0, 140));
})()`;

test('no page is left out of the walk', () => {
  const files = readdirSync(sources, { withFileTypes: true }).filter(
    (entry) => entry.isDirectory() && entry.name !== 'sign-in',
  );
  const walked = Object.keys(PAGES);
  const missing = files.flatMap(({ name }) => {
    const file = readdirSync(join(sources, name)).includes('routes.ts') ? join(sources, name, 'routes.ts') : undefined;
    const paths = file === undefined ? [] : readFileSync(file, 'utf8').matchAll(/path: '\/?([^']+)'/g);
    return [...paths].flatMap(([, path = '']) =>
      walked.some((each) => `${each}/`.includes(`/${path}/`)) ? [] : [path],
    );
  });
  expect(missing.filter((path) => path !== '/')).toEqual([]);
});

for (const side of ['staff', 'customer'] as const) {
  test.concurrent(`${side}: every page is in order, wide and light, narrow and dark`, async (context) => {
    const page = await web.open(side === 'staff' ? administrator : approver, '/profile', STILL);
    const faults: Record<string, readonly string[]> = {};
    for (const [pattern, who] of Object.entries(PAGES)) {
      if (side === 'customer' && who === 'staff') continue;
      await goThere(page, addressOf(pattern), context);
      for (const [look, { colorScheme, viewport }] of Object.entries(LOOKS)) {
        await page.emulateMedia({ colorScheme });
        await page.setViewportSize(viewport);
        await page.locator(`html[data-mantine-color-scheme="${colorScheme}"]`).waitFor();
        await isThere(page);
        await page.evaluate(PAINTED);
        await comesToRest(page);
        const found = await faultsOf(page);
        if (found.length > 0) faults[`${pattern}, ${look}`] = found;
      }
      await page.setViewportSize(NARROWEST);
      await page.evaluate(PAINTED);
      const wide = await page.evaluate<readonly string[]>(SIDEWAYS);
      if (wide.length > 0) faults[`${pattern}, narrowest`] = wide;
    }
    expect(faults).toEqual({});
  }, 240_000);
}
