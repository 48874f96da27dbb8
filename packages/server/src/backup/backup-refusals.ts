/** Why a backup is not made or not restored, and what to do. */
import { type Refusable, refusingBy } from '../platform/refusing.ts';

export const BACKUP_REFUSALS = {
  'backup.unwritable': {
    sentence: 'The backup cannot be written.',
    remedy: 'Name a file in a folder that exists, has room and may be written to; an existing file is never replaced.',
  },
  'backup.unreadable': {
    sentence: 'The backup cannot be read.',
    remedy: 'Check the name of the file, and whether you may read it.',
  },
  'backup.damaged': {
    sentence: 'The backup is damaged or incomplete.',
    remedy: 'Take another copy of it, or an earlier backup. Nothing was changed.',
  },
  'backup.newer': {
    sentence: 'The backup was made by a newer Tamarack.',
    remedy: 'Restore it with that version or a later one. Nothing was changed.',
  },
  'backup.other-schema': {
    sentence: 'The backup was made by a Tamarack with another schema of the database.',
    remedy: 'Restore it with the released version that made it, then upgrade. Nothing was changed.',
  },
  'backup.not-empty': {
    sentence: 'The database is not empty.',
    remedy: 'Give a new, empty database or data folder: a restore never writes over anything.',
  },
  'backup.nothing-there': {
    sentence: 'There is no Tamarack in this database.',
    remedy: 'Check DATABASE_URL or TAMARACK_DATA; `tamarack serve` and `tamarack migrate` prepare a new database.',
  },
} as const satisfies Record<string, { sentence: string; remedy: string }>;

/** By a code from here, or from the database's or the files' catalogue. */
export type BackupResult<T> = Refusable<T>;

export const refuseBackup = refusingBy(BACKUP_REFUSALS);
