/** The door of the journal. */
export { entryPage, firstFactOf, recentSubjects } from './journal-views.ts';
export type { Entry } from './journal-views.ts';
export { appendFacts, prepareFacts } from './journal-store.ts';
export type { RecordedFact } from './journal-store.ts';
export { eventHandlers } from './event-routes.ts';
export { startLiveFeed } from './live-feed.ts';
export type { LiveFeed } from './live-feed.ts';
export { proveSeals } from './prove-seals.ts';
export { journalCount } from './seal-views.ts';
export { sealJournal } from './seal-journal.ts';
export { BY_SYSTEM } from './new-fact.ts';
export type { NewFact, Recorder } from './new-fact.ts';
