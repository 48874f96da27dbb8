/**
 * What this process remembers of the facts that may concern every subject of an account: how its contracts stand, what opens its
 * gates. Each of them counts the state of the account up (migration 0008), and with its state all that is remembered of it is out of
 * date: so they are kept beside the terms that were read in that state.
 */
import type { AgreedTerms } from './agreed-terms.ts';
import type { JournalFact } from './clocks-of-unit.ts';
import { namesForAll } from './facts-wanted.ts';
import { kindOf } from './promises-of.ts';

/** Kinds of facts that never count the state of an account up; the trigger `standing_changed` names the same. */
export const COUNTS_NOTHING: ReadonlySet<string> = new Set(['incident', 'service-request', 'obligation', 'escalation']);
/** So many people may be trained; of an account with more, they are read each time. */
const AT_MOST = 500;

const known = new WeakMap<readonly AgreedTerms[], readonly JournalFact[]>();

/** To be read after the state in which these terms were: what is newer than the state is never trusted, what is older would be. */
export function rememberStanding(all: readonly AgreedTerms[], facts: readonly JournalFact[]): void {
  const isCounted = namesForAll(all).every((name) => !COUNTS_NOTHING.has(kindOf(name)));
  if (isCounted && facts.length <= AT_MOST) known.set(all, facts);
}

/** In the order of happening; undefined where they have to be read. */
export function rememberedStanding(all: readonly AgreedTerms[]): readonly JournalFact[] | undefined {
  return known.get(all);
}
