import type { Explanation } from '@tamarack/core';
import type { Terminal } from '../platform/terminal.ts';
import { visibleText } from '../platform/visible-text.ts';

/** The answer for people: the headline, what the duration meant and how it stands; `--explain` tells the rest. */
export function shortText({ headline, meaning, outcome }: Explanation, terminal: Terminal): string {
  const hint = terminal.paint('quiet', 'Add --explain for every stretch of time with its cause.');
  return `${[terminal.paint('strong', visibleText(headline)), ...[...meaning, ...outcome].map((line) => `  ${visibleText(line)}`), hint].join('\n')}\n`;
}

/** The whole explanation: its headline and headings stand out. */
export function longText(lines: readonly string[], terminal: Terminal): string {
  return `${lines.map((line) => (line.startsWith('  ') ? visibleText(line) : terminal.paint('strong', visibleText(line)))).join('\n')}\n`;
}
