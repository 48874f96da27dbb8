/** What each contract fills in, and where it may deviate. */
import { agreedInWords, boundsInWords } from '../../in-words/parameter-in-words.ts';
import { capital, sentence, spaced } from '../../in-words/wording.ts';
import { paragraph, table } from '../blocks.ts';
import { chapter, type DraftSection } from '../draft-section.ts';
import type { Rendering } from '../rendering.ts';
import { deviations } from './deviations.ts';

/** The chapter on the contract. */
export function contract(of: Rendering): DraftSection | undefined {
  return chapter('contract', 'What a contract fills in', [parameters(of), deviations(of)]);
}

function parameters({ description }: Rendering): DraftSection | undefined {
  if (!description.parameters) return undefined;
  const rows = Object.entries(description.parameters).map(([name, parameter]) => {
    const agreed = agreedInWords(parameter);
    return [
      [{ strong: capital(spaced(name)) }, ` – ${sentence(parameter.says)}`],
      capital(boundsInWords(parameter) ?? 'as agreed'),
      agreed === undefined ? 'every contract has to say' : capital(agreed),
    ];
  });
  const blocks =
    rows.length === 0
      ? [paragraph('None.')]
      : [table('Agreed in each contract', ['Agreed in the contract', 'Within', 'Where it says nothing'], rows)];
  return { anchor: 'parameters', title: 'Agreed in each contract', blocks };
}
