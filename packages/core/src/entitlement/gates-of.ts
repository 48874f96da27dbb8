/** How the gates of a contract stand before anything wants to pass them: what each asks, of whom, and whether it is there. */
import type { ClauseOf } from '../agreement/grammar/promise.ts';
import { promiseInWords } from '../agreement/in-words/promise-in-words.ts';
import type { Fact } from '../deadline/fact.ts';
import { needsOfGate } from '../deadline/follow-gate.ts';
import { testimony } from '../deadline/testimony.ts';
import type { Terms } from '../deadline/terms.ts';
import { subjectNameOf } from '../facts/vocabulary.ts';
import { missingInWords, needInWords, remedyInWords } from './need-in-words.ts';

/**
 * Of what a need is asked:
 * - `account`: given once, it counts for everything (a licence); what is about the passing thing alone is not seen here.
 * - `person`: of whoever causes the gated fact (a training).
 * - `each`: of the very thing that passes (a task agreed to before it starts), so nothing is known beforehand.
 */
export const NEED_SCOPES = ['account', 'person', 'each'] as const;

export type StandingNeed = {
  readonly of: (typeof NEED_SCOPES)[number];
  /** "A licence is valid." */
  readonly says: string;
  /** Whether it is there for everything; only of an account's need. */
  readonly given: boolean;
  /** Of a person's need: those of the persons asked about who have it. */
  readonly passing: readonly string[];
  readonly missing: string;
  readonly remedy: string;
};

export type StandingGate = {
  readonly promise: string;
  readonly title: string;
  readonly says: string;
  /** What may only happen once it is open. */
  readonly facts: readonly string[];
  readonly needs: readonly StandingNeed[];
};

/**
 * The gates of the level, in the order of the description. `history` are the facts of the contract and its account until now, in
 * the order of the journal, at least those that `factsFor` names for its gates; `persons` those to ask about.
 */
export function gatesOf(terms: Terms, history: readonly Fact[], persons: readonly string[]): StandingGate[] {
  const { description } = terms;
  return [...terms.promises.values()].flatMap((term): StandingGate[] => {
    const { name, clause } = term;
    if (clause.form !== 'gate' || !term.appliesTo(terms.level)) return [];
    return [
      {
        promise: name,
        title: clause.title,
        says: clause.says ?? promiseInWords(clause, description),
        facts: clause.gate,
        needs: standingNeeds(terms, clause, history, persons),
      },
    ];
  });
}

function standingNeeds(
  terms: Terms,
  clause: ClauseOf<'gate'>,
  history: readonly Fact[],
  persons: readonly string[],
): StandingNeed[] {
  const { needs, ends } = needsOfGate(terms, clause);
  const [gated = ''] = clause.gate;
  const wanted = { at: 0, fact: gated, subject: '' };
  return needs.map((facts) => {
    const heard = testimony(facts);
    for (const past of history) heard.hear(past, ends.has(past.fact));
    const of = scopeOf(facts, clause.gate);
    return {
      of,
      says: needInWords(facts, clause.while, terms.description),
      given: of === 'account' && heard.countsFor(wanted),
      passing: of === 'person' ? persons.filter((by) => heard.countsFor({ ...wanted, by })) : [],
      missing: missingInWords(facts, clause.while, terms.description),
      remedy: remedyInWords(facts, gated, terms.description),
    };
  });
}

function scopeOf(facts: readonly string[], gated: readonly string[]): StandingNeed['of'] {
  const kinds = new Set(facts.map(subjectNameOf));
  if (gated.some((fact) => kinds.has(subjectNameOf(fact)))) return 'each';
  return kinds.has('person') ? 'person' : 'account';
}
