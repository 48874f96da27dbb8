/** The blocks of a document as GitHub-flavoured Markdown. */
import type { Block, DocumentTable, Phrase, RowGroup, Signatures, Span } from '@tamarack/core';
import { escapeLineStart, escapeMarkdown } from './escape-markdown.ts';

/** One block, without the blank lines around it. */
export function markdownBlock(block: Block): string {
  switch (block.block) {
    case 'paragraph':
      return escapeLineStart(markdownPhrase(block.text));
    case 'list':
      return block.items
        .map((item, i) => `${block.ordered ? `${i + 1}.` : '-'} ${escapeLineStart(markdownPhrase(item))}`)
        .join('\n');
    case 'definitions':
      return joinItems(block.entries.map(({ term, means, anchor }) => entry(term, means, anchor)));
    case 'table':
      return markdownTable(block);
    case 'signatures':
      return markdownSignatures(block);
  }
}

/** A place that links can lead to. */
export function markdownAnchor(anchor: string | undefined): string {
  return anchor === undefined ? '' : `<a id="${anchor.replace(/[^a-z0-9-]/g, '-')}"></a>`;
}

/** Items of one line stay close together; where one has more, blank lines part them all. */
function joinItems(items: readonly string[]): string {
  return items.join(items.some((item) => item.includes('\n')) ? '\n\n' : '\n');
}

function entry(term: Phrase, means: readonly Block[], anchor: string | undefined): string {
  const head = `- ${markdownAnchor(anchor)}**${markdownPhrase(term)}**`;
  const [first, ...rest] = means;
  const words = first?.block === 'paragraph' ? `${head}: ${markdownPhrase(first.text)}` : head;
  const below = (first?.block === 'paragraph' ? rest : means).map((block) => indented(markdownBlock(block)));
  return [words, ...below].join('\n\n');
}

function indented(text: string): string {
  return text
    .split('\n')
    .map((line) => (line === '' ? line : `  ${line}`))
    .join('\n');
}

/** Running text in one line. */
function markdownPhrase(phrase: Phrase): string {
  return (typeof phrase === 'string' ? [phrase] : phrase).map(markdownSpan).join('');
}

function markdownSpan(span: Span): string {
  if (typeof span === 'string') return escapeMarkdown(span);
  if ('strong' in span) return `**${escapeMarkdown(span.strong.trim())}**`;
  if ('tag' in span) return `*(${escapeMarkdown(span.tag.trim())})*`;
  return `[${escapeMarkdown(span.link)}](#${span.to.replace(/[^a-z0-9-]/g, '-')})`;
}

function markdownTable({ columns, over, groups }: DocumentTable): string {
  const sides = (over ?? []).flatMap(({ heading, columns: count }) =>
    Array.from({ length: count }, () => `${heading}: `),
  );
  const line = (cells: readonly string[]) => `| ${cells.join(' | ')} |`;
  const head = columns.map(
    ({ heading }, i) => `${escapeMarkdown(i === 0 ? '' : (sides[i - 1] ?? ''))}${escapeMarkdown(heading)}`,
  );
  const rules = columns.map(({ centred }) => (centred ? ':-:' : '---'));
  return [line(head), line(rules), ...groups.flatMap((group) => groupLines(group, columns.length).map(line))].join(
    '\n',
  );
}

function groupLines({ heading, note, rows }: RowGroup, width: number): string[][] {
  const lines = rows.map((cells) => cells.map(markdownPhrase));
  if (heading === undefined) return lines;
  const words = note === undefined || note === '' ? '' : ` (${markdownPhrase(note)})`;
  return [[`**${markdownPhrase(heading)}**${words}`, ...Array.from({ length: width - 1 }, () => '')], ...lines];
}

function markdownSignatures({ parties, lines }: Signatures): string {
  const head = parties.map(
    ({ party, name }) => `**${escapeMarkdown(party)}**${name === '' ? '' : ` ${escapeMarkdown(name)}`}`,
  );
  const row = (cells: readonly string[]) => `| ${cells.join(' | ')} |`;
  return [
    row(['', ...head]),
    row(['---', ...parties.map(() => '---')]),
    ...lines.map((name) => row([escapeMarkdown(name), ...parties.map(() => '')])),
  ].join('\n');
}
