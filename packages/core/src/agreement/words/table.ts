/**
 * Tables: a value for everybody, by severity, by level, or by level and severity.
 *
 *     within: 30 minutes
 *     within: {1: 30 minutes, 2: 2 hours}
 *     within: {enhanced: {1: 30 minutes, 2: 2 hours}, essential: {1: 2 hours}}
 *
 * A cell is a value, a parameter of the contract (`$report-interval`), `on request` (owed only when
 * asked for) or `none` (nothing is promised, on purpose). Where a level has no cell, that of the
 * level that it includes holds.
 */
import { z } from 'zod';
import { kindOf, wordOrNumber, type Reading } from './word.ts';
import { SEVERITY_KEY } from './names.ts';

export type Cell<T> =
  | { readonly cell: 'value'; readonly value: T }
  | { readonly cell: 'parameter'; readonly parameter: string }
  | { readonly cell: 'on-request' }
  | { readonly cell: 'none' };

/** Rows of a table: by severity, by level, or by level and then severity. */
export type Rows<T> = { readonly [key: string]: Cell<T> | { readonly [severity: string]: Cell<T> } };
export type Table<T> = { readonly by: 'all'; readonly cell: Cell<T> } | { readonly by: 'key'; readonly rows: Rows<T> };

/** The schema of a table whose values `read` understands. */
export function tableOf<T>(
  read: (text: string) => Reading<T>,
  of: { id: string; description: string; examples: string[] },
) {
  const cell = wordOrNumber((text) => readCell(text, read), {
    id: `${of.id}-cell`,
    description: `${of.description} Or a parameter ("$name"), "on request", "none".`,
    examples: [...of.examples, 'on request', 'none'],
  });
  const key = z.string().regex(/^[a-z0-9-]+$/, {
    error: (issue) => `"${String(issue.input).slice(0, 80)}" names no row: rows are severities from 1 to 9, or levels`,
  });
  const error = (issue: { input?: unknown }) =>
    `expected ${of.description.split('.')[0]?.toLowerCase()}, or a table of them by severity or level, and found ${kindOf(issue.input)}`;
  return z
    .union([cell, z.record(key, z.union([cell, z.record(key, cell)], { error }))], { error })
    .transform((input): Table<T> => (isCell<T>(input) ? { by: 'all', cell: input } : { by: 'key', rows: input }))
    .meta({
      id: `${of.id}-table`,
      description: `${of.description} One for all, or by severity, by level, or by level and severity.`,
    });
}

function readCell<T>(text: string, read: (text: string) => Reading<T>): Reading<Cell<T>> {
  const plain = text.trim();
  if (plain === 'none') return { ok: true, value: { cell: 'none' } };
  if (plain === 'on request') return { ok: true, value: { cell: 'on-request' } };
  if (/^\$[a-z][a-z0-9-]*$/.test(plain)) return { ok: true, value: { cell: 'parameter', parameter: plain.slice(1) } };
  const reading = read(plain);
  return reading.ok ? { ok: true, value: { cell: 'value', value: reading.value } } : reading;
}

/** Tells a cell from rows: the rows of a table are objects, `cell` is a text. */
function isCell<T>(input: Cell<T> | Rows<T> | { readonly [severity: string]: Cell<T> }): input is Cell<T> {
  return typeof input['cell' as keyof typeof input] === 'string';
}

/**
 * The cell that holds for a level and severity. `levels` is the level followed by those it includes,
 * nearest first. Undefined where the table has no such row: then nothing is promised.
 */
export function cellAt<T>(
  table: Table<T>,
  levels: readonly string[],
  severity: number | undefined,
): Cell<T> | undefined {
  if (table.by === 'all') return table.cell;
  const bySeverity = severity === undefined ? undefined : table.rows[String(severity)];
  if (bySeverity !== undefined && isCell(bySeverity)) return bySeverity;
  for (const level of levels) {
    const row = table.rows[level];
    if (row === undefined) continue;
    if (isCell(row)) return row;
    const cell = severity === undefined ? undefined : row[String(severity)];
    if (cell !== undefined) return cell;
  }
  return undefined;
}

/** A cell with the level and severity that it stands for. */
export type PlacedCell<T> = {
  readonly level: string | undefined;
  readonly severity: number | undefined;
  readonly cell: Cell<T>;
};

/** Every cell of a table with the level and severity it stands for. */
export function cellsOf<T>(table: Table<T>): PlacedCell<T>[] {
  if (table.by === 'all') return [{ level: undefined, severity: undefined, cell: table.cell }];
  return Object.entries(table.rows).flatMap(([key, row]): PlacedCell<T>[] => {
    const level = SEVERITY_KEY.test(key) ? undefined : key;
    const severity = level === undefined ? Number(key) : undefined;
    if (isCell(row)) return [{ level, severity, cell: row }];
    return Object.entries(row).map(([inner, cell]) => ({ level, severity: Number(inner), cell }));
  });
}
