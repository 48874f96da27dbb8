/** A ticket with hundreds of messages: what is new is all that is read and shown, and the page answers meanwhile. */
import type { Page, Request } from 'playwright-core';
import sql from 'sql-template-tag';
import { v7 as uuid } from 'uuid';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { recordFacts } from '../../packages/server/src/obligations/index.ts';
import { SYSTEM } from '../../packages/server/src/platform/database/actor.ts';
import { agreedAccount, ALMACARE } from '../support/agreed-account.ts';
import type { Person } from '../support/test-application.ts';
import { startWebApplication, type WebApplication } from '../support/web-application.ts';

const MINUTES = 120_000;
const MESSAGES = 500;

let web: WebApplication;
let page: Page;
let lead: Person;
let messages: string;

beforeAll(async () => {
  web = await startWebApplication();
  const account = await agreedAccount(web.db, 'almacare', 'enhanced', { name: 'Birch Clinic', ...ALMACARE });
  const { accountId } = account;
  const ticketId = uuid();
  const erin = await web.staff('Erin Engineer', 'support-engineer');
  lead = await web.customer('Lena Lead', accountId, 'technical-lead');
  const fact = { ...account, fact: 'incident.received', subjectId: ticketId, title: 'A long story' };
  await web.db.write(SYSTEM, async (tx) => {
    const recorded = await recordFacts(
      tx,
      [{ ...fact, data: { severity: 2 } }],
      { side: 'provider', via: 'test' },
      web.clock.now(),
    );
    await tx.run(sql`insert into ticket_message (account_id, id, ticket_id, author_id, author_side, audience, body, at, via)
      select ${accountId}, uuid_v7(), ${ticketId}, ${erin.id}, 'provider', 'shared', 'Step **' || n || '** of the story', ${web.clock.now().toString()}::timestamptz
        - (${MESSAGES} - n) * interval '1 minute', 'test' from generate_series(1, ${MESSAGES}) n`);
    return recorded;
  });
  messages = `/accounts/${accountId}/tickets/${ticketId}/messages`;
  page = await web.open(erin, `/accounts/${accountId}/tickets/${ticketId}`);
}, MINUTES);
afterAll(() => web.stop());

/** In the page: counts how many of the messages that are there now are touched from here on. */
const WATCH = `(() => {
  const touched = new Set();
  const cards = [...document.querySelectorAll('ol[aria-label^="Conversation"] > li')];
  new MutationObserver((changes) => {
    for (const { target } of changes) for (const card of cards) if (card.contains(target)) touched.add(card);
  }).observe(document.querySelector('ol[aria-label^="Conversation"]'), { subtree: true, childList: true, characterData: true, attributes: true });
  window.touchedCards = touched;
  return cards.length;
})()`;

/** How many messages a request has brought. */
async function rowsOf(request: Request): Promise<number> {
  const reply = await request.response();
  if (reply === null) throw new Error(`${request.url()} has finished without a response`);
  return ((await reply.json()) as { rows: unknown[] }).rows.length;
}

test(
  'the beginning and the end are shown, the rest when asked for',
  async () => {
    await page.getByText('Step 500 of the story').waitFor();
    await page.getByText('Step 2 of the story').waitFor();
    // Of all of them axe would take half a minute.
    await web.isFine(page);
    await page.getByRole('button', { name: 'Show 468 messages between' }).click();
    await expect.poll(() => page.getByRole('article').count(), { timeout: 20_000 }).toBe(MESSAGES);
  },
  MINUTES,
);

test(
  'what comes in is read alone, and leaves the others as they are; so does writing',
  async () => {
    expect(await page.evaluate(WATCH)).toBe(MESSAGES);
    const read: Promise<number>[] = [];
    const notice = (request: Request) => {
      if (request.method() === 'GET' && request.url().includes(messages)) read.push(rowsOf(request));
    };
    // Not at its response: a request that the page gives up after that has no body to read.
    page.on('requestfinished', notice);
    await web.moveTo('2026-06-01T08:20:00Z');
    const posted = await web.call(lead, 'POST', messages, {
      body: { body: 'And it goes on.' },
      headers: { 'idempotency-key': uuid() },
    });
    expect(posted.status).toBe(201);
    await page.getByText('And it goes on.').waitFor();
    await page.getByRole('textbox', { name: 'Reply' }).pressSequentially('Thank you');
    await expect.poll(() => read.length).toBeGreaterThan(0);
    // What later tests read may be cut off when the page is closed.
    page.off('requestfinished', notice);
    // Those of the last five minutes are read again: servers' clocks differ.
    expect(Math.max(...(await Promise.all(read)))).toBeLessThan(10);
    expect(await page.evaluate('window.touchedCards.size')).toBe(0);
    expect(await page.getByRole('article').count()).toBe(MESSAGES + 1);
  },
  MINUTES,
);

test(
  'what is erased is gone from the page as well',
  async () => {
    const admin = await web.staff('Ada Admin', 'administrator');
    const [accountId = ''] = /(?<=\/accounts\/)[^/]+/.exec(messages) ?? [];
    await web.db.write(SYSTEM, async (tx) => {
      await tx.run(
        sql`update ticket_message set body = '(erased)' where account_id = ${accountId} and author_id = ${lead.id}`,
      );
      return recordFacts(
        tx,
        [{ accountId, fact: 'person.erased', subjectId: lead.id }],
        { side: 'provider', via: 'test', personId: admin.id },
        web.clock.now(),
      );
    });
    await page.getByText('And it goes on.').waitFor({ state: 'detached' });
    await page.getByText('(erased)').waitFor();
  },
  MINUTES,
);
