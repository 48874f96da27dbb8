/** The door of the obligations: recording facts, and the ledger that follows from them. */
export { recordFacts } from './record-facts.ts';
export { recordTogether } from './record-together.ts';
export { refuseUnseenFiles } from './refuse-unseen-files.ts';
export { factHandlers } from './fact-routes.ts';
export { obligationHandlers } from './routes.ts';
export { lockUnitOfTicket } from './ledger-store.ts';
export { approversOf, tell } from './tell-store.ts';
export { verifyAccount } from './verify-account.ts';
export { beforeFacts, beforeFactsFromMemory } from './before-a-fact.ts';
export type { BeforeFacts, Intended } from './before-a-fact.ts';
export { standingGates } from './standing-gates.ts';
export { startWatcher } from './watcher.ts';
export { nextWake } from './due-views.ts';
export { wakeAccounts } from './wake-accounts.ts';
export { accountIds } from './verify-views.ts';
