/** How far one account may agree something else: bounds that moved. */
import { tablesOf, type PlacedTable } from '../checks/tables.ts';
import type { PromiseClause } from '../grammar/promise.ts';
import { compareTables } from './compare-tables.ts';
import { difference, type Difference, type Place } from './difference.ts';
import { isMapping, keysOf, sameValue } from './same-value.ts';
import type { Polarity } from './verdict.ts';

/** Bounds of durations that grow longer loosen a duty; bounds of counts that grow make it more. */
export function compareDeviations(
  place: Place,
  before: PromiseClause,
  after: PromiseClause,
  duty: Polarity,
): Difference[] {
  if (!isMapping(place.before) || !isMapping(place.after)) return [difference(place, 'cannot tell')];
  const [old, young] = [place.before, place.after];
  const keys = keysOf(old, young).filter((key) => !sameValue(old[key], young[key]));
  return keys.flatMap((key) => {
    const inner = { ...place, path: [...place.path, key], before: old[key], after: young[key] };
    const [was, is] = [boundOf(before, key), boundOf(after, key)];
    if (!was || !is) return [difference(inner, 'cannot tell')];
    const polarity = is.of === 'duration' ? (duty === 0 ? 0 : duty === 1 ? -1 : 1) : duty;
    return compareTables(inner, was, is, { polarity, absent: 'unknown', label: BOUND_LABELS[key] ?? key });
  });
}

const BOUND_LABELS: Readonly<Record<string, string>> = {
  tightest: 'tightest that a contract may agree',
  loosest: 'loosest that a contract may agree',
  least: 'least that a contract may agree',
  most: 'most that a contract may agree',
};

function boundOf(promise: PromiseClause, key: string): PlacedTable | undefined {
  return tablesOf(promise).find(({ path }) => path[0] === 'deviation' && path[1] === key);
}
