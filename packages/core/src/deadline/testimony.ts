/** What was heard of one need of a gate, and for whom it counts; the rules stand in follow-gate.ts. */
import { subjectNameOf } from '../facts/vocabulary.ts';
import type { Fact } from './fact.ts';

export type Testimony = {
  /** Takes note of a fact; `ends` where it ends the state that was begun. */
  readonly hear: (fact: Fact, ends: boolean) => void;
  readonly countsFor: (gated: Fact) => boolean;
};

/** Listens for any of these facts. */
export function testimony(any: readonly string[]): Testimony {
  const listened = new Set(any);
  const kinds = new Set(any.map(subjectNameOf));
  /** What was said of each subject of each kind: what it was about, if anything. */
  const said = new Map<string, Map<string, Set<string | undefined>>>([...kinds].map((kind) => [kind, new Map()]));
  /** How many subjects of a kind speak of a thing; of nothing in particular under `undefined`. */
  const spoken = new Map<string, Map<string | undefined, number>>([...kinds].map((kind) => [kind, new Map()]));

  const count = (kind: string, about: string | undefined, by: number) => {
    const counts = spoken.get(kind);
    counts?.set(about, (counts.get(about) ?? 0) + by);
  };
  return {
    hear(fact, ends) {
      if (!ends && !listened.has(fact.fact)) return;
      const kind = subjectNameOf(fact.fact);
      const subjects = said.get(kind);
      if (!subjects) return;
      const abouts = subjects.get(fact.subject);
      if (ends) {
        for (const about of abouts ?? []) count(kind, about, -1);
        subjects.delete(fact.subject);
      } else if (!abouts?.has(fact.about)) {
        subjects.set(fact.subject, (abouts ?? new Set()).add(fact.about));
        count(kind, fact.about, 1);
      }
    },
    countsFor(gated) {
      const own = subjectNameOf(gated.fact);
      return [...kinds].some((kind) => {
        const subjects = said.get(kind);
        const counts = spoken.get(kind);
        if (!subjects || !counts) return false;
        if (kind === own) return subjects.has(gated.subject);
        if (kind === 'person') return gated.by !== undefined && subjects.has(gated.by);
        const about = (thing: string | undefined) => (counts.get(thing) ?? 0) > 0;
        if (about(undefined) || about(gated.subject)) return true;
        return gated.about !== undefined && (about(gated.about) || subjects.has(gated.about));
      });
    },
  };
}
