/** What the parser says, in the words of people who write descriptions and not parsers. */
import type { ErrorCode, YAMLError } from 'yaml';
import type { DiagnosticCode } from '../diagnostics.ts';

export type SyntaxWords = { readonly code: DiagnosticCode; readonly sentence: string; readonly expected?: string };

const TAG: SyntaxWords = {
  code: 'yaml.tag',
  sentence: 'tags and directives are not part of the language',
  expected: 'a plain value',
};
const ANCHOR: SyntaxWords = {
  code: 'yaml.anchor',
  sentence: 'anchors and aliases are not part of the language',
  expected: 'the value written out',
};
const COLON: SyntaxWords = {
  code: 'yaml.syntax',
  sentence: 'this is neither a text nor one key with its value',
  expected: 'key: value on a line of its own; a text with ": " in it stands in quotes',
};

/** Codes that are left out here are told in the words below or, where those of the library help, in its own. */
const WORDS: Readonly<Partial<Record<ErrorCode, SyntaxWords>>> = {
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
  BLOCK_AS_IMPLICIT_KEY: COLON,
  MULTILINE_IMPLICIT_KEY: COLON,
  BLOCK_IN_FLOW: COLON,
  NON_STRING_KEY: { code: 'yaml.syntax', sentence: 'a key is a plain text', expected: 'a name and a colon' },
  // What the library says here is an exception's text: a stack that overflowed, a pattern of its own.
  RESOURCE_EXHAUSTION: { code: 'yaml.too-deep', sentence: 'the text nests deeper than any description does' },
  BAD_SCALAR_START: {
    code: 'yaml.syntax',
    sentence: 'a text cannot begin with this character',
    expected: 'the text in quotes',
  },
  UNEXPECTED_TOKEN: {
    code: 'yaml.syntax',
    sentence: 'this does not fit what stands before it',
    expected: 'an end of the value; quotation marks inside a text are doubled, lists begin on a new line',
  },
};

/** Codes whose words the library writes for people. */
const TELLING: ReadonlySet<ErrorCode> = new Set([
  'BAD_DQ_ESCAPE',
  'BAD_INDENT',
  'BAD_PROP_ORDER',
  'KEY_OVER_1024_CHARS',
  'MISSING_CHAR',
]);

/** The words of an error. */
export function syntaxWords({ code, message }: YAMLError): SyntaxWords {
  const words = WORDS[code];
  if (words) return words;
  if (code === 'BAD_INDENT' && message.startsWith('Flow')) {
    return { code: 'yaml.syntax', sentence: 'a bracket that was opened above is not closed', expected: 'its ] or }' };
  }
  if (code === 'MISSING_CHAR' && message.includes('quote')) {
    return { code: 'yaml.syntax', sentence: 'a quotation mark that was opened above is not closed' };
  }
  if (!TELLING.has(code)) return { code: 'yaml.syntax', sentence: 'this is no YAML' };
  const sentence = message.split('\n')[0] ?? message;
  return { code: 'yaml.syntax', sentence: sentence.charAt(0).toLowerCase() + sentence.slice(1) };
}
