/** Short ways to write blocks. */
import type {
  Block,
  Column,
  Definition,
  DocumentTable,
  List,
  Paragraph,
  Phrase,
  RowGroup,
  Span,
} from './document-model.ts';

/** Running text. */
export function paragraph(text: Phrase, tone?: Paragraph['tone']): Paragraph {
  return { block: 'paragraph', text, ...(tone === undefined ? {} : { tone }) };
}

/** Items with dots. */
export function list(items: readonly Phrase[]): List {
  return { block: 'list', ordered: false, items };
}

/** Items whose order matters. */
export function steps(items: readonly Phrase[]): List {
  return { block: 'list', ordered: true, items };
}

/** Terms and what stands beside them. */
export function definitions(entries: readonly Definition[]): Block {
  return { block: 'definitions', entries };
}

/** A term with one text beside it. */
export function definition(term: Phrase, means: Phrase): Definition {
  return { term, means: [paragraph(means)] };
}

/** A table without groups. */
export function table(
  caption: string,
  columns: readonly (string | Column)[],
  rows: readonly (readonly Phrase[])[],
): DocumentTable {
  return groupedTable(caption, columns, [{ rows }]);
}

/** A table whose rows stand in groups. */
export function groupedTable(
  caption: string,
  columns: readonly (string | Column)[],
  groups: readonly RowGroup[],
): DocumentTable {
  return {
    block: 'table',
    caption,
    columns: columns.map((column) => (typeof column === 'string' ? { heading: column } : column)),
    groups,
  };
}

/** Texts one after another, those that are there. */
export function joined(...phrases: readonly (Phrase | undefined)[]): Phrase {
  const spans = phrases
    .filter((phrase) => phrase !== undefined && phrase !== '')
    .map((phrase) => (typeof phrase === 'string' ? [phrase] : (phrase ?? [])));
  return spans.flatMap((phrase, i): readonly Span[] => (i === 0 ? phrase : [' ', ...phrase]));
}
