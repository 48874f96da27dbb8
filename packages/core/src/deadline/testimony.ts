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
  /** What was said of each subject of each kind: what it was about, if anything, and of which product it is. */
  const said = new Map<string, Map<string, Said>>([...kinds].map((kind) => [kind, new Map()]));
  /** How many subjects of a kind speak of a thing, by their product; of nothing in particular under `undefined`. */
  const spoken = new Map<string, Map<string | undefined, ByProduct>>([...kinds].map((kind) => [kind, new Map()]));

  const count = (kind: string, about: string | undefined, product: string | undefined, by: number) => {
    const counts = spoken.get(kind);
    const ofThing = counts?.get(about) ?? new Map<string | undefined, number>();
    counts?.set(about, ofThing.set(product, (ofThing.get(product) ?? 0) + by));
  };
  return {
    hear(fact, ends) {
      if (!ends && !listened.has(fact.fact)) return;
      const kind = subjectNameOf(fact.fact);
      const subjects = said.get(kind);
      if (!subjects) return;
      const known = subjects.get(fact.subject);
      if (ends) {
        for (const about of known?.abouts ?? []) count(kind, about, known?.product, -1);
        // A licence that is renewed after it expired is still of its product.
        if (known) subjects.set(fact.subject, { ...known, abouts: new Set() });
      } else if (!known?.abouts.has(fact.about)) {
        const product = known?.product ?? productOf(fact);
        subjects.set(fact.subject, { product, abouts: new Set([...(known?.abouts ?? []), fact.about]) });
        count(kind, fact.about, product, 1);
      }
    },
    countsFor(gated) {
      const own = subjectNameOf(gated.fact);
      const product = productOf(gated);
      return [...kinds].some((kind) => {
        const has = (subject: string) => (said.get(kind)?.get(subject)?.abouts.size ?? 0) > 0;
        if (kind === own) return has(gated.subject);
        if (kind === 'person') return gated.by !== undefined && has(gated.by);
        const about = (thing: string | undefined) => isOf(product, spoken.get(kind)?.get(thing));
        if (about(undefined) || about(gated.subject)) return true;
        return gated.about !== undefined && (about(gated.about) || has(gated.about));
      });
    },
  };
}

type Said = { readonly abouts: ReadonlySet<string | undefined>; readonly product: string | undefined };
type ByProduct = Map<string | undefined, number>;

/** The product that a fact names; what names none is of every product. */
export function productOf({ data }: Fact): string | undefined {
  const product = data?.['product'];
  return typeof product === 'string' ? product : undefined;
}

/** AC20: what names a product asks for what is of that product, or of every one; what names none takes any. */
function isOf(product: string | undefined, counts: ByProduct | undefined): boolean {
  if (!counts) return false;
  const of = product === undefined ? [...counts.values()] : [counts.get(product), counts.get(undefined)];
  return of.some((number = 0) => number > 0);
}
