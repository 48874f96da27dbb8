/** Promises of two versions: new ones, ones that are gone, and what changed in those that stayed. */
import type { Description } from '../grammar/description.ts';
import type { PromiseClause } from '../grammar/promise.ts';
import { promiseInWords } from '../in-words/promise-in-words.ts';
import { comparePromiseKey } from './compare-promise-key.ts';
import { difference, type Difference, type Place } from './difference.ts';
import { promisePolarity } from './promise-polarity.ts';
import { keysOf, sameValue } from './same-value.ts';
import { verdictOf } from './verdict.ts';

/** One promise, at `promises.<name>`. */
export function comparePromise(place: Place): Difference[] {
  const name = place.path[1] ?? '';
  const before = promiseOf(place.old, name);
  const after = promiseOf(place.new, name);
  if (before === undefined || after === undefined) return [gainedOrLost(place, before, after)];
  if (before.form !== after.form) {
    const sentence = 'It has become a promise of another kind';
    return [
      difference(place, 'cannot tell', {
        before: promiseInWords(before, place.old),
        after: promiseInWords(after, place.new),
        sentence,
      }),
    ];
  }
  return keysOf(before, after)
    .filter((key) => !sameValue(valueOf(before, key), valueOf(after, key)))
    .flatMap((key) =>
      comparePromiseKey(
        { ...place, path: [...place.path, key], before: valueOf(before, key), after: valueOf(after, key) },
        key,
        before,
        after,
      ),
    );
}

function gainedOrLost(place: Place, before: PromiseClause | undefined, after: PromiseClause | undefined): Difference {
  const words = {
    before: before ? promiseInWords(before, place.old) : null,
    after: after ? promiseInWords(after, place.new) : null,
  };
  if (after)
    return difference(place, verdictOf('more', promisePolarity(after, place.new)), {
      ...words,
      sentence: `New: ${words.after ?? ''}`,
    });
  return difference(place, before ? verdictOf('less', promisePolarity(before, place.old)) : 'cannot tell', {
    ...words,
    sentence: `No longer promised: ${words.before ?? ''}`,
  });
}

function promiseOf({ promises }: Description, name: string): PromiseClause | undefined {
  return Object.hasOwn(promises, name) ? promises[name] : undefined;
}

function valueOf(promise: PromiseClause, key: string): unknown {
  return Object.entries(promise).find(([own]) => own === key)?.[1];
}
