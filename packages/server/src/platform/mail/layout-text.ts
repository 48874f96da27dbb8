import { visibleText } from '../visible-text.ts';
import type { MailContent } from './mail-content.ts';

/** As wide as a terminal's mail reader. */
const LINE = 72;

/** The content as plain text: all of it, links written out. */
export function textOf(content: MailContent): string {
  const title = oneLine(content.title);
  const blocks = [
    oneLine(content.sender),
    `${title}\n${'='.repeat(Math.min(title.length, LINE))}`,
    ...content.paragraphs.map(lines),
    factsOf(content.facts ?? []),
    ...(content.items ?? []).map(
      (item) => `* ${oneLine(item.title)}\n  ${oneLine(item.detail)}\n  ${new URL(item.url).href}`,
    ),
    content.action === undefined ? '' : `${oneLine(content.action.label)}:\n${new URL(content.action.url).href}`,
    // Readers cut what follows "-- " from an answer (RFC 3676 section 4.3).
    `-- \n${lines(content.reason)}`,
    content.preferences === undefined
      ? ''
      : `${oneLine(content.preferences.label)}: ${new URL(content.preferences.url).href}`,
  ];
  return `${blocks.filter((block) => block !== '').join('\n\n')}\n`;
}

/** One line a fact, values in one column. */
function factsOf(facts: readonly { readonly name: string; readonly value: string }[]): string {
  const widest = Math.max(0, ...facts.map(({ name }) => oneLine(name).length));
  return facts.map(({ name, value }) => `${`${oneLine(name)}:`.padEnd(widest + 2)}${oneLine(value)}`).join('\n');
}

function lines(text: string): string {
  return text
    .replaceAll('\t', '    ')
    .split(/\r?\n/)
    .map((line) => visibleText(line).trimEnd())
    .join('\n')
    .trim();
}

function oneLine(text: string): string {
  return visibleText(text.replace(/\s+/g, ' ').trim());
}
