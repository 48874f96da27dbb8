/** Why a database cannot be used, and what to do. */
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
  'database.changed-migration': {
    sentence: 'A migration is not the one that was applied.',
    remedy: 'Install the released version again; migrations are never edited.',
  },
} as const;

export type DatabaseRefusal = {
  readonly code: keyof typeof DATABASE_REFUSALS;
  readonly sentence: string;
  readonly remedy: string;
};
export type DatabaseResult<T> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly refusal: DatabaseRefusal };

export function refuseDatabase(
  code: keyof typeof DATABASE_REFUSALS,
  sentence?: string,
): { readonly ok: false; readonly refusal: DatabaseRefusal } {
  const entry = DATABASE_REFUSALS[code];
  return { ok: false, refusal: { code, sentence: sentence ?? entry.sentence, remedy: entry.remedy } };
}
