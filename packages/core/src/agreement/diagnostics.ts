/**
 * Findings in a description: where, what, what was expected, and the nearest known name.
 *
 * Codes are stable. An error means that the description cannot run; a warning that it can, and
 * that somebody should look. `docs/diagnostics.md` is generated from this table.
 */
export const DIAGNOSTICS = {
  'file.encoding': { level: 'error', says: 'The file is not UTF-8 text, or holds characters that nobody sees.' },
  'file.too-large': { level: 'error', says: 'The file is larger than a description can be (500,000 characters).' },
  'file.empty': { level: 'error', says: 'There is nothing in the file.' },
  'yaml.syntax': { level: 'error', says: 'The text is not YAML.' },
  'yaml.tab': { level: 'error', says: 'A tab stands where YAML wants spaces.' },
  'yaml.duplicate-key': { level: 'error', says: 'The same key stands twice in one mapping.' },
  'yaml.several-documents': { level: 'error', says: 'The file holds more than one YAML document.' },
  'yaml.anchor': {
    level: 'error',
    says: 'Anchors, aliases and merge keys are not part of the language: a description is read by people.',
  },
  'yaml.tag': { level: 'error', says: 'Tags and directives are not part of the language.' },
  'yaml.ambiguous-number': { level: 'error', says: 'YAML versions read this number differently.' },
  'yaml.ambiguous-word': { level: 'warning', says: 'Older YAML programs read this bare word as true or false.' },
  'yaml.too-deep': { level: 'error', says: 'The text nests deeper than any description does.' },
  'grammar.unknown-key': { level: 'error', says: 'The language has no such key here.' },
  'grammar.missing-key': { level: 'error', says: 'A key is missing that must be there.' },
  'grammar.value': { level: 'error', says: 'The value is not what belongs here.' },
  'grammar.word': { level: 'error', says: 'The text does not follow the grammar of its place.' },
  'grammar.promise-form': { level: 'error', says: 'No key says what opens the promise.' },
  'calendar.invalid': { level: 'error', says: 'The calendar cannot be right.' },
  'name.unknown': { level: 'error', says: 'Nothing of this name is declared.' },
  'name.unknown-fact': { level: 'error', says: 'No such fact can be recorded.' },
  'name.unknown-state': { level: 'error', says: 'There is no such state.' },
  'name.unknown-field': { level: 'error', says: 'Conditions cannot ask this.' },
  'name.taken': { level: 'error', says: 'The name already stands for something else.' },
  'level.circular': { level: 'error', says: 'Levels include each other in a circle.' },
  'promise.no-calendar': { level: 'error', says: 'Time is promised without the calendar on which it counts.' },
  'promise.impossible': { level: 'error', says: 'The promise cannot be kept or broken as it stands.' },
  'parameter.kind': { level: 'error', says: 'The parameter is of another kind than its place needs.' },
  'parameter.bounds': {
    level: 'error',
    says: 'What is agreed lies outside the bounds that stand beside it, or bounds contradict what they are about.',
  },
  'document.history': { level: 'error', says: 'Document control contradicts itself.' },
  'promise.nobody-owes': { level: 'warning', says: 'Nobody owes the promise.' },
  'promise.never-binds': { level: 'warning', says: 'The limit can never bind.' },
  'promise.out-of-sight': { level: 'warning', says: 'The deadline would lie beyond the horizon of 3,653 days.' },
  'ladder.not-counted': { level: 'warning', says: 'A time on the step of a ladder that no promise counts.' },
  'level.unreachable': { level: 'warning', says: 'No customer can reach the level.' },
  'target.looser-above': { level: 'warning', says: 'A higher level has a looser target than the one it includes.' },
  'target.looser-graver': { level: 'warning', says: 'A graver severity has a looser target than a lighter one.' },
  'calendar.overlap': { level: 'warning', says: 'Intervals of one day overlap, or were probably meant otherwise.' },
  'calendar.holiday-list': {
    level: 'error',
    says: 'The list of holidays that the calendar was agreed with is not at hand.',
  },
  'declared.unused': { level: 'warning', says: 'Nothing uses what is declared here.' },
  'responsibility.no-owner': {
    level: 'warning',
    says: 'An activity should have one who answers for it (A), no more and no fewer.',
  },
} as const satisfies Record<string, { level: 'error' | 'warning'; says: string }>;

export type DiagnosticCode = keyof typeof DIAGNOSTICS;

/** Where in the file; lines and columns count from 1, columns in UTF-16 units as editors do. */
export type Position = { readonly line: number; readonly column: number };

export type Diagnostic = {
  readonly code: DiagnosticCode;
  readonly level: 'error' | 'warning';
  readonly sentence: string;
  readonly expected?: string;
  readonly suggestion?: string;
  readonly start: Position;
  readonly end: Position;
  /** The line of the file in which it starts, as it stands there. */
  readonly source: string;
};

/** A finding before it has a place in the file: the path of the value, or of its key. */
export type Finding = {
  readonly code: DiagnosticCode;
  readonly path: readonly (string | number)[];
  readonly at?: 'key' | 'value';
  readonly sentence: string;
  readonly expected?: string | undefined;
  readonly suggestion?: string | undefined;
};
