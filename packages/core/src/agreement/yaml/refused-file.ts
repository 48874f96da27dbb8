import { DIAGNOSTICS, type Diagnostic, type DiagnosticCode, type Position } from '../diagnostics.ts';

/** Findings that keep a file from being read at all. */
type FileCode = Extract<DiagnosticCode, `file.${string}` | 'yaml.too-deep'>;

/** The finding of a file that is not read: about the whole of it, or about the first place that is no text. */
export function refusedFile(
  code: FileCode,
  sentence: string,
  at: Position = { line: 1, column: 1 },
  source = '',
): Diagnostic {
  const end = { line: at.line, column: at.column <= source.length ? at.column + 1 : at.column };
  return { code, level: DIAGNOSTICS[code].level, sentence, start: at, end, source };
}
