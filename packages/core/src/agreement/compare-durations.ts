/**
 * Which of two durations is the longer, where that can be said without a calendar. Hours of working
 * time and business days cannot be compared: a business day may have any number of hours.
 */
import type { CalendarUnit, Duration } from './words/duration.ts';

export type LengthComparison = 'shorter' | 'equal' | 'longer' | 'cannot tell';

/** Shortest and longest possible length of a calendar unit, in days of 23 to 25 hours. */
const DAYS: Record<CalendarUnit, readonly [number, number]> = {
  day: [1, 1],
  week: [7, 7],
  month: [28, 31],
  quarter: [90, 92],
  year: [365, 366],
};

/** How many days a duration lasts at the least; working time as if every hour were open. */
export function leastDays(duration: Duration): number {
  switch (duration.counts) {
    case 'working-time':
      return duration.seconds / 86_400;
    case 'business-days':
      return duration.days;
    case 'calendar':
      return DAYS[duration.unit][0] * duration.count;
  }
}

/** Compares `a` with `b`: "longer" means that a is longer. */
export function compareDurations(a: Duration, b: Duration): LengthComparison {
  if (a.counts === 'working-time' && b.counts === 'working-time') return order(a.seconds, b.seconds);
  if (a.counts === 'business-days' && b.counts === 'business-days') return order(a.days, b.days);
  if (a.counts === 'calendar' && b.counts === 'calendar') {
    if (a.unit === b.unit) return order(a.count, b.count);
    const [leastA, mostA] = DAYS[a.unit].map((days) => days * a.count);
    const [leastB, mostB] = DAYS[b.unit].map((days) => days * b.count);
    if (leastA === leastB && mostA === mostB) return 'equal';
    if (Number(mostA) < Number(leastB)) return 'shorter';
    return Number(leastA) > Number(mostB) ? 'longer' : 'cannot tell';
  }
  return 'cannot tell';
}

function order(a: number, b: number): LengthComparison {
  if (a === b) return 'equal';
  return a < b ? 'shorter' : 'longer';
}
