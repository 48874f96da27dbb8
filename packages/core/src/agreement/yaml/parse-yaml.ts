/**
 * Text → plain values with a place for each, under the strict subset of YAML 1.2 that the language
 * allows: no anchors, aliases, merge keys, tags, directives or second documents.
 */
import { LineCounter, parseDocument, type Document, type ErrorCode, type YAMLError } from 'yaml';
import type { Diagnostic, DiagnosticCode, Finding } from '../diagnostics.ts';
import { refuseControls } from './controls.ts';
import { refuseDepth } from './depth.ts';
import { placeFindings, type Source } from './locate.ts';
import { refusedFile } from './refused-file.ts';
import { findTraps } from './traps.ts';

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
  const lines = new LineCounter();
  const empty = { value: undefined, source: { text: plain, lines, root: null } };
  const refused = refusal(plain);
  if (refused) return { ...empty, diagnostics: [refused] };
  const document = parseDocument(plain, {
    lineCounter: lines,
    prettyErrors: false,
    stringKeys: true,
    uniqueKeys: false, // theirs takes a minute for 60,000 keys; traps.ts looks for them in one pass
    version: '1.2',
    schema: 'core',
    merge: false,
    logLevel: 'error',
  });
  const source: Source = { text: plain, lines, root: document.contents };
  const problems = document.errors.map(syntaxProblem);
  const findings = placeFindings(source, problems);
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
  const value: unknown = document.toJS({ maxAliasCount: 0 });
  return value;
}

/** What keeps a text from being parsed: a parser would take minutes over it, or read something else than people see. */
function refusal(text: string): Diagnostic | undefined {
  if (text.length > MAX_CHARACTERS) return refusedFile('file.too-large', `the file has ${text.length} characters`);
  if (text.trim() === '') return refusedFile('file.empty', 'the file is empty');
  return refuseDepth(text) ?? refuseControls(text);
}

type Words = { readonly code: DiagnosticCode; readonly sentence: string; readonly expected: string };

const TAG: Words = {
  code: 'yaml.tag',
  sentence: 'tags and directives are not part of the language',
  expected: 'a plain value',
};
const ANCHOR: Words = {
  code: 'yaml.anchor',
  sentence: 'anchors and aliases are not part of the language',
  expected: 'the value written out',
};

/** The library's codes in the words of ours; any other is told in the library's own words. */
const SYNTAX: Readonly<Partial<Record<ErrorCode, Words>>> = {
  TAB_AS_INDENT: { code: 'yaml.tab', sentence: 'a tab cannot indent', expected: 'spaces' },
  MULTIPLE_DOCS: {
    code: 'yaml.several-documents',
    sentence: 'a second document begins here',
    expected: 'one document in one file',
  },
  TAG_RESOLVE_FAILED: TAG,
  BAD_DIRECTIVE: TAG,
  BAD_ALIAS: ANCHOR,
  ALIAS_PROPS: ANCHOR,
  MULTIPLE_ANCHORS: ANCHOR,
};

function syntaxProblem(error: YAMLError): Omit<Finding, 'path'> & { offset: readonly [number, number] } {
  const offset = [error.pos[0], error.pos[1]] as const;
  return { ...(SYNTAX[error.code] ?? { code: 'yaml.syntax', sentence: firstClause(error.message) }), offset };
}

function firstClause(message: string): string {
  const sentence = message.split('\n')[0] ?? message;
  return sentence.charAt(0).toLowerCase() + sentence.slice(1);
}
