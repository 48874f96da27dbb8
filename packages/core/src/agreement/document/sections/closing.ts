/** Notes, and the lines on which both sides sign. */
import { sentence } from '../../in-words/wording.ts';
import { list, paragraph } from '../blocks.ts';
import type { DraftSection } from '../draft-section.ts';
import type { Rendering } from '../rendering.ts';

/** Anything else that the document says. */
export function notes({ description }: Rendering): DraftSection | undefined {
  if (!description.notes) return undefined;
  return {
    anchor: 'notes',
    title: 'Further notes',
    blocks: description.notes.length === 0 ? [paragraph('None.')] : [list(description.notes.map(sentence))],
  };
}

/** Signatures of provider and customer. */
export function signatures({ description }: Rendering): DraftSection {
  const { reference, version } = description.document;
  return {
    anchor: 'signatures',
    title: 'Signatures',
    blocks: [
      paragraph(`Both sides agree to ${description.service.name} as described in ${reference}, version ${version}.`),
      {
        block: 'signatures',
        parties: [
          { party: 'For the provider', name: description.service.provider },
          { party: 'For the customer', name: '' },
        ],
        lines: ['Name', 'Function', 'Place and date', 'Signature'],
      },
    ],
  };
}
