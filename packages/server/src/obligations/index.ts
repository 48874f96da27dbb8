/** The door of the obligations: recording facts, and the ledger that follows from them. */
export { recordFacts } from './record-facts.ts';
export type { Recorded } from './record-facts.ts';
