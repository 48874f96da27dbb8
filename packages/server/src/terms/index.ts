/** The door of the terms: what an account agreed, ready for clocks. */
export { loadContractTerms, loadTermsOf } from './load-contract-terms.ts';
export type { AgreedTerms } from './load-contract-terms.ts';
