/** Why a database cannot be used, and what to do. */
import { type Refusable, refusingBy } from '../refusing.ts';

export const DATABASE_REFUSALS = {
  'database.unreachable': {
    sentence: 'The database cannot be reached.',
    remedy: 'Check DATABASE_URL, and whether the PostgreSQL server runs and accepts connections from here.',
  },
  'database.too-old': {
    sentence: 'This PostgreSQL is too old.',
    remedy: 'Use PostgreSQL 15 or newer.',
  },
  'database.not-allowed': {
    sentence: 'The role of DATABASE_URL may not do enough.',
    remedy:
      'Let it own the database, and let it make the role tamarack_server (CREATEROLE), or have an administrator make and grant that role; docs/operations.md shows how.',
  },
  'database.newer': {
    sentence: 'The database was changed by a newer Tamarack, and this one cannot work with it.',
    remedy: 'Start the newer Tamarack again, or restore a backup that was made before the upgrade.',
  },
  'database.other-schema': {
    sentence: 'The database does not have the schema of this program.',
    remedy: 'Run `tamarack migrate`, or use the newer Tamarack that changed it.',
  },
  'database.changed-migration': {
    sentence: 'A migration is not the one that was applied.',
    remedy: 'Install the released version again; migrations are never edited.',
  },
} as const;

export type DatabaseResult<T> = Refusable<T, keyof typeof DATABASE_REFUSALS>;

export const refuseDatabase = refusingBy(DATABASE_REFUSALS);
