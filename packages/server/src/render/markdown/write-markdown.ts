/** A document as GitHub-flavoured Markdown. */
import type { DocumentModel, Section } from '@tamarack/core';
import { escapeMarkdown } from './escape-markdown.ts';
import { markdownAnchor, markdownBlock } from './markdown-blocks.ts';

/** The text of the file. */
export function writeMarkdown({ title, subtitle, provider, summary, control, sections }: DocumentModel): string {
  const parts = [
    `# ${escapeMarkdown(title)}`,
    `**${escapeMarkdown(subtitle)}** · ${escapeMarkdown(provider)}`,
    escapeMarkdown(summary),
    '## Document control',
    ...control.map(markdownBlock),
    '## Contents',
    contents(sections, ''),
    ...sections.flatMap((section) => markdownSection(section, 2)),
  ];
  return `${parts.filter((part) => part !== '').join('\n\n')}\n`;
}

function contents(sections: readonly Section[], indent: string): string {
  return sections
    .map(({ number, anchor, title, sections: inner }) => {
      const line = `${indent}- [${number} ${escapeMarkdown(title)}](#${anchor})`;
      return inner.length === 0 ? line : `${line}\n${contents(inner, `${indent}  `)}`;
    })
    .join('\n');
}

function markdownSection({ number, anchor, title, tags, blocks, sections }: Section, depth: number): string[] {
  const labels = tags.map((tag) => ` *(${escapeMarkdown(tag)})*`).join('');
  return [
    `${'#'.repeat(Math.min(depth, 6))} ${markdownAnchor(anchor)}${number} ${escapeMarkdown(title)}${labels}`,
    ...blocks.map(markdownBlock),
    ...sections.flatMap((section) => markdownSection(section, depth + 1)),
  ];
}
