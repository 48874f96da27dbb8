/** A database in which somebody lives: accounts, a contract, facts and their ledger, seals, files, jobs. Made by the use cases. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import sql from 'sql-template-tag';
import { v7 as uuid } from 'uuid';
import { sealJournal } from '../../packages/server/src/journal/index.ts';
import { recordFacts, verifyAccount } from '../../packages/server/src/obligations/index.ts';
import { SYSTEM } from '../../packages/server/src/platform/database/actor.ts';
import type { Database } from '../../packages/server/src/platform/database/database.ts';
import type { FileStore } from '../../packages/server/src/platform/files/file-store.ts';

export type LivedIn = { readonly accountId: string; readonly contractId: string; readonly personId: string };

const source = readFileSync(join(import.meta.dirname, '../../services/almacare.yaml'), 'utf8');

/** One account with a person and a running contract on the enhanced level. */
export async function moveIn(db: Database, name: string): Promise<LivedIn> {
  const made = await db.write(SYSTEM, async (tx) => {
    const one = async (statement: ReturnType<typeof sql>) => (await tx.first<{ id: string }>(statement))?.id ?? '';
    const accountId = await one(
      sql`insert into account (name, created_at) values (${name}, now()) returning account_id as id`,
    );
    const personId = await one(
      sql`insert into person (side, name, email) values ('customer', ${`Lena of ${name}`}, ${`${accountId}@example.test`}) returning id`,
    );
    await tx.run(
      sql`insert into membership (account_id, person_id, role, since) values (${accountId}, ${personId}, 'technical-lead', now())`,
    );
    const description = await one(
      sql`insert into description (reference, created_at) values (${name}, now()) returning id`,
    );
    const version =
      await one(sql`insert into description_version (description_id, number, title, version, state, source, owner, approver, created_at)
      values (${description}, 1, 'AlmaCare', '1.0', 'published', ${source}, 'o', 'a', now()) returning id`);
    const contractId = await one(
      sql`insert into contract (account_id, name, starts_at, renewal, created_at) values (${accountId}, 'AlmaCare', '2026-01-01', 'none', now()) returning id`,
    );
    // An add-on names a contract of its own table, whichever row comes first.
    await tx.run(
      sql`insert into contract (account_id, name, extends_id, starts_at, renewal, created_at) values (${accountId}, 'Add-on', ${contractId}, '2026-01-01', 'none', now())`,
    );
    await tx.run(sql`insert into contract_terms (account_id, contract_id, number, version_id, level, parameters, state, from_at, proposed_at)
      values (${accountId}, ${contractId}, 1, ${version}, 'enhanced', ${JSON.stringify({ 'standstill-report-interval': '1 day' })}, 'agreed', '2026-01-01', now())`);
    return { ok: true as const, value: { accountId, contractId, personId } };
  });
  return made.value;
}

/** An incident is received, and acknowledged in time; in one transaction, so that a snapshot has both or neither. */
export async function liveThrough(db: Database, { accountId, contractId, personId }: LivedIn): Promise<void> {
  const subjectId = uuid();
  const now = Temporal.Instant.from('2026-06-01T08:20:00Z');
  const facts = ['incident.received', 'incident.acknowledged'].map((fact, i) => ({
    ...{ accountId, contractId, fact, subjectId, data: { severity: 1 }, note: 'Zeile 1\nline 2\t\\N "日本" 🌲' },
    at: now.subtract({ minutes: 15 - 10 * i }),
  }));
  const done = await db.write(SYSTEM, async (tx) => {
    const recorded = await recordFacts(tx, facts, { side: 'customer', via: 'test', personId }, now);
    await tx.run(sql`select enqueue_job('test', ${JSON.stringify({ subjectId })}::jsonb, '2027-01-01'::timestamptz)`);
    return recorded;
  });
  if (!done.ok) throw new Error(done.refusal.sentence);
}

/** An incident with words of its person in title and note. */
export async function writeWords(
  db: Database,
  { accountId, contractId, personId }: LivedIn,
  title: string,
  { note = title, audience = 'shared' }: { note?: string; audience?: 'shared' | 'internal' } = {},
): Promise<void> {
  const now = Temporal.Instant.from('2026-06-01T09:00:00Z');
  const fact = { accountId, contractId, fact: 'incident.received', subjectId: uuid(), title, note, audience };
  const by = { side: audience === 'shared' ? ('customer' as const) : ('provider' as const), via: 'web', personId };
  const done = await db.write(SYSTEM, (tx) => recordFacts(tx, [{ ...fact, data: { severity: 2 } }], by, now));
  if (!done.ok) throw new Error(done.refusal.sentence);
}

/** A file with this content, of that account. */
export async function keepFile(
  db: Database,
  files: FileStore,
  { accountId, personId }: LivedIn,
  content: Buffer,
): Promise<string> {
  const put = await files.put(chunksOf(content), { maxBytes: content.length });
  if (!put.ok) throw new Error(put.refusal.sentence);
  const { hash, size, mediaType } = put.value;
  await db.write(SYSTEM, async (tx) => {
    await tx.run(sql`insert into file (account_id, hash, name, media_type, size, side, uploaded_by, uploaded_at)
      values (${accountId}, ${hash}, 'report.bin', ${mediaType}, ${size}, 'customer', ${personId}, now())`);
    return { ok: true as const };
  });
  return hash;
}

export async function sealAll(db: Database): Promise<void> {
  await sealJournal(db, Temporal.Instant.from('2026-06-02T00:00:00Z'));
}

async function* chunksOf(content: Buffer): AsyncGenerator<Uint8Array> {
  yield content;
}

/** What `tamarack verify` finds wrong in an account's ledger and seals. */
export function differencesOf(db: Database, accountId: string) {
  const now = Temporal.Instant.from('2026-06-02T00:00:00Z');
  return db.read(SYSTEM, (tx) => verifyAccount(tx, accountId, now));
}
