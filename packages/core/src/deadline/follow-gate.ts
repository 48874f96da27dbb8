/**
 * `gate` … `until` or `while`: a fact that may only happen once something else has, or while a state
 * lasts. Whose evidence counts: of the same kind, that of the same subject (a task agreed to before
 * it starts); of a person, that of the person who causes the fact (training before a ticket);
 * otherwise what is about the subject, or about nothing in particular (a non-disclosure agreement).
 */
import { holds } from '../agreement/words/condition.ts';
import type { ClauseOf } from '../agreement/grammar/promise.ts';
import { subjectNameOf } from '../facts/vocabulary.ts';
import type { Clock } from './clock.ts';
import type { Fact } from './fact.ts';
import type { Follower } from './follower.ts';
import { fieldOf, live, unborn } from './life.ts';
import type { Term, Terms } from './terms.ts';

/** A follower of a gate that can also say whether a fact may happen now. */
export type GateFollower = Follower & { readonly isOpenFor: (fact: Fact) => boolean };

/** Follows one contract. */
export function followGate(terms: Terms, term: Term, clause: ClauseOf<'gate'>): GateFollower {
  const account = unborn(terms.level, terms.account);
  const state = clause.while === undefined ? undefined : terms.vocabulary.states.get(clause.while);
  const evidence = new Set(clause.until?.all.flat());
  const seen: Fact[] = [];
  const lasting = new Set<string>();
  const clocks: Clock[] = [];
  const applies = (fact: Fact) => {
    const asking = unborn(account.level, Object.fromEntries(account.fields));
    live(asking, fact, NO_EFFECTS);
    return term.appliesTo(asking.level) && (!clause.if || holds(clause.if, fieldOf(asking)));
  };
  const isOpenFor = (fact: Fact): boolean => {
    if (!clause.gate.includes(fact.fact) || !applies(fact)) return true;
    if (state) return lasting.size > 0;
    return (clause.until?.all ?? []).every((any) => seen.some((earlier) => any.includes(earlier.fact) && counts(earlier, fact)));
  };
  return {
    isOpenFor,
    take(fact) {
      if (clause.gate.includes(fact.fact) && applies(fact)) {
        const open = isOpenFor(fact);
        clocks.push({
          promise: term.name,
          form: clause.form,
          subject: fact.subject,
          cycle: 1,
          turn: clocks.length + 1,
          state: open ? 'met' : 'breached',
          opened: fact.at,
          pauses: [],
          targets: [],
          ...(open ? { metAt: fact.at } : { breachedAt: fact.at }),
        });
      }
      if (evidence.has(fact.fact)) seen.push(fact);
      if (state?.begins.includes(fact.fact)) lasting.add(fact.subject);
      if (state?.ends.includes(fact.fact)) lasting.delete(fact.subject);
      if (fact.fact.startsWith('account.') || fact.fact.startsWith('contract.')) live(account, fact, NO_EFFECTS);
    },
    clocksAt: (now) => clocks.filter((clock) => clock.opened <= now),
  };
}

const NO_EFFECTS = new Map();

function counts(evidence: Fact, gated: Fact): boolean {
  const kind = subjectNameOf(evidence.fact);
  if (kind === subjectNameOf(gated.fact)) return evidence.subject === gated.subject;
  if (kind === 'person') return evidence.subject === gated.by;
  return evidence.about === undefined || evidence.about === gated.subject || evidence.about === gated.about;
}
