/** A real `tamarack serve` over 10,000 tickets and one of 500 messages, with browsers that are signed in. */
import { createHmac, randomBytes } from 'node:crypto';
import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import type { Browser, Page } from 'playwright-core';
import { keptSecret } from '../../packages/server/src/identity/installation-secret-store.ts';
import { openDatabase } from '../../packages/server/src/platform/database/database.ts';
import { startEmbedded } from '../../packages/server/src/platform/database/embedded/start-embedded.ts';
import { prepareDatabase } from '../../packages/server/src/platform/database/prepare-database.ts';
import { CHROMIUM, launchBrowser } from '../../tests/support/browser.ts';
import { freePort, serve } from '../../tests/support/served-process.ts';
import { seeded } from '../measure/random.ts';
import { openDesk } from '../tickets/desk.ts';
import { drawLife } from '../tickets/lives.ts';
import { loadTickets } from '../tickets/load-tickets.ts';
import { OBSERVE } from './page-timing.ts';

const ACCOUNTS = 20;

export type DeskAtWork = {
  /** A browser that was never here: nothing of it is in a cache. */
  readonly open: (who: 'engineer' | 'lead', path: string) => Promise<Page>;
  readonly longTicket: string;
  readonly portalHome: string;
  readonly stop: () => Promise<void>;
};

/** So many tickets in twenty accounts, and so many messages on one of them. */
export async function deskAtWork(tickets: number, messages: number): Promise<DeskAtWork> {
  const folder = mkdtempSync(join(tmpdir(), 'tamarack-bench-'));
  chmodSync(folder, 0o755);
  const started = await startEmbedded({ folder });
  if (!started.ok) throw new Error(started.refusal.sentence);
  const { url, stop } = started.value;
  const prepared = await prepareDatabase(url);
  if (!prepared.ok) throw new Error(prepared.refusal.sentence);
  const people = await moveIn(url, tickets, messages);
  const port = String(await freePort());
  const server = await serve({ TAMARACK_DATA: folder, DATABASE_URL: url, PORT: port });
  const browser: Browser = await launchBrowser(CHROMIUM);
  return {
    ...people,
    open: async (who, path) => {
      const context = await browser.newContext({ viewport: { width: 1440, height: 900 }, locale: 'en-GB' });
      const cookie = { name: 'tamarack.session_token', value: people.cookies[who], url: server.url };
      await context.addCookies([cookie]);
      await context.addInitScript(OBSERVE);
      const page = await context.newPage();
      await page.goto(server.url + path);
      return page;
    },
    stop: async () => {
      await browser.close();
      await server.end('SIGTERM');
      await stop();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

async function moveIn(url: string, tickets: number, messages: number) {
  const now = Temporal.Now.instant().round('second');
  const owner = new pg.Client({ connectionString: url });
  await owner.connect();
  const db = openDatabase({ url, connections: 4 });
  const { accounts } = await openDesk(owner, db, ACCOUNTS, now);
  const random = seeded(11);
  const lives = (many: number) =>
    Array.from({ length: many }, (_, n) => drawLife(random, n, now.epochMilliseconds / 1000));
  const load = accounts.map((account) => ({ account, lives: lives(tickets / ACCOUNTS) }));
  await loadTickets({ url, db, now }, load);
  const [first] = accounts;
  if (!first) throw new Error('There are no accounts.');
  const { accountId, engineerId, leadId } = first;
  const { rows } = await owner.query<{ id: string }>(
    `select id from ticket where account_id = $1 and state = 'open' order by received_at, id limit 1`,
    [accountId],
  );
  const ticketId = rows[0]?.id ?? '';
  await owner.query(
    `insert into ticket_message (account_id, id, ticket_id, author_id, author_side, audience, body, at, via)
      select $1, uuid_v7(), $2, case n % 2 when 0 then $3::uuid else $4 end, case n % 2 when 0 then 'provider' else 'customer' end,
        case n % 10 when 0 then 'internal' else 'shared' end, 'Step **' || n || '** of it:' || E'\\n\\n- the \`log\` says *nothing*\\n- [the page](https://example.test/'
        || n || E') does\\n\\n> and so did the one before\\n\\n' || repeat('Words that somebody wrote about it. ', n % 7), now() - ($5 - n) * interval '1 minute', 'bench'
      from generate_series(1, $5) n`,
    [accountId, ticketId, engineerId, leadId, messages],
  );
  const secret = await keptSecret(db);
  const cookies = { engineer: await signIn(owner, secret, engineerId), lead: await signIn(owner, secret, leadId) };
  await owner.query('vacuum analyze');
  await owner.end();
  await db.close();
  const portalHome = `/accounts/${accountId}`;
  return { cookies, portalHome, longTicket: `${portalHome}/tickets/${ticketId}` };
}

/** A session as the sign-in leaves it: the row, and the cookie that the installation's secret signed. */
async function signIn(owner: pg.Client, secret: string, personId: string): Promise<string> {
  const token = randomBytes(24).toString('base64url');
  await owner.query(
    `insert into session (person_id, token, signed_in_by, created_at, updated_at, expires_at)
      values ($1, $2, 'password', now(), now(), now() + interval '1 day')`,
    [personId, token],
  );
  return encodeURIComponent(`${token}.${createHmac('sha256', secret).update(token).digest('base64')}`);
}
