/** The blocks of a document as HTML. */
import type { Block, DocumentTable, Phrase, RowGroup, Signatures, Span } from '@tamarack/core';
import { escapeHtml } from '../../platform/escape-html.ts';

/** One block. A table whose caption is the title of its section does not repeat it. */
export function htmlBlock(block: Block, sectionTitle?: string): string {
  switch (block.block) {
    case 'paragraph':
      return `<p${block.tone === undefined ? '' : ` class="${block.tone}"`}>${htmlPhrase(block.text)}</p>`;
    case 'list': {
      const tag = block.ordered ? 'ol' : 'ul';
      return `<${tag}>${block.items.map((item) => `<li>${htmlPhrase(item)}</li>`).join('')}</${tag}>`;
    }
    case 'definitions': {
      const entries = block.entries.map(
        ({ term, means, anchor }) =>
          `<div${anchor === undefined ? '' : ` id="${escapeHtml(anchor)}"`}><dt>${htmlPhrase(term)}</dt><dd>${means.map((inner) => htmlBlock(inner)).join('')}</dd></div>`,
      );
      return `<dl>${entries.join('\n')}</dl>`;
    }
    case 'table':
      return htmlTable(block, block.caption !== sectionTitle);
    case 'signatures':
      return htmlSignatures(block);
  }
}

/** Running text. Line breaks of the description stay. */
function htmlPhrase(phrase: Phrase): string {
  return (typeof phrase === 'string' ? [phrase] : phrase).map(htmlSpan).join('');
}

function htmlSpan(span: Span): string {
  if (typeof span === 'string') return escapeHtml(span).replaceAll('\n', '<br>');
  if ('strong' in span) return `<strong>${escapeHtml(span.strong)}</strong>`;
  if ('tag' in span) return `<span class="tag">${escapeHtml(span.tag)}</span>`;
  return `<a href="#${escapeHtml(span.to)}">${escapeHtml(span.link)}</a>`;
}

function htmlTable({ caption, columns, over, groups }: DocumentTable, titled: boolean): string {
  const centred = (i: number) => (columns[i]?.centred ? ' class="centred"' : '');
  const above = over
    ? `<tr><td></td>${over.map(({ heading, columns: count }) => `<th scope="colgroup" colspan="${count}">${escapeHtml(heading)}</th>`).join('')}</tr>`
    : '';
  const head = columns.map(({ heading }, i) => `<th scope="col"${centred(i)}>${escapeHtml(heading)}</th>`).join('');
  const row = (cells: readonly Phrase[]) =>
    `<tr>${cells.map((cell, i) => (i === 0 ? `<th scope="row">${htmlPhrase(cell)}</th>` : `<td${centred(i)}>${htmlPhrase(cell)}</td>`)).join('')}</tr>`;
  const body = ({ heading, note, rows }: RowGroup) => {
    const words = note === undefined || note === '' ? '' : ` <span class="note">${htmlPhrase(note)}</span>`;
    const title =
      heading === undefined
        ? ''
        : `<tr class="group"><th scope="rowgroup" colspan="${columns.length}">${htmlPhrase(heading)}${words}</th></tr>`;
    return `<tbody>${title}${rows.map(row).join('\n')}</tbody>`;
  };
  const name = escapeHtml(caption);
  // In the head, and not a caption element: it stays with the head at a page break and is repeated with it.
  const title = titled ? `<tr class="caption"><td colspan="${columns.length}">${name}</td></tr>` : '';
  return `<div class="table" role="region" aria-label="${name}" tabindex="0"><table aria-label="${name}"><thead>${title}${above}<tr>${head}</tr></thead>${groups.map(body).join('\n')}</table></div>`;
}

function htmlSignatures({ parties, lines }: Signatures): string {
  const columns = parties.map(({ party, name }) => {
    const fields = lines.map((line) => `<div class="line"><span>${escapeHtml(line)}</span></div>`).join('');
    return `<div><p><strong>${escapeHtml(party)}</strong><br>${name === '' ? '&nbsp;' : escapeHtml(name)}</p>${fields}</div>`;
  });
  return `<div class="signatures">${columns.join('')}</div>`;
}
