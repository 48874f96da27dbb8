import { hasOpenTime } from './open-time-of-date.ts';
import { HORIZON_DAYS } from './time-range.ts';
import type { Calendar } from './calendar.ts';

/**
 * The `count`-th business date after (`step` 1) or before (`step` -1) a date, the date itself for
 * 0. `undefined` when it lies more than 3653 days away.
 */
export function businessDateFrom(calendar: Calendar, dayNo: number, count: number, step: 1 | -1): number | undefined {
  let left = count;
  for (let distance = 0; distance <= HORIZON_DAYS; distance++) {
    const day = dayNo + step * distance;
    if (distance > 0 && hasOpenTime(calendar, day)) left--;
    if (left === 0) return day;
  }
  return undefined;
}
