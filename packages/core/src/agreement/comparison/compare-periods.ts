/** The period in which something is counted: "more" is longer. */
import type { PromiseClause } from '../grammar/promise.ts';
import { CALENDAR_UNITS, type CalendarUnit } from '../words/duration.ts';
import type { Period } from '../words/times.ts';
import { compareNumbers } from './compare-amounts.ts';
import type { Direction } from './verdict.ts';

/** From one promise to the other; `same` where neither counts in periods. */
export function comparePeriods(before: PromiseClause, after: PromiseClause): Direction {
  const [old, young] = [periodOf(before), periodOf(after)];
  if (old === undefined || young === undefined) return old === young ? 'same' : 'unknown';
  if (old.aligned !== young.aligned) return 'unknown';
  return compareNumbers(rank(old.unit), rank(young.unit));
}

function periodOf(promise: PromiseClause): Period | undefined {
  return promise.form === 'count' || promise.form === 'limit' ? promise.per : undefined;
}

function rank(unit: CalendarUnit): number {
  return CALENDAR_UNITS.indexOf(unit);
}
