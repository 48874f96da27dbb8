/** Document control for the title page: reference to distribution, change history, related documents. */
import { dateInWords } from '../../../calendar/date-in-words.ts';
import { definition, definitions, list, paragraph, table } from '../blocks.ts';
import type { Block } from '../document-model.ts';
import type { Rendering } from '../rendering.ts';

/** The control block. */
export function documentControl({ description }: Rendering): Block[] {
  const { reference, version, date, owner, approver, classification, distribution, history, related } =
    description.document;
  return [
    definitions([
      definition('Reference', reference),
      definition('Version', version),
      definition('Date', dateWritten(date)),
      definition('Owner', owner),
      definition('Approved by', approver),
      definition('Classification', classification),
      {
        term: 'Distribution',
        means: [distribution.length === 1 ? paragraph(distribution[0] ?? '') : list(distribution)],
      },
      ...(related ? [{ term: 'Related documents', means: [relatedDocuments(related)] }] : []),
    ]),
    table(
      'Change history',
      ['Version', 'Date', 'Author', 'Change'],
      history.map((entry) => [entry.version, dateWritten(entry.date), entry.author, entry.change]),
    ),
  ];
}

function relatedDocuments(
  related: readonly { readonly title: string; readonly reference?: string | undefined }[],
): Block {
  if (related.length === 0) return paragraph('None.');
  return list(related.map(({ title, reference }) => (reference === undefined ? title : `${title} (${reference})`)));
}

/** "1 October 2026" of "2026-10-01". */
export function dateWritten(date: string): string {
  return dateInWords(Temporal.PlainDate.from('1970-01-01').until(Temporal.PlainDate.from(date)).days);
}
