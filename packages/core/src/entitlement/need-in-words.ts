/** What a gate asks for, what it lacks where it is closed, and what opens it. */
import { listInWords } from '../calendar/describe-hours.ts';
import { subjectNameOf } from '../facts/vocabulary.ts';
import type { Description } from '../agreement/grammar/description.ts';
import { evidenceInWords, openersInWords } from '../agreement/in-words/evidence-in-words.ts';
import { factInWords, nounOf, stateInWords } from '../agreement/in-words/fact-in-words.ts';
import { sentence, spaced } from '../agreement/in-words/wording.ts';

/** "A licence is valid.", "The named person has been trained." */
export function needInWords(facts: readonly string[], state: string | undefined, description: Description): string {
  if (state !== undefined) return sentence(stateInWords(state, description, false));
  return sentence(evidenceInWords({ all: [facts] }, description, 'perfect'));
}

/** "No valid licence for AlmaLinux.", "The named person has not been trained." `product`: that which is asked for. */
export function missingInWords(
  facts: readonly string[],
  state: string | undefined,
  description: Description,
  product?: string,
): string {
  if (state !== undefined) return sentence(`${withoutState(state, description)}${forProduct(facts, product)}`);
  return sentence(listInWords(facts.map((fact) => notYet(factInWords(fact, description, 'perfect')))));
}

/**
 * "First a licence is issued or renewed for AlmaLinux." Where a person is asked for, it is the one who causes the gated fact; where
 * evidence of the gated subject's own kind is, it is of that subject.
 */
export function remedyInWords(
  facts: readonly string[],
  gated: string,
  description: Description,
  product?: string,
): string {
  const kinds = new Set(facts.map(subjectNameOf));
  if (kinds.has('person') && subjectNameOf(gated) !== 'person')
    return sentence(
      `First ${evidenceInWords({ all: [facts] }, description).replace('the named person', causerOf(gated))}`,
    );
  const own = kinds.has(subjectNameOf(gated));
  return sentence(
    own
      ? `First ${evidenceInWords({ all: [facts] }, description)}`
      : `First ${openersInWords(facts, description)}${forProduct(facts, product)}`,
  );
}

/** Who causes it, as a customer would say it. */
function causerOf(gated: string): string {
  return gated.endsWith('.received') ? 'the person who submits it' : 'the person from whom this comes';
}

/** Of what people need, a licence alone is for a product. */
function forProduct(facts: readonly string[], product: string | undefined): string {
  return product !== undefined && facts.every((fact) => subjectNameOf(fact) === 'licence') ? ` for ${product}` : '';
}

function withoutState(state: string, description: Description): string {
  const kind = subjectNameOf(state);
  const name = spaced(state.slice(kind.length + 1));
  const noun = nounOf(kind, description).a.replace(/^(the|an?) /, '');
  return name === 'in force' ? `no ${noun} in force` : `no ${name} ${noun}`;
}

function notYet(perfect: string): string {
  return perfect.replace(/ (has|have) /, ' $1 not ');
}
