/**
 * What a promise makes of fact names is worked out once a clause and kind of subject, not once an incident. Filled on
 * demand and never changed: clauses are never edited, and their description's vocabulary belongs to them.
 */
import type { Vocabulary } from '../facts/vocabulary.ts';

/** Remembers what `make` says of a clause and a kind. */
export function onceAClause<C extends object, T>(
  make: (clause: C, kind: string, vocabulary: Vocabulary) => T,
): (clause: C, kind: string, vocabulary: Vocabulary) => T {
  const known = new WeakMap<C, Map<string, T>>();
  return (clause, kind, vocabulary) => {
    const kinds = known.get(clause) ?? new Map<string, T>();
    const remembered = kinds.get(kind);
    if (remembered !== undefined) return remembered;
    const made = make(clause, kind, vocabulary);
    known.set(clause, kinds.set(kind, made));
    return made;
  };
}
