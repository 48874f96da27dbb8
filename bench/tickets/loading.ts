/** What the threads of a load are given, and how each is connected. */
import pg from 'pg';
import type { Account } from './desk.ts';
import type { Life } from './lives.ts';
import type { LastSeal } from './rows-of-journal.ts';
import type { KnownWords } from './texts.ts';

/** Those that are filled; each is filled by all threads. */
export const TABLES = [
  ...['journal', 'seal', 'sealed', 'obligation'],
  ...['ticket', 'ticket_message', 'ticket_follower', 'ticket_words'],
];

/** `seconds` is now, in epoch seconds; `positions` holds the last position of the journal that was given away. */
export type Given = {
  readonly url: string;
  readonly seconds: number;
  readonly words: KnownWords;
  readonly positions: BigInt64Array;
};

/** An account's tickets, and the seal upon which theirs follows. */
export type Part = { readonly account: Account; readonly lives: readonly Life[]; readonly last: LastSeal };

/** As a superuser. Triggers and foreign keys are passed over; what is written lasts when the load has ended. */
export async function loadingClient(url: string): Promise<pg.Client> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  await client.query(`set session_replication_role = 'replica'; set synchronous_commit = off`);
  return client;
}
