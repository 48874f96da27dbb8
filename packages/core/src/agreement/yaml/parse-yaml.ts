/**
 * Text → plain values with a place for each, under the strict subset of YAML 1.2 that the language
 * allows: no anchors, aliases, merge keys, tags, directives or second documents.
 */
import { parseDocument, type Document, type YAMLError } from 'yaml';
import type { Diagnostic, DiagnosticCode } from '../diagnostics.ts';
import { refuseControls } from './controls.ts';
import { refuseDepth } from './depth.ts';
import { lineStartsOf } from './line-starts.ts';
import { placeFindings, type Source } from './locate.ts';
import { refusedFile } from './refused-file.ts';
import { type SyntaxWords, syntaxWords } from './syntax-words.ts';
import { findTraps, LOST_KEY } from './traps.ts';

/** Descriptions are a few dozen kilobytes; half a megabyte is somebody else's file. */
export const MAX_CHARACTERS = 500_000;

export type ParsedYaml = {
  readonly value: unknown;
  readonly source: Source;
  readonly diagnostics: readonly Diagnostic[];
};

/** Parses a description's text. `value` is undefined where the text is no YAML at all. */
export function parseYaml(text: string): ParsedYaml {
  const plain = text.startsWith('\uFEFF') ? text.slice(1) : text;
  const lineStarts = lineStartsOf(plain);
  const empty = { value: undefined, source: { text: plain, lineStarts, root: null } };
  const refused = refusal(plain);
  if (refused) return { ...empty, diagnostics: [refused] };
  const document = parseDocument(plain, {
    prettyErrors: false,
    stringKeys: true,
    uniqueKeys: false, // theirs takes a minute for 60,000 keys; traps.ts looks for them in one pass
    version: '1.2',
    schema: 'core',
    merge: false,
    logLevel: 'error',
  });
  const source: Source = { text: plain, lineStarts, root: document.contents };
  const findings = withoutEchoes(placeFindings(source, document.errors.map(syntaxProblem)));
  const traps = placeFindings(source, findTraps(document, plain));
  return {
    value:
      document.errors.length > 0 || traps.some((trap) => STRUCTURAL.has(trap.code)) ? undefined : toPlain(document),
    source,
    diagnostics: [...findings, ...traps],
  };
}

const STRUCTURAL = new Set<DiagnosticCode>(['yaml.anchor', 'yaml.tag', 'yaml.several-documents']);

function toPlain(document: Document.Parsed): unknown {
  const value: unknown = document.toJS({
    maxAliasCount: 0,
    reviver: (key: unknown, inner: unknown) => (key === LOST_KEY ? undefined : inner),
  });
  return value;
}

/** What keeps a text from being parsed: a parser would take minutes over it, or read something else than people see. */
function refusal(text: string): Diagnostic | undefined {
  if (text.length > MAX_CHARACTERS) return refusedFile('file.too-large', `the file has ${text.length} characters`);
  if (text.trim() === '') return refusedFile('file.empty', 'the file is empty');
  return refuseDepth(text) ?? refuseControls(text);
}

function syntaxProblem(error: YAMLError): SyntaxWords & { readonly offset: readonly [number, number] } {
  return { ...syntaxWords(error), offset: [error.pos[0], error.pos[1]] };
}

/**
 * After a mistake the parser guesses, and most of what it says next is an echo: a line keeps its first mistake, and
 * after a tab nothing is trusted that the tab may have caused.
 */
function withoutEchoes(problems: readonly Diagnostic[]): Diagnostic[] {
  const tab = problems.find(({ code }) => code === 'yaml.tab')?.start.line ?? Number.POSITIVE_INFINITY;
  const lines = new Set<number>();
  return problems.filter(({ code, start: { line } }) => {
    const isEcho = lines.has(line) || (code === 'yaml.syntax' && line >= tab);
    lines.add(line);
    return !isEcho;
  });
}
