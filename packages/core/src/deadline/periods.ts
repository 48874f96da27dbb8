/**
 * The periods of a contract: from its start date ("year" = year of the contract) or aligned with the
 * calendar ("calendar week" = Monday to Sunday). They run from midnight to midnight in the zone of
 * the promise's calendar. Contract months and years are reckoned from the start date itself, so that
 * a contract of 31 January has its next month begin on 28 February and the one after on 31 March.
 */
import type { Period } from '../agreement/words/times.ts';
import type { CalendarUnit } from '../agreement/words/duration.ts';
import { firstInstantOfDate, lengthOf, localDateOf, startOfNext, startOfUnit, type Zone } from './dates.ts';

/** One period, end exclusive, in epoch seconds; `whole` unless the contract began or ended inside it. */
export type Span = { readonly number: number; readonly from: number; readonly to: number; readonly whole: boolean };

/** The periods that begin before `until`, from the contract's start; the last one may reach past it. */
export function* periodsOf(period: Period, every: number, zone: Zone, starts: number, until: number): Generator<Span> {
  if (period.aligned === 'calendar') {
    let from = startOfUnit(zone, starts, period.unit);
    for (let number = 1; Math.max(from, starts) < until || number === 1; number += 1) {
      const to = startOfNext(zone, from, period.unit);
      yield { number, from: Math.max(from, starts), to, whole: from >= firstInstantOfDate(zone, localDateOf(zone, starts)) };
      from = to;
    }
    return;
  }
  const first = localDateOf(zone, starts);
  let from = starts;
  for (let number = 1; from < until || number === 1; number += 1) {
    const to = firstInstantOfDate(zone, first.add(lengthOf(period.unit, number * every)));
    yield { number, from, to, whole: true };
    from = to;
  }
}

/** A period that runs `count` units from the contract's start. */
export function contractPeriod(unit: CalendarUnit): Period {
  return { unit, aligned: 'contract' };
}
