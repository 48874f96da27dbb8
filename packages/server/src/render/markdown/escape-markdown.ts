import { visibleText } from '../../platform/visible-text.ts';

/**
 * Text of a description inside Markdown: nothing in it is markup, HTML or a table's border, and it is one line.
 * Characters that nobody sees but that change how a line reads are shown by their code.
 */
export function escapeMarkdown(text: string): string {
  return visibleText(text.replace(/\s*\n\s*/g, ' ')).replace(/[\\`*_[\]<>|~$&]/g, String.raw`\$&`);
}

/** The same at the start of a line, where a few more characters would begin a list, a heading or a rule. */
export function escapeLineStart(text: string): string {
  return text.replace(/^(\s*)([#+=-]|:)/, String.raw`$1\$2`).replace(/^(\s*\d+)([.)])/, String.raw`$1\$2`);
}
