/** What has to be true of a database after its servers, or it itself, were killed under ticket work. */
import { setTimeout as after } from 'node:timers/promises';
import pg from 'pg';
import { expect } from 'vitest';
import { verifyAccount } from '../../packages/server/src/obligations/index.ts';
import { SYSTEM } from '../../packages/server/src/platform/database/actor.ts';
import { openDatabase } from '../../packages/server/src/platform/database/database.ts';
import type { Listeners } from './listeners.ts';
import type { Acknowledged } from './ticket-load.ts';

type Ask = <Row extends pg.QueryResultRow>(text: string, values?: unknown[]) => Promise<Row[]>;

/** All that was acknowledged is there, and done once; ledger and journal agree. Afterwards everybody is told, each once. */
export async function nothingLost(
  ownerUrl: string,
  accountId: string,
  acknowledged: Acknowledged,
  listeners: Listeners,
): Promise<void> {
  const owner = new pg.Client({ connectionString: ownerUrl });
  await owner.connect();
  const ask: Ask = async <Row extends pg.QueryResultRow>(text: string, values: unknown[] = []) =>
    (await owner.query<Row>(text, values)).rows;
  try {
    await allIsThere(ask, acknowledged);
    await eachBreachOnce(ask);
    await agrees(ownerUrl, accountId);
    await everybodyIsTold(ask, listeners);
    await agrees(ownerUrl, accountId);
  } finally {
    await owner.end();
  }
}

async function allIsThere(ask: Ask, { made, happened, subjects }: Acknowledged): Promise<void> {
  const lost = await ask(
    `select id from unnest($1::uuid[]) as acknowledged (id) where not exists (select from journal j where j.id = acknowledged.id)
      and not exists (select from ticket t where t.id = acknowledged.id) and not exists (select from ticket_message m where m.id = acknowledged.id)`,
    [made],
  );
  expect(lost).toEqual([]);
  const undone = await ask(
    `select id, fact, many from unnest($1::uuid[], $2::text[]) as acknowledged (id, fact), lateral (select count(*)::int as many
      from journal j where j.subject_id = acknowledged.id and j.fact = acknowledged.fact) found where many <> 1`,
    [happened.map(({ ticketId }) => ticketId), happened.map(({ fact }) => fact)],
  );
  expect(undone).toEqual([]);
  // Each kind of work was under way, or nothing of it was proved.
  expect(new Set(happened.map(({ fact }) => fact)).size).toBe(3);
  const again = await ask(`select subject from ticket where subject = any ($1) group by subject having count(*) <> 1`, [
    subjects,
  ]);
  expect([again, subjects.length > 0]).toEqual([[], true]);
}

async function eachBreachOnce(ask: Ask): Promise<void> {
  const twice = await ask(
    `select subject_id from journal where fact = 'obligation.breached' group by subject_id having count(*) > 1`,
  );
  const broken = await ask(`select from journal where fact = 'obligation.breached' limit 1`);
  expect([twice, broken.length]).toEqual([[], 1]);
}

async function agrees(ownerUrl: string, accountId: string): Promise<void> {
  const db = openDatabase({ url: ownerUrl, connections: 1 });
  const { differences } = await db.read(SYSTEM, (tx) => verifyAccount(tx, accountId, Temporal.Now.instant()));
  await db.close();
  expect(differences).toEqual([]);
}

/**
 * What a killed worker had taken belongs to it for a minute or ten; that time is made to pass. Then each notification is in one
 * mail and each fact in one message of the webhook; what was sent twice, because nobody could know, has the same id.
 */
async function everybodyIsTold(ask: Ask, listeners: Listeners): Promise<void> {
  await ask(`update mail set taken_until = now() where taken_until is not null`);
  await ask(`update webhook_delivery set taken_until = now() where taken_until is not null`);
  const waiting = async () => {
    await ask(`update graphile_worker._private_jobs set run_at = now() where locked_at is null and run_at > now()`);
    const [row] = await ask<{ waiting: number }>(`select
      (select count(*) from notification where mailed_at is null)::int + (select count(*) from mail where state <> 'sent')::int
      + (select count(*) from webhook_delivery where state <> 'delivered')::int
      + (select count(*) from journal j where j.fact like 'incident.%' and j.audience = 'shared'
          and not exists (select from webhook_delivery d where d.account_id = j.account_id and d.journal_id = j.id))::int as waiting`);
    return row?.waiting;
  };
  for (const until = Date.now() + 120_000; (await waiting()) !== 0 && Date.now() < until;) await after(250);
  expect(await waiting()).toBe(0);

  const failed = await ask(`select task, last_error from list_jobs(null, null, 1000) where state = 'failed'`);
  expect(failed).toEqual([]);
  const mails = await ask<{ id: string; subject: string }>(`select id, subject from mail`);
  expect(mails.length).toBeGreaterThan(0);
  const heard = listeners.mails().map((id) => id.replace(/^<|@.*$/g, ''));
  expect(new Set(heard)).toEqual(new Set(mails.map(({ id }) => id)));
  const [told] = await ask<{ many: number }>(
    `select count(*)::int as many from notification where kind = 'ticket.received'`,
  );
  const mailed = mails.reduce((sum, { subject }) => sum + newTicketsIn(subject), 0);
  expect(mailed).toBe(told?.many);

  const deliveries = await ask<{ id: string; fact: string; twice: boolean }>(`select d.id, j.fact,
      count(*) over (partition by d.webhook_id, d.journal_id) > 1 as twice
    from webhook_delivery d join journal j on j.account_id = d.account_id and j.id = d.journal_id`);
  expect(deliveries.filter(({ twice }) => twice)).toEqual([]);
  expect(new Set(listeners.webhooks.map(({ id }) => id))).toEqual(new Set(deliveries.map(({ id }) => `msg_${id}`)));
  const bodies = Map.groupBy(listeners.webhooks, ({ id }) => id);
  for (const [id, same] of bodies) expect([id, new Set(same.map(({ body }) => factIn(body))).size]).toEqual([id, 1]);
}

/** What a message tells but for the ticket, which is told as it stands when the message is sent: it moves on between two tries. */
function factIn(body: string): string {
  return JSON.stringify(JSON.parse(body, (key, value: unknown) => (key === 'ticket' ? undefined : value)));
}

/** "3 new, 1 broken: Alder Bank", or the one alone. */
function newTicketsIn(subject: string): number {
  if (subject.startsWith('A new ticket:')) return 1;
  return Number(/(\d+) new/.exec(subject)?.[1] ?? 0);
}
