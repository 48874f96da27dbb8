/** Why a backup is not made or not restored, and what to do. */
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
    remedy: 'Check DATABASE_URL or TAMARACK_DATA: they name what is backed up.',
  },
} as const satisfies Record<string, { sentence: string; remedy: string }>;

export type BackupRefusalCode = keyof typeof BACKUP_REFUSALS;
type Refused = {
  readonly ok: false;
  readonly refusal: { readonly code: string; readonly sentence: string; readonly remedy: string };
};
export type BackupResult<T> = { readonly ok: true; readonly value: T } | Refused;

/** A refusal of the catalogue; `sentence` replaces the general one with the case at hand. */
export function refuseBackup(code: BackupRefusalCode, sentence?: string): Refused {
  const entry = BACKUP_REFUSALS[code];
  return { ok: false, refusal: { code, sentence: sentence ?? entry.sentence, remedy: entry.remedy } };
}
