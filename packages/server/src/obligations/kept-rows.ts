/**
 * Rows of lists as this process read them last, by what each was when it was read: its id, and the transaction and place that wrote
 * it. Writing a row as JSON takes PostgreSQL ten times as long as finding it, and most of a list is what it was a moment ago.
 */
import { LRUCache } from 'lru-cache';

const known = new LRUCache<string, string>({ max: 20_000 });

/** A row of a list as it stands, without its contents. */
export type Mark = {
  /** Its version: the same text, the same row. */
  readonly version: string;
  /** What is shown of its ticket. */
  readonly ticket: string;
};

/** Marks as the statement writes them: id, transaction and place; number of the ticket or null, whether it is escalated, and waits. */
export function marksIn(written: string | null): readonly Mark[] {
  return (written?.split(';') ?? []).map((mark) => {
    const [version = '', ticket = ''] = mark.split('|');
    const [reference, escalated, waits] = ticket.split(' ');
    return {
      version,
      ticket: `"ticket":${reference},"ticketEscalated":${escalated},"ticketWaitsForApproval":${waits}`,
    };
  });
}

/** The rows of these marks; undefined where any of them is not known. */
export function keptRows(marks: readonly Mark[]): readonly string[] | undefined {
  const rows: string[] = [];
  for (const { version } of marks) {
    const row = known.get(version);
    if (row === undefined) return undefined;
    rows.push(row);
  }
  return rows;
}

export function keepRows(marks: readonly Mark[], rows: readonly string[]): void {
  for (const [i, { version }] of marks.entries()) known.set(version, rows[i] ?? '');
}
