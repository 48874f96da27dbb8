/** Which promises of some terms a kind of subject can open, and which facts they need beside the subject's own. */
import { factsFor, openingKinds, type Term, type Terms } from '@tamarack/core';

export type PromisesOfKind = {
  /** Responses, requests, updates and whatever is due before something, of subjects of this kind. */
  readonly followed: readonly Term[];
  /** Gates through which facts of this kind pass. */
  readonly gates: readonly Term[];
  /** Facts that open those gates or the state that does: the person's training, the licence. */
  readonly needs: ReadonlySet<string>;
};

const known = new WeakMap<Terms, Map<string, PromisesOfKind>>();

/** Worked out once for each terms and kind: terms are never edited. */
export function promisesOf(terms: Terms, kind: string): PromisesOfKind {
  const ofTerms = known.get(terms) ?? new Map<string, PromisesOfKind>();
  known.set(terms, ofTerms);
  const remembered = ofTerms.get(kind);
  if (remembered) return remembered;
  const all = [...terms.promises.values()];
  const gates = all.filter(({ clause }) => clause.form === 'gate' && clause.gate.some((fact) => kindOf(fact) === kind));
  const gated = new Set(gates.flatMap(({ clause }) => (clause.form === 'gate' ? clause.gate : [])));
  const needs = new Set(
    gates
      .flatMap((gate) => [...factsFor(gate, terms).facts])
      .filter((fact) => !gated.has(fact) && kindOf(fact) !== kind),
  );
  const made = { followed: all.filter((term) => openingKinds(term)?.includes(kind)), gates, needs };
  ofTerms.set(kind, made);
  return made;
}

const openers = new WeakMap<Terms, ReadonlyMap<string, ReadonlySet<string>>>();

/** The gated facts that a fact may let through: of `person.trained` perhaps `incident.received`. Empty for most. */
export function gatedBy(terms: Terms, fact: string): ReadonlySet<string> {
  let found = openers.get(terms);
  if (!found) {
    const all = [...terms.promises.values()].flatMap(({ clause }) => (clause.form === 'gate' ? clause.gate : []));
    const made = new Map<string, Set<string>>();
    for (const kind of new Set(all.map(kindOf))) {
      const { gates, needs } = promisesOf(terms, kind);
      const gated = gates.flatMap(({ clause }) => (clause.form === 'gate' ? clause.gate : []));
      for (const need of needs) made.set(need, new Set([...(made.get(need) ?? []), ...gated]));
    }
    openers.set(terms, (found = made));
  }
  return found.get(fact) ?? NONE;
}

const NONE: ReadonlySet<string> = new Set();

/** "incident.received" → "incident" */
export function kindOf(fact: string): string {
  return fact.slice(0, fact.indexOf('.'));
}

/** Kinds of which a contract has one: their facts concern every subject. */
export function isStanding(fact: string): boolean {
  return fact.startsWith('contract.') || fact.startsWith('account.');
}

const ofContract = new WeakMap<Terms, ReadonlySet<string>>();

/** The facts that promises read which the contract itself opened: whatever happens to any subject may be their evidence. */
export function factsOfContract(terms: Terms): ReadonlySet<string> {
  let names = ofContract.get(terms);
  if (!names) {
    const read = promisesOf(terms, 'contract').followed.flatMap((term) => [...factsFor(term, terms).facts]);
    ofContract.set(terms, (names = new Set(read)));
  }
  return names;
}

const periodic = new WeakMap<Terms, ReadonlyMap<string, Term>>();

/**
 * Cadences, counts and limits: what the contract as a whole is owed, by name. A limit that limits nothing ("as many tickets as
 * needed", AC7) owes nothing, and is not reckoned again with every ticket.
 */
export function periodicPromises(terms: Terms): ReadonlyMap<string, Term> {
  let found = periodic.get(terms);
  if (!found) {
    const levels = Object.keys(terms.description.levels);
    const limits = (term: Term) => {
      const says = levels.map((level) => term.quantity(level, undefined));
      return says.some((quantity) => quantity.is === 'value' && quantity.value.of !== 'unlimited');
    };
    const owed = [...terms.promises].filter(
      ([, term]) =>
        openingKinds(term) === undefined &&
        term.clause.form !== 'gate' &&
        (term.clause.form !== 'limit' || limits(term)),
    );
    periodic.set(terms, (found = new Map(owed)));
  }
  return found;
}
