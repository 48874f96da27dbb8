/** The steps of an escalation ladder. */
import type { Duration } from '../words/duration.ts';
import { compareLengths } from './compare-amounts.ts';
import { difference, type Difference, type Place } from './difference.ts';
import { isMapping, sameValue } from './same-value.ts';
import { reversed, together, verdictOf, type Direction } from './verdict.ts';

/** One more step is good for the customer, and a sooner one; other steps nobody can weigh. */
export function compareSteps(place: Place): Difference[] {
  const [before, after] = [stepsOf(place.before), stepsOf(place.after)];
  return [difference(place, verdictOf(directionOf(before, after), 1))];
}

function directionOf(before: readonly unknown[], after: readonly unknown[]): Direction {
  if (before.length === after.length) return together(before.map((step, i) => stepDirection(step, after[i])));
  if (before.length < after.length) return isWithin(before, after) ? 'more' : 'unknown';
  return isWithin(after, before) ? 'less' : 'unknown';
}

/** Whether all steps stand in the longer ladder, in their order. */
function isWithin(shorter: readonly unknown[], longer: readonly unknown[]): boolean {
  let at = 0;
  for (const step of longer) if (at < shorter.length && sameValue(step, shorter[at])) at += 1;
  return at === shorter.length;
}

function stepDirection(before: unknown, after: unknown): Direction {
  if (sameValue(before, after)) return 'same';
  if (
    !isMapping(before) ||
    !isMapping(after) ||
    !sameValue({ ...before, within: undefined }, { ...after, within: undefined })
  )
    return 'unknown';
  const [was, is] = [before['within'], after['within']];
  if (!isDuration(was)) return 'more';
  return isDuration(is) ? reversed(compareLengths(was, is)) : 'less';
}

function stepsOf(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : [];
}

function isDuration(value: unknown): value is Duration {
  return isMapping(value) && 'counts' in value;
}
