/** What a contract gains and loses when it moves to another version, level, or other values (CA15). */
import { compareDescriptions } from '../agreement/comparison/compare-descriptions.ts';
import type { Difference } from '../agreement/comparison/difference.ts';
import type { Agreed, Terms } from '../deadline/terms.ts';
import { descriptionAsAgreed } from './description-as-agreed.ts';

/** Terms, and what was agreed to make them. */
export type AgreedTerms = { readonly terms: Terms; readonly agreed: Agreed };

/**
 * The differences that concern the contract, promises first. How the document is kept is none of them, nor is a calendar
 * that comes or goes: where one counts, the promise that counts on it says so.
 */
export function compareAgreed(before: AgreedTerms, after: AgreedTerms): Difference[] {
  const old = descriptionAsAgreed(before.terms, before.agreed);
  const young = descriptionAsAgreed(after.terms, after.agreed);
  return compareDescriptions(old, young).filter(({ path, before: was, after: is }) => {
    const [section] = path.split('.');
    if (section === 'document' || section === 'tamarack' || path.endsWith('.source')) return false;
    return section !== 'calendars' || (was !== null && is !== null);
  });
}
