/** What recomputing changed: the rows to be written, and what is worth telling. Pure. */
import { v7 as uuid } from 'uuid';
import { rowKey, type LedgerRow, type StoredRow } from './ledger-row.ts';

export type Change = {
  readonly row: StoredRow;
  readonly before: StoredRow | undefined;
};

/** Rows that are new or differ. A row that no longer follows from the facts (a late fact moved the turns) becomes void. */
export function changesOf(computed: readonly LedgerRow[], stored: readonly StoredRow[]): readonly Change[] {
  const known = new Map(stored.map((row) => [rowKey(row), row]));
  const changes: Change[] = [];
  for (const row of computed) {
    const before = known.get(rowKey(row));
    known.delete(rowKey(row));
    if (!before || differs(row, before)) changes.push({ row: { ...row, id: before?.id ?? uuid() }, before });
  }
  for (const before of known.values())
    if (before.state !== 'void' || before.wakeAt !== null)
      changes.push({ row: { ...before, state: 'void', wakeAt: null, because: GONE }, before });
  return changes;
}

/** Why a row that was once computed is void. */
const GONE = 'a fact recorded later took its place';

const COLUMNS = [
  'termsId',
  'form',
  'title',
  'side',
  'role',
  'state',
  'openedAt',
  'dueAt',
  'wakeAt',
  'metAt',
  'breachedAt',
  'endedAt',
  'because',
  'severity',
  'counted',
  'least',
  'most',
  'unit',
  'evidenceId',
] as const;

/** The columns in which a computed row and the stored one differ; a waiver stands over whatever is computed. */
export function differingColumns(row: LedgerRow, stored: StoredRow): readonly (typeof COLUMNS)[number][] {
  return COLUMNS.filter(
    (column) => row[column] !== stored[column] && !(column === 'state' && stored.state === 'waived'),
  );
}

function differs(row: LedgerRow, stored: StoredRow): boolean {
  return differingColumns(row, stored).length > 0 || (row.warnedAt !== null && stored.warnedAt === null);
}
