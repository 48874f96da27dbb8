/** An embedded PostgreSQL of its own with accounts under AlmaCare, for as long as a bench lasts. */
import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import sql from 'sql-template-tag';
import { v7 as uuid } from 'uuid';
import { recordFacts } from '../../packages/server/src/obligations/index.ts';
import { SYSTEM } from '../../packages/server/src/platform/database/actor.ts';
import { openDatabase, type Database } from '../../packages/server/src/platform/database/database.ts';
import { startEmbedded } from '../../packages/server/src/platform/database/embedded/start-embedded.ts';
import { prepareDatabase } from '../../packages/server/src/platform/database/prepare-database.ts';
import { agreedAccount, ALMACARE, type AgreedAccount } from '../../tests/support/agreed-account.ts';

export type BenchInstallation = {
  readonly url: string;
  readonly db: Database;
  readonly accounts: readonly AgreedAccount[];
  /** Who records: trained, so that the gates are open. */
  readonly lead: string;
  readonly stop: () => Promise<void>;
};

export const NOON = Temporal.Instant.from('2026-06-01T12:00:00Z');
export const CLIENTS = 8;

export async function benchInstallation(accounts: number): Promise<BenchInstallation> {
  const folder = mkdtempSync(join(tmpdir(), 'tamarack-bench-'));
  chmodSync(folder, 0o755);
  const started = await startEmbedded({ folder });
  if (!started.ok) throw new Error(started.refusal.sentence);
  const { url, stop } = started.value;
  const prepared = await prepareDatabase(url);
  if (!prepared.ok) throw new Error(prepared.refusal.sentence);
  const db = openDatabase({ url, connections: CLIENTS });
  const lead = uuid();
  await db.write(SYSTEM, async (tx) => {
    await tx.run(
      sql`insert into person (id, side, name, email) values (${lead}, 'customer', 'Lena', 'lena@bench.test')`,
    );
    return { ok: true };
  });
  const made: AgreedAccount[] = [];
  for (let i = 0; i < accounts; i++) {
    const account = await agreedAccount(db, 'almacare', 'enhanced', { ...ALMACARE, name: `Account ${i}` });
    made.push(account);
    const { accountId } = account;
    const ready = [
      { accountId, fact: 'licence.issued', subjectId: uuid() },
      { accountId, fact: 'person.trained', subjectId: lead },
    ];
    await db.write(SYSTEM, (tx) => recordFacts(tx, ready, { side: 'provider', via: 'bench' }, NOON));
  }
  return {
    url,
    db,
    accounts: made,
    lead,
    stop: async () => {
      await db.close();
      await stop();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

/** How often a second eight clients get something done, each beginning again when it was answered. */
export async function perSecond(
  milliseconds: number,
  act: (client: number, n: number) => Promise<unknown>,
): Promise<number> {
  const started = performance.now();
  const until = started + milliseconds;
  const client = async (index: number) => {
    let done = 0;
    while (performance.now() < until) await act(index, done++);
    return done;
  };
  const done = await Promise.all(Array.from({ length: CLIENTS }, (_, index) => client(index)));
  return (1000 * done.reduce((sum, some) => sum + some, 0)) / (performance.now() - started);
}
