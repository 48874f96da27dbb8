import { hasOpenTime } from './open-time-of-date.ts';
import { HORIZON_DAYS } from './time-range.ts';
import { localDay } from './zone-table.ts';
import type { Calendar } from './calendar.ts';

/**
 * The `count`-th business date after (`step` 1) or before (`step` -1) that of an instant (epoch seconds), that date itself for 0.
 * Backwards a midnight belongs to the day that it ends.
 * A date all of whose open time lies on the wrong side of the instant does not count: where Honolulu still works on Friday, Tokyo's
 * Saturday may be over. `undefined` when it lies more than 3653 days away.
 */
export function businessDateFrom(calendar: Calendar, at: number, count: number, step: 1 | -1): number | undefined {
  const dayNo = localDay(calendar.zone, step === 1 ? at : at - 1);
  let left = count;
  for (let distance = 0; distance <= HORIZON_DAYS; distance++) {
    const day = dayNo + step * distance;
    if (distance > 0 && isCounted(calendar, day, at, step)) left--;
    if (left === 0) return day;
  }
  return undefined;
}

/** Whether a date counts, forwards or backwards from an instant. */
export function isCounted(calendar: Calendar, dayNo: number, at: number, step: 1 | -1): boolean {
  return step === 1 ? hasOpenTime(calendar, dayNo, at) : hasOpenTime(calendar, dayNo, undefined, at);
}
