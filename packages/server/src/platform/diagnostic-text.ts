import type { Diagnostic } from '@tamarack/core';
import { excerpt } from './excerpt.ts';
import type { Terminal } from './terminal.ts';
import { visibleText } from './visible-text.ts';

/**
 * A finding as compilers write them, so that editors and people's eyes know the form:
 *
 *     services/x.yaml:40:13 error grammar.word: "30m" is not a duration
 *       40 |     within: 30m
 *          |             ^^^
 *          expected a whole number and a unit …
 *          did you mean "30 minutes"?
 */
export function diagnosticText(file: string, diagnostic: Diagnostic, terminal: Terminal): string {
  const { code, level, sentence, expected, suggestion, start, end, source } = diagnostic;
  const place = terminal.paint('strong', `${visibleText(file)}:${start.line}:${start.column}`);
  const number = String(start.line).padStart(4);
  const gutter = ' '.repeat(number.length);
  const bar = terminal.paint('quiet', '|');
  const lines = [
    `${place} ${terminal.paint(level, level)} ${terminal.paint('quiet', `${code}:`)} ${visibleText(sentence)}`,
  ];
  if (source.trim() !== '') {
    const { line, marks } = excerpt(source, start.column, end.column, terminal.width - number.length - 3);
    lines.push(`${terminal.paint('quiet', number)} ${bar} ${line}`, `${gutter} ${bar} ${terminal.paint(level, marks)}`);
  }
  if (expected !== undefined) lines.push(`${gutter}   expected ${shortList(visibleText(expected))}`);
  if (suggestion !== undefined) lines.push(`${gutter}   did you mean ${quoted(visibleText(suggestion))}?`);
  return lines.join('\n');
}

/** A text that is suggested with quotation marks has them already. */
function quoted(suggestion: string): string {
  return /^".*"$/.test(suggestion) ? suggestion : `"${suggestion}"`;
}

const LONGEST = 240;

/** A list of sixty facts helps nobody: the first ones, and how many more there are. */
function shortList(text: string): string {
  if (text.length <= LONGEST) return text;
  const items = text.split(', ');
  if (items.length < 4) return `${text.slice(0, LONGEST)}…`;
  let length = 0;
  const shown = items.filter((item) => (length += item.length + 2) <= LONGEST);
  return `${shown.join(', ')} … and ${items.length - shown.length} more`;
}
