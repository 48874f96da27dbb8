import type { Contract, Terms } from './contract.ts';

/** The terms that say what the contract is about: those in force, else those that are proposed, else the last ones. */
export function termsOf({ current, proposed, history }: Contract): Terms | undefined {
  return current ?? proposed ?? history[0];
}
