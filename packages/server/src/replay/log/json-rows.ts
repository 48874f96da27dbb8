/** JSON Lines: one object a line. Its columns are those that the map names; what an object leaves out is empty. */
import { LogProblem } from './log-problem.ts';
import { LONGEST_ROW, MOST_BLANK, type RowSink } from './log-row.ts';

/** Takes text in any pieces and hands rows to the sink; `end` after the last piece. */
export function jsonRows(columns: readonly string[], sink: RowSink): { take: (text: string) => void; end: () => void } {
  let rest = '';
  let line = 0;
  let begun = false;
  let blank = 0;

  const handLine = (text: string) => {
    line += 1;
    if (text.trim() === '') {
      blank += 1;
      if (blank > MOST_BLANK) throw new LogProblem(`more than ${MOST_BLANK} lines are blank, the last is line ${line}`);
      return;
    }
    if (!begun) sink.header(columns);
    begun = true;
    const value = parsed(text);
    if (typeof value !== 'object' || value === null || Array.isArray(value)) {
      sink.refuse(line, 'json', value === undefined ? 'the line is no JSON' : 'the line is no JSON object');
      return;
    }
    const object = value as Readonly<Record<string, unknown>>;
    const nested = columns.find((column) => typeof object[column] === 'object' && object[column] !== null);
    if (nested === undefined)
      sink.row(
        columns.map((column) => cellOf(object, column)),
        line,
      );
    else sink.refuse(line, 'json', `"${nested}" holds more than one value`);
  };

  return {
    take(text) {
      const lines = (rest + text).split('\n');
      rest = lines.pop() ?? '';
      for (const each of lines) handLine(each);
      if (rest.length > LONGEST_ROW)
        throw new LogProblem(`line ${line + 1} has more than ${LONGEST_ROW} characters: this is no log`);
    },
    end() {
      if (rest !== '') handLine(rest);
    },
  };
}

function cellOf(object: Readonly<Record<string, unknown>>, column: string): string {
  const value = Object.hasOwn(object, column) ? object[column] : undefined;
  return typeof value === 'string'
    ? value
    : typeof value === 'number' || typeof value === 'boolean'
      ? String(value)
      : '';
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return undefined;
  }
}
