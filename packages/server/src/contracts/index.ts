/** The door of the contracts. Their terms, ready for clocks, are in terms/: obligations need those, and contracts need obligations. */
export { loadContractTerms } from '../terms/index.ts';
