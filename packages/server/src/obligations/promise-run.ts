/**
 * A promise of the whole contract lives on through a change of terms that leaves it as it was: its rhythm goes on, and no
 * change of something else can make a running period go away just before it would be broken. Where the promise itself changed,
 * its run ends with the old terms and begins anew with the next.
 */
import { describeCalendar, type Term } from '@tamarack/core';
import type { AgreedTerms } from './agreed-terms.ts';

/** The terms with which the run of a promise began that holds under these terms, and when the run ends, if it does. */
export type PromiseRun = { readonly first: AgreedTerms; readonly untilAt: number | undefined };

export function promiseRun(all: readonly AgreedTerms[], agreed: AgreedTerms, promise: string): PromiseRun {
  const chain = all
    .filter(({ contractId }) => contractId === agreed.contractId)
    .toSorted((a, b) => a.fromAt - b.fromAt);
  const place = chain.indexOf(agreed);
  let first = agreed;
  for (const before of chain.slice(0, place).toReversed()) {
    if (!goesOn(before, first, promise)) break;
    first = before;
  }
  let last = agreed;
  for (const after of chain.slice(place + 1)) {
    if (!goesOn(last, after, promise)) break;
    last = after;
  }
  return { first, untilAt: last.untilAt };
}

function goesOn(before: AgreedTerms, after: AgreedTerms, promise: string): boolean {
  if (before.untilAt !== after.fromAt) return false;
  const [said, says] = [before, after].map((agreed) => saying(agreed, promise));
  return said !== undefined && said === says;
}

const known = new WeakMap<Term, Map<string, string>>();

/** All that a promise of the whole contract says at the level of its terms, as one text. */
function saying({ terms }: AgreedTerms, promise: string): string | undefined {
  const term = terms.promises.get(promise);
  if (!term?.appliesTo(terms.level)) return undefined;
  const byLevel = known.get(term) ?? new Map<string, string>();
  known.set(term, byLevel);
  let text = byLevel.get(terms.level);
  if (text === undefined) {
    const { clause, calendars } = term;
    const settled = [
      term.duration(terms.level, undefined),
      term.times(terms.level, undefined),
      term.quantity(terms.level, undefined),
    ];
    text = JSON.stringify([clause, settled, calendars && describeCalendar(calendars.hours)]);
    byLevel.set(terms.level, text);
  }
  return text;
}
