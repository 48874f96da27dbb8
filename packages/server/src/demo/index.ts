/** The door of the demonstration: a provider and its customers with half a year of history. */
export { makeDemonstrationApart } from './make-apart.ts';
export { demonstrationState, makeDemonstration } from './make-demonstration.ts';
export type { Demonstration } from './make-demonstration.ts';
export { dropEverything } from './demo-store.ts';
