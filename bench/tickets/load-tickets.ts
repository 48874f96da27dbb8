/**
 * The bulk path: thousands of tickets a second with their journal, ledger and search, row for row what submitting, replying
 * and resolving would have left (load-tickets.test.ts). Nobody is told of them, as of whatever is taken over from elsewhere.
 */
import pg from 'pg';
import { sealJournal } from '../../packages/server/src/journal/index.ts';
import { SYSTEM } from '../../packages/server/src/platform/database/actor.ts';
import { factsWanted } from '../../packages/server/src/obligations/facts-wanted.ts';
import { loadFacts } from '../../packages/server/src/obligations/facts-views.ts';
import type { Database } from '../../packages/server/src/platform/database/database.ts';
import type { Tx } from '../../packages/server/src/platform/database/tx.ts';
import { loadContractTerms } from '../../packages/server/src/terms/index.ts';
import { columnsOf, copyRows, type Columns, type Rows } from './copy-rows.ts';
import type { Account } from './desk.ts';
import { livedOf } from './facts-of-life.ts';
import { owedFor } from './ledger-of-lives.ts';
import type { Life } from './lives.ts';
import { rowsOfJournal, type LastSeal } from './rows-of-journal.ts';
import { rowsOfTickets } from './rows-of-tickets.ts';
import { knownWords, type WordsOf } from './texts.ts';
import { withoutIndexes } from './without-indexes.ts';

const TABLES = ['journal', 'sealed', 'obligation', 'ticket', 'ticket_message', 'ticket_follower', 'ticket_words'];
/** Tickets that travel together. */
const BATCH = 1000;

export type ToLoad = { readonly account: Account; readonly lives: readonly Life[] };
type Parts = { readonly url: string; readonly db: Database; readonly now: Temporal.Instant };

/** `url` is the owner's, who has to be a superuser: triggers and foreign keys are passed over. Nobody else writes meanwhile. */
export async function loadTickets({ url, db, now }: Parts, all: Iterable<ToLoad>): Promise<void> {
  // What is there already; the seals of what is added follow upon it.
  await sealJournal(db, now);
  // While one writes, the next is reckoned.
  const owner = await connected(url);
  const clients = [owner, await connected(url), await connected(url)] as const;
  const journal = await endOfJournal(owner);
  const columns = await columnsOf(owner, [...TABLES, 'seal']);
  const parts = { db, now: now.round('second'), wordsOf: await knownWords(owner), columns, journal };
  const waiting = batchesOf(all);
  await withoutIndexes(clients, TABLES, () =>
    Promise.all(
      clients.map(async (client) => {
        for (const batch of waiting) await writeBatch(client, parts, batch);
      }),
    ),
  );
  await owner.query(`select setval('journal_position', $1)`, [journal.position]);
  const unseen = TABLES.values();
  await Promise.all(
    clients.map(async (client) => {
      // Nothing was ever deleted here: there is nothing to look for in indexes.
      for (const table of unseen) await client.query(`vacuum (analyze, index_cleanup off) ${table}`);
    }),
  );
  await owner.query('checkpoint');
  await Promise.all(clients.map((client) => client.end()));
}

async function connected(url: string): Promise<pg.Client> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  await client.query(`set session_replication_role = 'replica'; set synchronous_commit = off`);
  return client;
}

type EndOfJournal = { position: number; readonly seals: ReadonlyMap<string, LastSeal> };

async function endOfJournal(owner: pg.Client): Promise<EndOfJournal> {
  const { rows: seals } = await owner.query<{ id: string; number: number; hash: Buffer }>(
    'select distinct on (account_id) account_id as id, number, hash from seal order by account_id, number desc',
  );
  const { rows } = await owner.query<{ position: string }>(`select nextval('journal_position') as position`);
  return { position: Number(rows[0]?.position), seals: new Map(seals.map(({ id, ...seal }) => [id, seal])) };
}

type Reckoning = {
  readonly db: Database;
  readonly now: Temporal.Instant;
  readonly wordsOf: WordsOf;
  readonly columns: Columns;
  readonly journal: EndOfJournal;
};

async function writeBatch(client: pg.Client, parts: Reckoning, batch: readonly ToLoad[]): Promise<void> {
  const rows: Rows[] = [];
  for (const one of batch) rows.push(...(await rowsOf(parts, one)));
  await client.query('begin');
  for (const [table, some] of Map.groupBy(rows, (own) => own.table)) {
    const [{ columns } = { columns: '' }] = some;
    await copyRows(client, parts.columns, { table, columns, rows: some.flatMap((own) => own.rows) });
  }
  await client.query('commit');
}

async function rowsOf({ db, now, wordsOf, journal }: Reckoning, { account, lives }: ToLoad): Promise<Rows[]> {
  const { accountId } = account;
  const lived = lives.map((life) => livedOf(account, life));
  const { agreed, standing } = await db.read({ ...SYSTEM, accounts: [accountId] }, (tx) => whatStands(tx, account));
  const owed = owedFor(agreed, standing, lived, now);
  const stated = lived.flatMap(({ facts }) => facts).toSorted((a, b) => a.fact.seconds - b.fact.seconds);
  const facts = [...stated, ...owed.events];
  const place = { accountId, position: journal.position + 1, last: journal.seals.get(accountId) };
  journal.position += facts.length;
  return [...rowsOfJournal(place, facts, now.epochMilliseconds / 1000), ...rowsOfTickets(lived, owed.rows, wordsOf)];
}

async function whatStands(tx: Tx, { accountId, contractId }: Account) {
  const all = await loadContractTerms(tx, accountId);
  const agreed = all.find((own) => own.contractId === contractId);
  if (!agreed) throw new Error(`The contract ${contractId} agrees nothing.`);
  return { agreed, standing: await loadFacts(tx, accountId, factsWanted([], all)) };
}

/** Whole accounts, until they are enough tickets together. */
function* batchesOf(all: Iterable<ToLoad>): Iterable<ToLoad[]> {
  let batch: ToLoad[] = [];
  let tickets = 0;
  for (const one of all) {
    batch.push(one);
    tickets += one.lives.length;
    if (tickets < BATCH) continue;
    yield batch;
    [batch, tickets] = [[], 0];
  }
  yield batch;
}
