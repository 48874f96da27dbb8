/**
 * Text → plain values with a place for each, under the strict subset of YAML 1.2 that the language
 * allows: no anchors, aliases, merge keys, tags, directives or second documents.
 */
import { LineCounter, parseDocument, type Document, type YAMLError } from 'yaml';
import type { Diagnostic, DiagnosticCode, Finding } from '../diagnostics.ts';
import { refuseControls } from './controls.ts';
import { refuseDepth } from './depth.ts';
import { placeFindings, type Source } from './locate.ts';
import { refusedFile } from './refused-file.ts';
import { findTraps } from './traps.ts';

/** Descriptions are a few dozen kilobytes; half a megabyte is somebody else's file. */
export const MAX_CHARACTERS = 500_000;

export type ParsedYaml = { readonly value: unknown; readonly source: Source; readonly diagnostics: readonly Diagnostic[] };

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
  return { value: document.errors.length > 0 || traps.some((trap) => STRUCTURAL.has(trap.code)) ? undefined : toPlain(document), source, diagnostics: [...findings, ...traps] };
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

/** The library's codes in the words of ours; the offsets stay. */
function syntaxProblem(error: YAMLError): Omit<Finding, 'path'> & { offset: readonly [number, number] } {
  const offset = [error.pos[0], error.pos[1]] as const;
  switch (error.code) {
    case 'TAB_AS_INDENT':
      return { code: 'yaml.tab', sentence: 'a tab cannot indent', expected: 'spaces', offset };
    case 'MULTIPLE_DOCS':
      return { code: 'yaml.several-documents', sentence: 'a second document begins here', expected: 'one document in one file', offset };
    case 'TAG_RESOLVE_FAILED':
    case 'BAD_DIRECTIVE':
      return { code: 'yaml.tag', sentence: 'tags and directives are not part of the language', expected: 'a plain value', offset };
    case 'BAD_ALIAS':
    case 'ALIAS_PROPS':
    case 'MULTIPLE_ANCHORS':
      return { code: 'yaml.anchor', sentence: 'anchors and aliases are not part of the language', expected: 'the value written out', offset };
    default:
      return { code: 'yaml.syntax', sentence: firstClause(error.message), offset };
  }
}

function firstClause(message: string): string {
  const sentence = message.split('\n')[0] ?? message;
  return sentence.charAt(0).toLowerCase() + sentence.slice(1);
}
