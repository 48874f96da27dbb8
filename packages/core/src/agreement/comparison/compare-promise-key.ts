/** One key of a promise that is there in both versions, of the same form. */
import { targetOf } from '../checks/tables.ts';
import type { PromiseClause } from '../grammar/promise.ts';
import { conditionInWords } from '../in-words/condition-in-words.ts';
import { consequenceInWords } from '../in-words/consequence-in-words.ts';
import { evidenceInWords, openersInWords } from '../in-words/evidence-in-words.ts';
import { ownerInWords, sideOf } from '../in-words/owner-in-words.ts';
import { compareQuantities, compareSets } from './compare-amounts.ts';
import { compareConditions } from './compare-conditions.ts';
import { compareDeviations } from './compare-deviations.ts';
import { compareEvidence } from './compare-evidence.ts';
import { compareLevels } from './compare-levels.ts';
import { comparePeriods } from './compare-periods.ts';
import { compareTables } from './compare-tables.ts';
import { difference, type Difference, type Place } from './difference.ts';
import { dutyPolarity, promisePolarity } from './promise-polarity.ts';
import { referencedCalendars } from './referenced-calendars.ts';
import { sameValue } from './same-value.ts';
import { reversed, verdictOf, type Direction, type Polarity } from './verdict.ts';

/** The differences under `key`; never none. */
export function comparePromiseKey(
  place: Place,
  key: string,
  before: PromiseClause,
  after: PromiseClause,
): Difference[] {
  const duty = sideOf(before.by) === sideOf(after.by) ? dutyPolarity(after) : 0;
  const whole = agreeing(promisePolarity(before, place.old), promisePolarity(after, place.new));
  const isDuty = after.form !== 'limit' && after.form !== 'gate';
  const say = (direction: Direction, polarity: Polarity, words?: { before?: string | null; after?: string | null }) => [
    difference(place, verdictOf(direction, polarity), words),
  ];
  switch (key) {
    case 'title':
    case 'source':
    case 'warn-at':
      return [difference(place, 'neutral')];
    case 'levels':
      return compareLevels(place, whole);
    case 'by':
      return say(isDuty ? ownerDirection(before, after) : 'unknown', 1, {
        before: before.by ? ownerInWords(before.by, place.old) : null,
        after: after.by ? ownerInWords(after.by, place.new) : null,
      });
    case 'if':
      return say(
        compareConditions(before.if, after.if, 'always'),
        isDuty ? duty : whole,
        conditionWords(place, before.if, after.if),
      );
    case 'calendar':
      return say(calendarDirection(place, before, after), duty);
    case 'else':
      return say(elseDirection(before, after), isDuty ? duty : 0, {
        before: before.else ? consequenceInWords(before.else, place.old) : null,
        after: after.else ? consequenceInWords(after.else, place.new) : null,
      });
    case 'deviation':
      return compareDeviations(place, before, after, duty);
    default:
      return compareFormKey(place, key, before, after, duty, whole);
  }
}

/** Keys that only some forms have. */
function compareFormKey(
  place: Place,
  key: string,
  before: PromiseClause,
  after: PromiseClause,
  duty: Polarity,
  whole: Polarity,
): Difference[] {
  const say = (direction: Direction, polarity: Polarity, words?: { before?: string | null; after?: string | null }) => [
    difference(place, verdictOf(direction, polarity), words),
  ];
  const [old, young] = [targetOf(before), targetOf(after)];
  if (old && young && young.path[0] === key) {
    const steady = sameValue(before.calendar, after.calendar) && comparePeriods(before, after) === 'same';
    const longerIsWorse = young.of === 'duration';
    const polarity = after.form === 'limit' ? 1 : longerIsWorse ? opposite(duty) : duty;
    return compareTables(place, old, young, {
      polarity: steady ? polarity : 0,
      absent: young.of === 'times' ? 'least' : 'most',
    });
  }
  if (key === 'per')
    return say(
      comparePeriods(before, after),
      sameTarget(before, after) ? (after.form === 'limit' ? -1 : opposite(duty)) : 0,
    );
  if (before.form === 'before' && after.form === 'before' && key === 'ahead' && before.ahead && after.ahead) {
    const steady = sameValue(before.calendar, after.calendar);
    const [was, is] = [before.ahead, after.ahead].map((table) => ({ of: 'duration', path: ['ahead'], table }) as const);
    if (was && is) return compareTables(place, was, is, { polarity: steady ? duty : 0, absent: 'least' });
  }
  if (key === 'ahead') return say(place.before === undefined ? 'more' : 'less', duty);
  if (before.form === 'update' && after.form === 'update' && key === 'at-most') {
    if (before['at-most'] && after['at-most']) return say(compareQuantities(before['at-most'], after['at-most']), duty);
    return say(after['at-most'] ? 'less' : 'more', duty);
  }
  if ('pauses' in before || 'pauses' in after) {
    const [was, is] = ['pauses' in before ? before.pauses : undefined, 'pauses' in after ? after.pauses : undefined];
    if (key === 'pauses')
      return say(reversed(compareConditions(was, is, 'never')), duty, conditionWords(place, was, is));
  }
  return compareFacts(place, key, before, after, duty, whole);
}

/** Keys that hold facts: more of them make a promise open more often, or easier or harder to keep. */
function compareFacts(
  place: Place,
  key: string,
  before: PromiseClause,
  after: PromiseClause,
  duty: Polarity,
  whole: Polarity,
): Difference[] {
  const say = (direction: Direction, polarity: Polarity, words?: { before?: string | null; after?: string | null }) => [
    difference(place, verdictOf(direction, polarity), words),
  ];
  if (key === 'until' && 'until' in before && 'until' in after && before.until && after.until) {
    const words = { before: evidenceInWords(before.until, place.old), after: evidenceInWords(after.until, place.new) };
    return say(compareEvidence(before.until, after.until), after.form === 'gate' ? whole : duty, words);
  }
  if (before.form === 'limit' && after.form === 'limit' && key === 'unless') {
    const [was, is] = [before.unless, after.unless];
    const words = {
      before: was ? evidenceInWords(was, place.old) : null,
      after: is ? evidenceInWords(is, place.new) : null,
    };
    return say(was && is ? reversed(compareEvidence(was, is)) : is ? 'more' : 'less', 1, words);
  }
  const facts = openerKeys[key];
  if (facts === undefined) return [difference(place, 'cannot tell')];
  const lists = [place.before, place.after].map((value) => (Array.isArray(value) ? value.map(String) : []));
  const [was = [], is = []] = lists;
  const words = {
    before: was.length === 0 ? null : openersInWords(was, place.old),
    after: is.length === 0 ? null : openersInWords(is, place.new),
  };
  return say(compareSets(was, is), facts === 'whole' ? whole : facts === 'worse' ? opposite(duty) : duty, words);
}

/** What more facts under a key do: more duty, less of it, or more of the whole promise. */
const openerKeys: Readonly<Record<string, 'better' | 'worse' | 'whole'>> = {
  when: 'better',
  'excused-by': 'worse',
  limit: 'whole',
  gate: 'whole',
};

function conditionWords(
  place: Place,
  before: PromiseClause['if'],
  after: PromiseClause['if'],
): { before: string | null; after: string | null } {
  return {
    before: before ? conditionInWords(before, place.old) : null,
    after: after ? conditionInWords(after, place.new) : null,
  };
}

/** "more": the provider owes what the customer or nobody owed. */
function ownerDirection(before: PromiseClause, after: PromiseClause): Direction {
  const rank = { customer: 0, nobody: 1, provider: 2 };
  const [old, young] = [rank[sideOf(before.by) ?? 'nobody'], rank[sideOf(after.by) ?? 'nobody']];
  if (old === young) return 'unknown';
  return young > old ? 'more' : 'less';
}

/** More open time makes a duty due sooner; but what lies so many business days ahead comes nearer. */
function calendarDirection(place: Place, before: PromiseClause, after: PromiseClause): Direction {
  if (
    before.calendar === undefined ||
    after.calendar === undefined ||
    after.form === 'before' ||
    after.form === 'limit'
  )
    return 'unknown';
  return referencedCalendars(place, before.calendar, after.calendar);
}

/** A breach that does something where it did nothing binds more. */
function elseDirection(before: PromiseClause, after: PromiseClause): Direction {
  if (before.else === undefined) return 'more';
  if (after.else === undefined) return 'less';
  const { notify: was = [], ...old } = before.else;
  const { notify: is = [], ...young } = after.else;
  return sameValue(old, young) ? compareSets(was, is) : 'unknown';
}

function sameTarget(before: PromiseClause, after: PromiseClause): boolean {
  return sameValue(targetOf(before)?.table, targetOf(after)?.table);
}

function agreeing(a: Polarity, b: Polarity): Polarity {
  return a === b ? a : 0;
}

function opposite(polarity: Polarity): Polarity {
  if (polarity === 0) return 0;
  return polarity === 1 ? -1 : 1;
}
