/** Walks two versions side by side. Whatever differs gives at least one difference: where no rule says more, nobody can tell. */
import type { Condition } from '../words/condition.ts';
import type { Duration } from '../words/duration.ts';
import { compareCalendarClause } from './compare-calendar-clause.ts';
import { compareLengths, compareNumbers, compareSets } from './compare-amounts.ts';
import { compareConditions } from './compare-conditions.ts';
import { compareLevels } from './compare-levels.ts';
import { compareParameter } from './compare-parameters.ts';
import { comparePromise } from './compare-promises.ts';
import { compareSteps } from './compare-steps.ts';
import { difference, type Difference, type Place } from './difference.ts';
import { referencedCalendars } from './referenced-calendars.ts';
import { polarityOfClause, ruleAt, type Rule } from './rules.ts';
import { isMapping, keysOf, sameValue } from './same-value.ts';
import { reversed, verdictOf, type Direction, type Verdict } from './verdict.ts';

/** All differences at a place and below it. */
export function compareValues(place: Place): Difference[] {
  const rule = ruleAt(place.path);
  if (sameValue(place.before, place.after) && !(rule?.is === 'order' && hasOtherOrder(place))) return [];
  const found = isLevels(place)
    ? compareLevels(place, polarityOfClause(place.path.slice(0, -1)))
    : rule
      ? byRule(place, rule)
      : below(place);
  return found.length > 0 ? found : [difference(place, 'cannot tell')];
}

/** The keys of `levels:` on a clause, not the levels of the service. */
function isLevels({ path, before, after }: Place): boolean {
  return path.length > 1 && path.at(-1) === 'levels' && (Array.isArray(before) || Array.isArray(after));
}

function byRule(place: Place, rule: Rule): Difference[] {
  const { before, after } = place;
  switch (rule.is) {
    case 'neutral':
      return [difference(place, 'neutral')];
    case 'promise':
      return comparePromise(place);
    case 'calendar':
      return compareCalendarClause(place);
    case 'parameter':
      return compareParameter(place);
    case 'clauses':
      return compareClauses(
        place,
        rule.polarity === 'neutral'
          ? () => 'neutral'
          : (direction) => verdictOf(direction, rule.polarity === 'neutral' ? 0 : rule.polarity),
      );
    case 'order':
      return hasOtherOrder(place)
        ? [
            difference(place, 'cannot tell', {
              sentence: 'The order has changed',
              before: orderOf(before),
              after: orderOf(after),
            }),
          ]
        : compareClauses(place, (direction) => verdictOf(direction, 1));
    case 'set':
      return [difference(place, verdictOf(compareSets(written(before), written(after)), rule.polarity))];
    case 'number':
      return [
        difference(
          place,
          verdictOf(compareNumbers(numberOf(before, rule.absent), numberOf(after, rule.absent)), rule.polarity),
        ),
      ];
    case 'condition':
      return [difference(place, verdictOf(compareConditions(conditionOf(before), conditionOf(after), 'always'), 1))];
    case 'calendar-reference':
      return [difference(place, verdictOf(referencedCalendars(place, before, after), 1))];
    case 'duration':
      return [difference(place, verdictOf(shorterOf(before, after), 1))];
    case 'steps':
      return compareSteps(place);
  }
}

/** Named clauses; a section that is not there counts as one without clauses. */
function compareClauses(place: Place, verdict: (direction: Direction) => Verdict): Difference[] {
  const [old, young] = [isMapping(place.before) ? place.before : {}, isMapping(place.after) ? place.after : {}];
  return keysOf(old, young).flatMap((key) => {
    const inner = { ...place, path: [...place.path, key], before: old[key], after: young[key] };
    if (inner.before !== undefined && inner.after !== undefined) return compareValues(inner);
    return [difference(inner, verdict(inner.before === undefined ? 'more' : 'less'))];
  });
}

/** Where no rule is written: key by key, and a whole list or text at once. */
function below(place: Place): Difference[] {
  const { before, after } = place;
  if (!isMapping(before) || !isMapping(after) || !isPlain(before) || !isPlain(after))
    return isWritten(place) ? sectionBySection(place) : [];
  return keysOf(before, after).flatMap((key) =>
    compareValues({ ...place, path: [...place.path, key], before: before[key], after: after[key] }),
  );
}

/** A section that is there in one version only is still compared clause by clause where its rule says so. */
function isWritten({ path, before, after }: Place): boolean {
  return path.length < 2 && ((before === undefined && isMapping(after)) || (after === undefined && isMapping(before)));
}

function sectionBySection(place: Place): Difference[] {
  const [old, young] = [isMapping(place.before) ? place.before : {}, isMapping(place.after) ? place.after : {}];
  return keysOf(old, young).flatMap((key) =>
    compareValues({ ...place, path: [...place.path, key], before: old[key], after: young[key] }),
  );
}

/** Words of the language (durations, conditions, tables) are mappings only after reading. */
function isPlain(value: Readonly<Record<string, unknown>>): boolean {
  return !('counts' in value || 'anyOf' in value || 'parameter' in value || 'cell' in value);
}

function hasOtherOrder({ before, after }: Place): boolean {
  if (!isMapping(before) || !isMapping(after)) return false;
  const kept = (own: object, other: object) =>
    Object.keys(own)
      .filter((key) => Object.hasOwn(other, key))
      .join();
  return kept(before, after) !== kept(after, before);
}

function orderOf(value: unknown): string {
  return isMapping(value) ? Object.keys(value).join(', ').replaceAll('-', ' ') : '';
}

function written(value: unknown): string[] {
  return Array.isArray(value) ? value.map((item) => (typeof item === 'string' ? item : JSON.stringify(item))) : [];
}

function numberOf(value: unknown, absent: number): number {
  return typeof value === 'number' ? value : absent;
}

function conditionOf(value: unknown): Condition | undefined {
  return isCondition(value) ? value : undefined;
}

function isCondition(value: unknown): value is Condition {
  return isMapping(value) && typeof value['text'] === 'string' && Array.isArray(value['anyOf']);
}

/** "more" is sooner; a time where there was none is more as well. */
function shorterOf(before: unknown, after: unknown): Direction {
  if (!isDuration(before) || !isDuration(after)) return isDuration(after) ? 'more' : 'less';
  return reversed(compareLengths(before, after));
}

function isDuration(value: unknown): value is Duration {
  return isMapping(value) && 'counts' in value;
}
