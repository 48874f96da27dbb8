/** Rows as text: JSON Lines is exact, CSV opens in a spreadsheet. */
import Papa from 'papaparse';

type Row = Readonly<Record<string, unknown>>;

/** One JSON value a line (jsonlines.org). */
export function jsonLines(rows: readonly Row[]): string {
  return rows.map((row) => `${JSON.stringify(row)}\n`).join('');
}

/** papaparse's own pattern lets a text of several lines through. */
const FORMULA = /^[=+\-@\t\r]/;

/**
 * Lines of CSV (RFC 4180) in this order of columns. A text that a spreadsheet would run as a formula, because it begins with
 * = + - @, a tab or a carriage return, gets an apostrophe in front (OWASP, CSV injection); numbers stay as they are.
 */
export function csvLines(columns: readonly string[], rows: readonly Row[]): string {
  const cells = rows.map((row) => columns.map((column) => cellOf(row[column])));
  return `${Papa.unparse(cells, { escapeFormulae: FORMULA, newline: '\r\n' })}\r\n`;
}

function cellOf(value: unknown): unknown {
  return typeof value === 'object' && value !== null ? JSON.stringify(value) : value;
}
