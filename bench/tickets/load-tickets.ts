/**
 * The bulk path: thousands of tickets a second with their journal, ledger and search, row for row what submitting, replying
 * and resolving would have left (load-tickets.test.ts). Nobody is told of them, as of whatever is taken over from elsewhere.
 */
import { once } from 'node:events';
import { Worker } from 'node:worker_threads';
import type { Client } from 'pg';
import { sealJournal } from '../../packages/server/src/journal/index.ts';
import type { Database } from '../../packages/server/src/platform/database/database.ts';
import type { Account } from './desk.ts';
import type { Life } from './lives.ts';
import { type Given, loadingClient, type Part, TABLES } from './loading.ts';
import type { LastSeal } from './rows-of-journal.ts';
import { knownWords } from './texts.ts';
import { withoutIndexes } from './without-indexes.ts';

/** While one waits for PostgreSQL, the other reckons; each one more costs a second of compiling. */
const THREADS = 2;
/** Tickets that travel together. */
const BATCH = 1000;
/** What a thread makes is short-lived, but there is much of it at a time: with less it is copied twice. */
const YOUNG_MB = 96;

export type ToLoad = { readonly account: Account; readonly lives: readonly Life[] };
type Parts = { readonly url: string; readonly db: Database; readonly now: Temporal.Instant };

/** `url` is the owner's, who has to be a superuser: triggers and foreign keys are passed over. Nobody else writes meanwhile. */
export async function loadTickets({ url, db, now }: Parts, all: Iterable<ToLoad>): Promise<void> {
  // What is there already; the seals of what is added follow upon it.
  await sealJournal(db, now);
  const clients = [await loadingClient(url), await loadingClient(url), await loadingClient(url)] as const;
  const [owner] = clients;
  const seals = await lastSeals(owner);
  const positions = new BigInt64Array(new SharedArrayBuffer(BigInt64Array.BYTES_PER_ELEMENT));
  positions[0] = await lastPosition(owner);
  const given: Given = {
    url,
    seconds: Math.round(now.epochMilliseconds / 1000),
    words: await knownWords(owner),
    positions,
  };
  const batches = batchesOf(all, seals);
  await withoutIndexes(clients, TABLES, async () => {
    await Promise.all(Array.from({ length: THREADS }, () => loadBeside(given, batches)));
    await owner.query(`select setval('journal_position', $1)`, [String(positions[0])]);
  });
  await owner.query('checkpoint');
  await Promise.all(clients.map((client) => client.end()));
}

/** In a thread, until there is nothing more; what it throws is thrown here. */
async function loadBeside(given: Given, batches: Iterable<readonly Part[]>): Promise<void> {
  const worker = new Worker(new URL('./loading-worker.ts', import.meta.url), {
    workerData: given,
    resourceLimits: { maxYoungGenerationSizeMb: YOUNG_MB },
  });
  await once(worker, 'message');
  for (const batch of batches) {
    // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a thread, and no window
    worker.postMessage(batch);
    await once(worker, 'message');
  }
  // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a thread, and no window
  worker.postMessage([]);
  await once(worker, 'exit');
}

async function lastSeals(owner: Client): Promise<ReadonlyMap<string, LastSeal>> {
  const { rows } = await owner.query<{ id: string; number: number; hash: Buffer }>(
    'select distinct on (account_id) account_id as id, number, hash from seal order by account_id, number desc',
  );
  return new Map(rows.map(({ id, ...seal }) => [id, seal]));
}

async function lastPosition(owner: Client): Promise<bigint> {
  const { rows } = await owner.query<{ position: string }>(`select nextval('journal_position') as position`);
  return BigInt(rows[0]?.position ?? 0);
}

/** Whole accounts, until they are enough tickets together. */
function* batchesOf(all: Iterable<ToLoad>, seals: ReadonlyMap<string, LastSeal>): Iterable<Part[]> {
  let batch: Part[] = [];
  let tickets = 0;
  for (const { account, lives } of all) {
    batch.push({ account, lives, last: seals.get(account.accountId) });
    tickets += lives.length;
    if (tickets < BATCH) continue;
    yield batch;
    [batch, tickets] = [[], 0];
  }
  if (batch.length > 0) yield batch;
}
