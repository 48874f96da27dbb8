/**
 * `gate` … `until` or `while`: a fact that may only happen once something else has, or while a state lasts. Each gated
 * fact is a clock of its own, met or breached at once; the journal's order decides within a second.
 *
 * Whose evidence, and whose state, opens the gate:
 * - of the same kind, that of the same subject (a task agreed to before it starts);
 * - of a person, that of the person who causes the fact (training before a ticket);
 * - otherwise what is about the gated subject or about what that is about, that itself, or what is about nothing in
 *   particular (a non-disclosure agreement, a licence); where both name a product, that of this product alone.
 *
 * Evidence once given stays; what can be withdrawn is asked for by its state (`while: nda.in-force`). `if` and `levels`
 * ask what is known of the gated subject by then, the gated fact included, and then of the account.
 */
import { holds } from '../agreement/words/condition.ts';
import type { ClauseOf } from '../agreement/grammar/promise.ts';
import { subjectNameOf } from '../facts/vocabulary.ts';
import type { Clock } from './clock.ts';
import { effectsOf } from './effects.ts';
import type { Fact } from './fact.ts';
import type { Follower } from './follower.ts';
import { fieldOf, live, unborn, type Life } from './life.ts';
import { fieldOfStanding, standingAfter, standingOf } from './standing.ts';
import { testimony, type Testimony } from './testimony.ts';
import type { Term, Terms } from './terms.ts';

/** One thing that a gate asks for: any of these facts, lasting if it is a state. */
export type GateNeed = { readonly facts: readonly string[]; readonly given: boolean };

/** A follower of a gate that can also say what it would ask of a fact that has not happened yet. */
export type GateFollower = Follower & {
  /** What it asks, open where everything is given; undefined where it does not concern this fact. Changes nothing. */
  readonly needsFor: (fact: Fact) => readonly GateNeed[] | undefined;
};

/** Follows one contract. */
export function followGate(terms: Terms, term: Term, clause: ClauseOf<'gate'>): GateFollower {
  const gated = new Set(clause.gate);
  const kinds = new Set(clause.gate.map(subjectNameOf));
  const asksLife = clause.if !== undefined || clause.levels !== undefined;
  const { needs, ends } = needsOfGate(terms, clause);
  const given: readonly Testimony[] = needs.map(testimony);
  const lives = new Map<string, Life>();
  const turns = new Map<string, number>();
  const clocks: Clock[] = [];
  let standing = standingOf(terms);

  /** The life of the gated subject after this fact; kept only where it is asked for. */
  const lifeAfter = (fact: Fact, known: Life | undefined): Life => {
    const kind = subjectNameOf(fact.fact);
    const life = known ?? unborn(kind, standing.level, {});
    live(life, fact, effectsOf(terms.vocabulary, kind));
    return life;
  };
  const applies = (life: Life): boolean => {
    const ofSubject = fieldOf(life);
    const ofAccount = fieldOfStanding(standing);
    return (
      term.appliesTo(life.level) && (!clause.if || holds(clause.if, (field) => ofSubject(field) ?? ofAccount(field)))
    );
  };
  const opensFor = (fact: Fact): boolean => given.every((need) => need.countsFor(fact));

  return {
    needsFor(fact) {
      if (!gated.has(fact.fact)) return undefined;
      const known = lives.get(fact.subject);
      const copy = known && { ...known, known: new Map(known.known) };
      if (asksLife && !applies(lifeAfter(fact, copy))) return undefined;
      return needs.map((facts, i) => ({ facts, given: given[i]?.countsFor(fact) ?? false }));
    },
    take(fact) {
      standing = standingAfter(standing, fact);
      const isGated = gated.has(fact.fact);
      if (asksLife && kinds.has(subjectNameOf(fact.fact)))
        lives.set(fact.subject, lifeAfter(fact, lives.get(fact.subject)));
      const life = lives.get(fact.subject);
      if (isGated && (!asksLife || (life && applies(life)))) {
        const turn = (turns.get(fact.subject) ?? 0) + 1;
        turns.set(fact.subject, turn);
        clocks.push(gateClock(term, fact, turn, opensFor(fact)));
      }
      for (const need of given) need.hear(fact, ends.has(fact.fact));
    },
    clocksAt: (now) => clocks.filter((clock) => clock.opened <= now),
  };
}

/** What a gate asks for: of each need any of its facts, and what ends the state that such a fact begins. */
export function needsOfGate(
  { vocabulary }: Terms,
  clause: ClauseOf<'gate'>,
): { readonly needs: readonly (readonly string[])[]; readonly ends: ReadonlySet<string> } {
  const state = clause.while === undefined ? undefined : vocabulary.states.get(clause.while);
  return { needs: state ? [state.begins] : (clause.until?.all ?? []), ends: new Set(state?.ends) };
}

function gateClock(term: Term, fact: Fact, turn: number, open: boolean): Clock {
  const { subject, at } = fact;
  const base = {
    promise: term.name,
    form: term.clause.form,
    subject,
    cycle: 1,
    turn,
    opened: at,
    pauses: [],
    targets: [],
  };
  return open ? { ...base, state: 'met', metAt: at } : { ...base, state: 'breached', breachedAt: at };
}
