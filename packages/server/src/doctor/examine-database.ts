/** The database: reached, new enough, durable, and closed to whoever has no business in an account. */
import { openDatabase, type Database } from '../platform/database/database.ts';
import type { Clock } from '../platform/clock/clock.ts';
import type { Actor } from '../platform/database/actor.ts';
import { isSchemaRight } from '../platform/database/is-schema-right.ts';
import { SYSTEM } from '../platform/database/actor.ts';
import { factsOf, houseKeeping, rowsSeenBy, type DatabaseFacts } from './database-views.ts';
import { missing, ok, weak, type Finding } from './finding.ts';
import { renewals } from './renewals.ts';

const OLDEST = 150_000;
const SKEW_MS = 2_000;
/** Somebody who belongs to no account of anybody. */
const STRANGER: Actor = {
  personId: '00000000-0000-7000-8000-000000000000',
  side: 'customer',
  accounts: ['00000000-0000-7000-8000-000000000001'],
  via: 'session',
};

export async function examineDatabase(url: string, isEmbedded: boolean, clock: Clock): Promise<readonly Finding[]> {
  const db = openDatabase({ url, connections: 2, onError: () => undefined });
  try {
    const before = clock.now().epochMilliseconds;
    const facts = await factsOf(db);
    const after = clock.now().epochMilliseconds;
    const isRight = await db.read(SYSTEM, isSchemaRight).catch(() => false);
    return [
      ...settings(facts, isEmbedded),
      skew(facts.now - (before + after) / 2),
      schema(isRight),
      ...(isRight ? [search(facts)] : []),
      await isolation(db, facts),
      ...(isRight ? renewals(await db.read(SYSTEM, houseKeeping), clock.now()) : []),
    ];
  } catch (error) {
    const says = error instanceof Error ? error.message : String(error);
    return [
      missing(
        'database',
        `It cannot be worked with: ${says}.`,
        'Check DATABASE_URL; `tamarack migrate` prepares a new database.',
      ),
    ];
  } finally {
    await db.close();
  }
}

function settings(facts: DatabaseFacts, isEmbedded: boolean): readonly Finding[] {
  const durable = facts.fsync === 'on' && facts.fullPageWrites === 'on' && facts.synchronousCommit !== 'off';
  return [
    facts.number < OLDEST
      ? missing('PostgreSQL', `It is version ${facts.version}.`, 'Use PostgreSQL 15 or newer.')
      : ok('PostgreSQL', `version ${facts.version}${isEmbedded ? ', embedded' : ''}`),
    durable
      ? ok('durability', 'what is acknowledged is on the disk')
      : missing(
          'durability',
          'A power cut loses what was acknowledged.',
          'Set fsync, full_page_writes and synchronous_commit to on.',
        ),
    ...(isEmbedded ? [] : servedOnly(facts)),
  ];
}

function search({ forgivesTyping }: DatabaseFacts): Finding {
  return forgivesTyping
    ? ok('search', 'forgives typing errors')
    : weak(
        'search',
        'It finds words, and forgives no typing errors: the extension pg_trgm was not there when the database was prepared.',
        'As an administrator of the database run `create extension pg_trgm` in it, then `create index ticket_words_alike on ticket_words using gin (subject gin_trgm_ops) where subject is not null`.',
      );
}

function servedOnly({ isOwnerSuper, isEncrypted, isLocal }: DatabaseFacts): readonly Finding[] {
  return [
    isOwnerSuper
      ? weak(
          'database owner',
          'DATABASE_URL is a superuser.',
          'Give Tamarack a role that owns its own database and nothing else.',
        )
      : ok('database owner', 'it owns its database only'),
    isEncrypted || isLocal
      ? ok('way to the database', isLocal ? 'it stays on this machine' : 'it is encrypted')
      : weak('way to the database', 'It is not encrypted.', 'Add ?sslmode=verify-full to DATABASE_URL.'),
  ];
}

function skew(milliseconds: number): Finding {
  const seconds = (Math.abs(milliseconds) / 1000).toFixed(1);
  return Math.abs(milliseconds) < SKEW_MS
    ? ok('clocks', `this machine and the database agree within ${seconds} s`)
    : weak(
        'clocks',
        `This machine and the database are ${seconds} s apart.`,
        'Have both follow the same time server (NTP).',
      );
}

function schema(isRight: boolean): Finding {
  return isRight
    ? ok('schema', 'it is that of this program')
    : missing(
        'schema',
        'It is not that of this program.',
        'Run `tamarack migrate`, or the newer Tamarack that changed it.',
      );
}

/** Tried with somebody who may see nothing. */
async function isolation(db: Database, { isBypassing }: DatabaseFacts): Promise<Finding> {
  const remedy =
    'Run `tamarack migrate` with DATABASE_URL as the owner; tamarack_server must be neither superuser nor bypass row security.';
  if (isBypassing) return missing('row-level security', 'The role of the server passes it by.', remedy);
  const seen = await rowsSeenBy(db, STRANGER);
  return seen === 0
    ? ok('row-level security', 'a stranger was tried and saw nothing')
    : missing('row-level security', `A stranger was tried and saw ${seen} rows.`, remedy);
}
