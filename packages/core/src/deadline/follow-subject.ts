/**
 * One subject and any number of its promises. They share its life, so that a replay folds it only once, and a promise
 * sleeps until the first fact that could matter to it: most promises of most incidents are never opened.
 */
import { effectsOf } from './effects.ts';
import type { Followed, Follower, Reactor } from './follower.ts';
import { fieldOf, live, unborn } from './life.ts';
import { reactBefore } from './react-before.ts';
import { reactResponse, wakesResponse } from './react-response.ts';
import { reactUpdate, wakesUpdate } from './react-update.ts';
import type { Term, Terms } from './terms.ts';

/** Makes the reactor of one promise; `wakes` are the facts before which it has nothing to do. */
type Sleeper = { readonly wakes: Iterable<string>; readonly wake: (followed: Followed) => Reactor };

/**
 * Prepares to follow promises for subjects of one kind ("incident"); the follower of each takes the facts of the
 * subject and what is `about` it. Promises that the contract as a whole opens are passed over.
 */
export function followersOf(terms: Terms, promises: Iterable<Term>, kind: string): (subject: string) => Follower {
  const effects = effectsOf(terms.vocabulary, kind);
  const sleepers = [...promises].flatMap((term) => sleeperOf(term, terms, kind));
  const wakenBy = new Map<string, number[]>();
  sleepers.forEach(({ wakes }, i) => {
    for (const fact of wakes) wakenBy.set(fact, [...(wakenBy.get(fact) ?? []), i]);
  });
  const prefix = `${kind}.`;

  return (subject) => {
    const life = unborn(kind, terms.level, terms.account);
    const followed: Followed = { terms, subject, life, ask: fieldOf(life) };
    const reactors = sleepers.map((): Reactor | undefined => undefined);
    return {
      take(fact) {
        for (const reactor of reactors) reactor?.pass(fact.at);
        const own = fact.subject === subject && fact.fact.startsWith(prefix);
        if (own) live(life, fact, effects);
        for (const i of wakenBy.get(fact.fact) ?? []) reactors[i] ??= sleepers[i]?.wake(followed);
        for (const reactor of reactors) reactor?.react(fact, own);
      },
      clocksAt: (now) => reactors.flatMap((reactor) => reactor?.clocksAt(now) ?? []),
    };
  };
}

function sleeperOf(term: Term, { vocabulary }: Terms, kind: string): Sleeper[] {
  const { clause } = term;
  switch (clause.form) {
    case 'response':
    case 'request':
      return [
        { wakes: wakesResponse(clause, kind, vocabulary), wake: (followed) => reactResponse(term, clause, followed) },
      ];
    case 'update':
      return [
        { wakes: wakesUpdate(clause, kind, vocabulary), wake: (followed) => reactUpdate(term, clause, followed) },
      ];
    case 'before':
      // When it will be may stand in any fact of the subject.
      return [{ wakes: vocabulary.facts, wake: (followed) => reactBefore(term, clause, followed) }];
    case 'cadence':
    case 'count':
    case 'limit':
    case 'gate':
      return [];
  }
}
