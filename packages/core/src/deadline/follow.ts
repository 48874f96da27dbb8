/** The follower of a promise, whatever its form. */
import { subjectNameOf } from '../facts/vocabulary.ts';
import type { Follower } from './follower.ts';
import { followBefore } from './follow-before.ts';
import { followGate } from './follow-gate.ts';
import { followLimit } from './follow-limit.ts';
import { followPeriods } from './follow-periods.ts';
import { followResponse } from './follow-response.ts';
import { followUpdate } from './follow-update.ts';
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
      return followResponse(terms, term, clause, subject, kind);
    case 'update':
      return followUpdate(terms, term, clause, subject, kind);
    case 'before':
      return followBefore(terms, term, clause, subject, kind);
    case 'cadence':
    case 'count':
      return followPeriods(terms, term, clause, subject);
    case 'limit':
      return followLimit(terms, term, clause, subject);
    case 'gate':
      return followGate(terms, term, clause);
  }
}
