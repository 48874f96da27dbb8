/** The follower of a promise, whatever its form. */
import { subjectNameOf } from '../facts/vocabulary.ts';
import type { Follower } from './follower.ts';
import { followGate } from './follow-gate.ts';
import { followLimit } from './follow-limit.ts';
import { followPeriods } from './follow-periods.ts';
import { followersOf } from './follow-subject.ts';
import type { Term, Terms } from './terms.ts';

/** What kinds of subjects open a promise; `undefined` where the contract itself does. */
export function openingKinds({ clause }: Term): readonly string[] | undefined {
  switch (clause.form) {
    case 'response':
    case 'request':
    case 'before':
      return [...new Set(clause.when.map(subjectNameOf))];
    case 'update':
      return [subjectNameOf(clause.while)];
    case 'cadence':
    case 'count':
    case 'limit':
    case 'gate':
      return undefined;
  }
}

/** Begins to follow a promise for one subject of `kind`, or for the contract where the promise needs none. */
export function follow(terms: Terms, term: Term, subject: string, kind: string): Follower {
  const { clause } = term;
  switch (clause.form) {
    case 'response':
    case 'request':
    case 'update':
    case 'before':
      return prepared(terms, term, kind)(subject);
    case 'cadence':
    case 'count':
      return followPeriods(terms, term, clause, subject);
    case 'limit':
      return followLimit(terms, term, clause, subject);
    case 'gate':
      return followGate(terms, term, clause);
  }
}

/** What was prepared for one promise and kind. Filled on demand and never changed: a replay asks for every incident. */
const known = new WeakMap<Terms, Map<string, (subject: string) => Follower>>();

function prepared(terms: Terms, term: Term, kind: string): (subject: string) => Follower {
  const ofTerms = known.get(terms) ?? new Map<string, (subject: string) => Follower>();
  const key = `${kind} ${term.name}`;
  const remembered = terms.promises.get(term.name) === term ? ofTerms.get(key) : undefined;
  if (remembered) return remembered;
  const made = followersOf(terms, [term], kind);
  known.set(terms, ofTerms.set(key, made));
  return made;
}
