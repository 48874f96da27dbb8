/** The door of the journal. */
export { appendFacts, prepareFacts } from './journal-store.ts';
export type { RecordedFact } from './journal-store.ts';
export { BY_SYSTEM } from './new-fact.ts';
export type { FactValue, NewFact, Recorder } from './new-fact.ts';
