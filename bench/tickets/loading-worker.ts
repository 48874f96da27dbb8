/** Reckons the tickets of accounts and writes them, in a thread beside others: one alone lets PostgreSQL wait. */
import { once } from 'node:events';
import { parentPort, workerData } from 'node:worker_threads';
import { factsWanted } from '../../packages/server/src/obligations/facts-wanted.ts';
import { loadFacts } from '../../packages/server/src/obligations/facts-views.ts';
import { SYSTEM } from '../../packages/server/src/platform/database/actor.ts';
import { openDatabase } from '../../packages/server/src/platform/database/database.ts';
import type { Tx } from '../../packages/server/src/platform/database/tx.ts';
import { loadContractTerms } from '../../packages/server/src/terms/index.ts';
import { columnsOf, copyGathered, gatherRows, type Gathering, type Rows } from './copy-rows.ts';
import type { Account } from './desk.ts';
import { livedOf } from './facts-of-life.ts';
import { owedFor } from './ledger-of-lives.ts';
import { type Given, loadingClient, type Part, TABLES } from './loading.ts';
import { rowsOfJournal } from './rows-of-journal.ts';
import { rowsOfTickets } from './rows-of-tickets.ts';
import { wordsFrom } from './texts.ts';

if (!parentPort) throw new Error('This is started by load-tickets.ts.');
const { url, seconds, words, positions } = workerData as Given;
const now = Temporal.Instant.fromEpochMilliseconds(seconds * 1000);
const wordsOf = wordsFrom(words);
const db = openDatabase({ url, connections: 1 });
const client = await loadingClient(url);
const columns = await columnsOf(client, TABLES);
const gathering: Gathering = new Map();

for (;;) {
  // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a thread, and no window
  parentPort.postMessage('ready');
  const [parts] = (await once(parentPort, 'message')) as [readonly Part[]];
  if (parts.length === 0) break;
  for (const part of parts) for (const rows of await rowsOf(part)) gatherRows(gathering, columns, rows);
  await copyGathered(client, gathering);
}
await Promise.all([client.end(), db.close()]);

async function rowsOf({ account, lives, last }: Part): Promise<Rows[]> {
  const { accountId } = account;
  const lived = lives.map((life) => livedOf(account, life));
  const { agreed, standing } = await db.read({ ...SYSTEM, accounts: [accountId] }, (tx) => whatStands(tx, account));
  const owed = owedFor(agreed, standing, lived, now);
  const stated = lived.flatMap(({ facts }) => facts).toSorted((a, b) => a.fact.seconds - b.fact.seconds);
  const facts = [...stated, ...owed.events];
  const position = Number(Atomics.add(positions, 0, BigInt(facts.length))) + 1;
  return [...rowsOfJournal({ accountId, position, last }, facts, seconds), ...rowsOfTickets(lived, owed.rows, wordsOf)];
}

async function whatStands(tx: Tx, { accountId, contractId }: Account) {
  const all = await loadContractTerms(tx, accountId);
  const agreed = all.find((own) => own.contractId === contractId);
  if (!agreed) throw new Error(`The contract ${contractId} agrees nothing.`);
  return { agreed, standing: await loadFacts(tx, accountId, factsWanted([], all)) };
}
