/** The door of the terms: what an account agreed, ready for clocks. */
export { agreedStateOf } from './agreed-terms-views.ts';
export { loadContractTerms, loadTermsOf, rememberedTermsOf, termsInState } from './load-contract-terms.ts';
export type { AgreedTerms } from './load-contract-terms.ts';
