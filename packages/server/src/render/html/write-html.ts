/** A document as one page that needs nothing else: no script, no font, no picture, no address of another place. */
import type { DocumentModel, Section } from '@tamarack/core';
import { escapeHtml } from '../../platform/escape-html.ts';
import { cssString } from './css-string.ts';
import { htmlBlock } from './html-blocks.ts';
import { pageStyle } from './page-style.ts';

/** The page. */
export function writeHtml(document: DocumentModel): string {
  const { language, title, subtitle, provider, summary, running, control, sections } = document;
  return `<!doctype html>
<html lang="${language}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="generator" content="Tamarack">
<title>${escapeHtml(`${title} – ${subtitle}`)}</title>
<style>
${pageStyle(cssString(running))}
</style>
</head>
<body>
<a class="skip" href="#text">Skip to the text</a>
<header class="cover">
<p class="provider">${escapeHtml(provider)}</p>
<h1>${escapeHtml(title)}</h1>
<p class="subtitle">${escapeHtml(subtitle)}</p>
<p class="summary">${escapeHtml(summary)}</p>
<section class="control" aria-labelledby="document-control">
<h2 id="document-control">Document control</h2>
${control.map((block) => htmlBlock(block)).join('\n')}
</section>
</header>
<div class="columns">
<nav class="contents" aria-labelledby="contents">
<h2 id="contents">Contents</h2>
${contents(sections)}
</nav>
<main id="text">
${sections.map((section) => htmlSection(section, 2)).join('\n')}
</main>
</div>
<footer>${escapeHtml(running)}</footer>
</body>
</html>
`;
}

function contents(sections: readonly Section[]): string {
  const items = sections.map((section) => {
    const inner = section.sections.length === 0 ? '' : contents(section.sections);
    return `<li><a href="#${escapeHtml(section.anchor)}"><span class="number">${section.number}</span> ${escapeHtml(section.title)}</a>${inner}</li>`;
  });
  return `<ol>${items.join('\n')}</ol>`;
}

function htmlSection({ number, anchor, title, tags, blocks, sections }: Section, depth: number): string {
  const heading = `h${Math.min(depth, 6)}`;
  const labels = tags.map((tag) => ` <span class="tag">${escapeHtml(tag)}</span>`).join('');
  const id = escapeHtml(anchor);
  return `<section id="${id}" aria-labelledby="${id}-title">
<${heading} id="${id}-title"><span class="number">${number}</span> ${escapeHtml(title)}${labels}</${heading}>
${blocks.map((block) => htmlBlock(block, title)).join('\n')}
${sections.map((section) => htmlSection(section, depth + 1)).join('\n')}
</section>`;
}
