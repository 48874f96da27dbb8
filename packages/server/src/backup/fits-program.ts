/** Whether this program can restore a backup. */
import { knownMigrations } from '../platform/database/migrations.ts';
import { FORMAT, type ArchiveHeader } from './archive-format.ts';
import { refuseBackup, type BackupResult } from './backup-refusals.ts';

/** Refuses what a newer program made, and a schema that no released program had. */
export function fitsProgram(header: ArchiveHeader, version: string): BackupResult<undefined> {
  const known = new Map(knownMigrations().map((migration) => [migration.number, migration]));
  const isNewer = header.format > FORMAT || header.migrations.length > known.size || isLater(header.program, version);
  if (isNewer) {
    return refuseBackup(
      'backup.newer',
      `The backup was made by Tamarack ${header.program}; this is ${version}, which is older.`,
    );
  }
  const other = header.migrations.find(({ number, checksum }) => known.get(number)?.checksum !== checksum);
  return other
    ? refuseBackup('backup.other-schema', `The migration ${other.name} of the backup is not the one of this program.`)
    : { ok: true, value: undefined };
}

/** Whether version `a` comes after `b`, by its three numbers. */
function isLater(a: string, b: string): boolean {
  const [left, right] = [numbersOf(a), numbersOf(b)];
  const i = left.findIndex((number, at) => number !== right[at]);
  return i >= 0 && (left[i] ?? 0) > (right[i] ?? 0);
}

function numbersOf(version: string): readonly number[] {
  return (/^(\d+)\.(\d+)\.(\d+)/.exec(version) ?? []).slice(1).map(Number);
}
