/**
 * CSV (RFC 4180), chunk by chunk, with the line on which each row begins. papaparse finds the cells; where a quote is
 * never closed the rest of the log would become one cell, so the line is refused and reading goes on with the next.
 */
import Papa from 'papaparse';
import { LogProblem } from './log-problem.ts';
import { LONGEST_ROW, MOST_BLANK, MOST_COLUMNS, type RowSink } from './log-row.ts';

/** More unclosed quotes than this mean that quotes are not quotes in this log. */
const MOST_UNCLOSED = 100;

interface Parsed {
  readonly data: readonly (readonly string[])[];
  readonly errors: readonly { readonly code?: string; readonly row?: number }[];
  readonly meta: { readonly cursor: number };
}

/** Takes text in any pieces and hands rows to the sink; `end` after the last piece. */
export function csvRows(delimiter: string, sink: RowSink): { take: (text: string) => void; end: () => void } {
  let rest = '';
  let line = 1;
  let columns = -1;
  let unclosed = 0;
  let blank = 0;

  const handRow = (cells: readonly string[], at: number, bad: boolean) => {
    if (cells.length === 1 && cells[0] === '') {
      blank += 1;
      if (blank > MOST_BLANK) throw new LogProblem(`more than ${MOST_BLANK} lines are blank, the last is line ${at}`);
      return;
    }
    if (columns < 0) {
      if (cells.length > MOST_COLUMNS)
        throw new LogProblem(`the log has ${cells.length} columns, and at most ${MOST_COLUMNS} are read`);
      columns = cells.length;
      sink.header(cells);
    } else if (bad) sink.refuse(at, 'quote', 'a quote inside a quoted cell is not doubled');
    else if (cells.length === columns) sink.row(cells, at);
    else
      sink.refuse(
        at,
        'cells',
        `the row has ${cells.length} ${cells.length === 1 ? 'cell' : 'cells'}, the header has ${columns}`,
      );
  };

  /** Hands on all rows that are complete. */
  const parse = () => {
    const { data, errors, meta } = new Papa.Parser({ delimiter, newline: '\n' }).parse(rest, 0, true) as Parsed;
    const bad = errors.length === 0 ? undefined : new Set(errors.map(({ row }) => row));
    const quoted = rest.includes('"');
    const returns = rest.includes('\r');
    for (let i = 0; i < data.length; i += 1) {
      const row = data[i] ?? [];
      const at = line;
      line += quoted ? linesIn(row) : 1;
      handRow(returns ? withoutReturn(row) : row, at, bad?.has(i) === true);
    }
    rest = rest.slice(meta.cursor);
  };

  /** Gives up the first line of a row that has no end. */
  const giveUpLine = () => {
    const end = rest.indexOf('\n');
    if (end === -1 || end > LONGEST_ROW)
      throw new LogProblem(`line ${line} has more than ${LONGEST_ROW} characters: this is no log`);
    unclosed += 1;
    if (unclosed > MOST_UNCLOSED)
      throw new LogProblem(`more than ${MOST_UNCLOSED} quotes are never closed, the last on line ${line}`);
    if (columns < 0) throw new LogProblem(`a quote in the header, line ${line}, is never closed`);
    sink.refuse(line, 'quote', 'a quote opens here and is never closed');
    rest = rest.slice(end + 1);
    line += 1;
  };

  return {
    take(text) {
      rest += text;
      if (!rest.includes('\n')) {
        if (rest.length > LONGEST_ROW) giveUpLine();
        return;
      }
      parse();
      while (rest.length > LONGEST_ROW) {
        giveUpLine();
        parse();
      }
    },
    end() {
      if (rest === '') return;
      if (!rest.endsWith('\n')) rest += '\n';
      for (parse(); rest.trim() !== ''; parse()) giveUpLine();
    },
  };
}

/** Lines that a row takes up: one, and one more for each line break inside a quoted cell. */
function linesIn(row: readonly string[]): number {
  let lines = 1;
  for (const cell of row) {
    for (let at = cell.indexOf('\n'); at !== -1; at = cell.indexOf('\n', at + 1)) lines += 1;
  }
  return lines;
}

/** Lines may end with CR LF, and in one log with both. */
function withoutReturn(row: readonly string[]): readonly string[] {
  const last = row.at(-1);
  return last !== undefined && last.endsWith('\r') ? [...row.slice(0, -1), last.slice(0, -1)] : row;
}
