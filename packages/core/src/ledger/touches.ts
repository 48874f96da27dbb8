/** Which promises a fact can change: what has to be recomputed when it is recorded, late or not. */
import { openingKinds } from '../deadline/follow.ts';
import type { Term, Terms } from '../deadline/terms.ts';
import { subjectNameOf } from '../facts/vocabulary.ts';
import { factsFor } from './facts-for.ts';

export type Touched = {
  /** Whether clocks of the fact's own subject, or of what it is `about`, could change. */
  readonly subjects: boolean;
  /** Names of the promises of the contract as a whole that read it: cadence, count, limit, gate. */
  readonly wide: readonly string[];
};

const NOTHING: Touched = { subjects: false, wide: [] };

/** Promises are never edited, so what they read is worked out once; terms that differ in standing share theirs. */
const known = new WeakMap<Terms['promises'], ReadonlyMap<string, Touched>>();

/**
 * What a fact of a name ("incident.received") can change. A fact of the contract or the account that is `about` nothing
 * in particular concerns every subject: where `subjects` holds for one of those, any subject that begins after it may
 * have another level. A fact that the description does not know changes nothing.
 */
export function touches(terms: Terms): (fact: string) => Touched {
  let touched = known.get(terms.promises);
  if (!touched) known.set(terms.promises, (touched = workOut(terms)));
  const found = touched;
  return (fact) => found.get(fact) ?? NOTHING;
}

function workOut(terms: Terms): ReadonlyMap<string, Touched> {
  const all = [...terms.promises.values()];
  const readers = all.map((term) => ({ term, reads: readerOf(term, terms) }));
  return new Map(
    [...terms.vocabulary.facts].map((fact) => {
      const reading = readers.filter(({ reads }) => reads(fact)).map(({ term }) => term);
      const wide = reading.filter(isWide).map(({ name }) => name);
      return [fact, { subjects: wide.length < reading.length, wide }];
    }),
  );
}

/** Whether a promise is the contract's as a whole: no subject opens it. */
export function isWide(term: Term): boolean {
  return openingKinds(term) === undefined;
}

function readerOf(term: Term, terms: Terms): (fact: string) => boolean {
  const { facts, ownOfGated } = factsFor(term, terms);
  const gated = new Set(ownOfGated && term.clause.form === 'gate' ? term.clause.gate.map(subjectNameOf) : []);
  return (fact) => facts.has(fact) || gated.has(subjectNameOf(fact));
}
