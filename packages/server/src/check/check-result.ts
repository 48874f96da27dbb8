import type { Diagnostic } from '@tamarack/core';
import { type CheckedFile, countAll, countLevel } from './checked-file.ts';

/** What `--format json` gives. Keys are stable; a finding that expects or suggests nothing has `null` there. */
export function checkResult(checked: readonly CheckedFile[]) {
  return {
    files: checked.map((file) => ({
      file: file.file,
      errors: countLevel(file, 'error'),
      warnings: countLevel(file, 'warning'),
      diagnostics: file.diagnostics.map((diagnostic) => flat(file.file, diagnostic)),
    })),
    errors: countAll(checked, 'error'),
    warnings: countAll(checked, 'warning'),
  };
}

/** A file on a single line is repeated with each of its findings: half a megabyte, thousands of times. */
const LONGEST_LINE = 1000;

function flat(file: string, { code, level, sentence, expected, suggestion, start, end, source }: Diagnostic) {
  return {
    code,
    level,
    file,
    line: start.line,
    column: start.column,
    endLine: end.line,
    endColumn: end.column,
    sentence,
    expected: expected ?? null,
    suggestion: suggestion ?? null,
    source: source.length > LONGEST_LINE ? `${source.slice(0, LONGEST_LINE)}…` : source,
  };
}
