/** Where the axis is marked: local midnights, and hours or minutes of the wall clock between them. */
import { localDay, secondsOfWall, wallOf, type ZoneTable } from '../../calendar/zone-table.ts';
import { weekdayIndex } from '../../calendar/weekday.ts';
import { civilDate } from '../../calendar/civil-day.ts';
import type { Stretch } from './time-scale.ts';

const DAY = 86_400;

export type DayTick = { readonly at: number; readonly dayNo: number };

/** The first instant of each local date inside a stretch, whatever the clocks do that day. */
export function dayTicks(zone: ZoneTable, { from, to }: Stretch): DayTick[] {
  const ticks: DayTick[] = [];
  for (let dayNo = localDay(zone, from) + 1; dayNo <= localDay(zone, to); dayNo += 1) {
    const at = secondsOfWall(zone, dayNo * DAY);
    if (at > from && at <= to && localDay(zone, at) === dayNo) ticks.push({ at, dayNo });
  }
  return ticks;
}

const FEW_DAYS = 10;

/** Ways of thinning days, from all of them to every second year. */
const THINNINGS: readonly ((dayNo: number) => boolean)[] = [
  () => true,
  (dayNo) => weekdayIndex(dayNo) === 0,
  (dayNo) => weekdayIndex(dayNo) === 0 && Math.floor((dayNo + 3) / 7) % 2 === 0,
  (dayNo) => civilDate(dayNo).day === 1,
  (dayNo) => civilDate(dayNo).day === 1 && civilDate(dayNo).month % 3 === 1,
  (dayNo) => civilDate(dayNo).day === 1 && civilDate(dayNo).month === 1,
  (dayNo) => civilDate(dayNo).day === 1 && civilDate(dayNo).month === 1 && civilDate(dayNo).year % 2 === 0,
];

/** The finest thinning that keeps ticks `fits` apart; all days where there are few, whose labels are thinned instead. */
export function thinnedDays(
  ticks: readonly DayTick[],
  fits: (ticks: readonly DayTick[]) => boolean,
): readonly DayTick[] {
  if (ticks.length <= FEW_DAYS) return ticks;
  for (const keeps of THINNINGS) {
    const kept = ticks.filter(({ dayNo }) => keeps(dayNo));
    if (fits(kept)) return kept;
  }
  return [];
}

const STEPS = [1, 5, 10, 30, 60, 120, 300, 600, 900, 1800, 3600, 7200, 10_800, 21_600, 43_200] as const;

/** The finest step of the wall clock that is at least so many seconds; undefined above half a day. */
export function clockStep(leastSeconds: number): number | undefined {
  return STEPS.find((step) => step >= leastSeconds);
}

/** The instants at which the wall clock shows whole steps; an hour that is shown twice is marked twice. */
export function clockTicks(zone: ZoneTable, { from, to }: Stretch, step: number): number[] {
  const ticks: number[] = [];
  let at = from;
  for (let guard = 0; guard < MOST_TICKS; guard += 1) {
    const past = ((wallOf(zone, at) % step) + step) % step;
    const next = at + (step - past);
    const aligned = ((wallOf(zone, next) % step) + step) % step === 0;
    at = next;
    if (at >= to) break;
    if (aligned && wallOf(zone, at) % DAY !== 0) ticks.push(at);
  }
  return ticks;
}

const MOST_TICKS = 2000;
