/** One row of a log on its way to the engine. */
export interface RowSink {
  /** Called once, before any row, with the names of the columns. Throws LogProblem where they will not do. */
  readonly header: (columns: readonly string[]) => void;
  /** A row with as many cells as there are columns; `line` is where it begins, from 1. */
  readonly row: (cells: readonly string[], line: number) => void;
  /** A row that cannot be used. */
  readonly refuse: (line: number, reason: 'cells' | 'quote' | 'json', sentence: string) => void;
}

/** A row longer than this is no row: a quote was not closed, or this is no log. */
export const LONGEST_ROW = 1_000_000;

export const MOST_COLUMNS = 1000;

/** Blank lines are no rows, and no log has many of them. */
export const MOST_BLANK = 100_000;
