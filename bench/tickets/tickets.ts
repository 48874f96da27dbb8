/** A desk with few and with very many tickets: how fast people are answered, on the embedded PostgreSQL and on a server. */
import pg from 'pg';
import { verifyAccount } from '../../packages/server/src/obligations/index.ts';
import { SYSTEM } from '../../packages/server/src/platform/database/actor.ts';
import { openDatabase } from '../../packages/server/src/platform/database/database.ts';
import { prepareDatabase } from '../../packages/server/src/platform/database/prepare-database.ts';
import type { BenchResult, Effort } from '../measure/bench.ts';
import { type Figure, figure } from '../measure/figure.ts';
import { seeded } from '../measure/random.ts';
import { type Desk, openDesk } from './desk.ts';
import { figuresOf, growthOf } from './figures.ts';
import { drawLife, type Life } from './lives.ts';
import { loadTickets, type ToLoad } from './load-tickets.ts';
import type { Place } from './places.ts';
import { type Found, serveAndAsk } from './serve-and-ask.ts';

const ACCOUNTS = 1000;
/** Enough of them to say something of all. */
const VERIFIED = 5;

export async function runAt(place: Place, { quick, rounds }: Effort): Promise<BenchResult> {
  const sizes = sizesOf(quick);
  const span = {
    milliseconds: quick ? 500 : 1200,
    rounds: Math.min(rounds, 5),
    warmUpMilliseconds: quick ? 500 : 4000,
  };
  const figures: Figure[] = [];
  const found: Found[] = [];
  let desk: Desk | undefined;
  let there = 0;
  for (const size of sizes) {
    const loaded = await load(place, desk, { from: there, to: size });
    [desk, there] = [loaded.desk, size];
    if (size === sizes.at(-1))
      figures.push(
        figure('loading in bulk, journal, ledger and search with it', 'tickets/s', [loaded.perSecond], {
          atLeast: 5000,
        }),
      );
    found.push(await serveAndAsk(place, desk, size, span));
  }
  await place.stop();
  return {
    title: `Tickets in ${ACCOUNTS.toLocaleString('en')} accounts over HTTP, 8 clients, on ${place.says}`,
    figures: [...figures, ...found.flatMap((one, i) => figuresOf(sizes[i] ?? 0, one)), ...growthOf(sizes, found)],
    notes: [
      `tamarack serve as a process of its own, its log in a file; the clients, which keep their connections, from another one of the same machine. Half of the tickets are open; what is created and replied meanwhile stays. Commits by ${found[0]?.commitsBy ?? ''} on the same database.`,
      'Memory is that of all processes of the server and of the database, shared memory counted once.',
      'Ten thousand first responses that come due in one second are tickets as well: see due-at-once.',
    ],
  };
}

/** BENCH_TICKETS=1000,50000 chooses others. */
function sizesOf(quick: boolean): number[] {
  const wanted = process.env['BENCH_TICKETS'];
  if (wanted !== undefined) return wanted.split(',').map(Number);
  return quick ? [1000, 10_000] : [1000, 100_000, 1_000_000];
}

/** Up to so many tickets; the accounts come with the first. Some accounts are verified. */
async function load(place: Place, known: Desk | undefined, { from, to }: { from: number; to: number }) {
  const { url, close } = await place.open();
  const prepared = await prepareDatabase(url);
  if (!prepared.ok) throw new Error(prepared.refusal.sentence);
  const db = openDatabase({ url, connections: 8 });
  const now = Temporal.Now.instant();
  try {
    const desk = known ?? (await newDesk(url, db, now));
    const added = livesFor(desk, from, to, now.epochMilliseconds / 1000);
    const started = performance.now();
    await loadTickets({ url, db, now }, added);
    const perSecond = (1000 * (to - from)) / (performance.now() - started);
    for (const { accountId } of desk.accounts.slice(0, VERIFIED)) {
      const { differences } = await db.read(SYSTEM, (tx) => verifyAccount(tx, accountId, Temporal.Now.instant()));
      if (differences.length > 0) throw new Error(`${accountId}: ${differences[0]?.says ?? ''}`);
    }
    return { desk, perSecond };
  } finally {
    await db.close();
    await close();
  }
}

async function newDesk(url: string, db: ReturnType<typeof openDatabase>, now: Temporal.Instant): Promise<Desk> {
  const owner = new pg.Client({ connectionString: url });
  await owner.connect();
  const desk = await openDesk(owner, db, ACCOUNTS, now);
  await owner.end();
  return desk;
}

/** One account after the other; the nth ticket is of the account whose turn it is. */
function* livesFor({ accounts }: Desk, from: number, to: number, now: number): Iterable<ToLoad> {
  const random = seeded(from + 3);
  for (const [place, account] of accounts.entries()) {
    const first = from + ((place - (from % accounts.length) + accounts.length) % accounts.length);
    const lives: Life[] = [];
    for (let n = first; n < to; n += accounts.length) lives.push(drawLife(random, n, Math.floor(now)));
    yield { account, lives };
  }
}
