/** How the gates of contracts stand now, by the facts of the journal. */
import { gatesOf, type StandingGate } from '@tamarack/core';
import { asProgram } from '../platform/database/as-program.ts';
import type { Tx } from '../platform/database/tx.ts';
import type { AgreedTerms } from './agreed-terms.ts';
import { factsWanted } from './facts-wanted.ts';
import { loadFacts } from './facts-views.ts';

export type StandingGates = (agreed: AgreedTerms) => readonly StandingGate[];

/**
 * `all` are the terms of the account, `persons` those to ask about where a gate asks something of a person. Internal facts open
 * gates as well, so both sides are told the same; of the facts themselves nothing is told.
 */
export async function standingGates(
  tx: Tx,
  accountId: string,
  all: readonly AgreedTerms[],
  persons: readonly string[],
  now: Temporal.Instant,
): Promise<StandingGates> {
  const seconds = Math.floor(now.epochMilliseconds / 1000);
  // Of no subject in particular: what opens gates.
  const facts = await asProgram(tx, (program) => loadFacts(program, accountId, factsWanted([], all)));
  return ({ contractId, terms }) => {
    const own = facts.filter((fact) => fact.at <= seconds && (fact.contractId ?? contractId) === contractId);
    return gatesOf(terms, own, persons);
  };
}
