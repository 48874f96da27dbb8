/** One opening of a promise with a deadline: opened, paused, retargeted, met, breached or ended. */
import type { Duration } from '../agreement/words/duration.ts';
import type { Pause, Target } from './clock.ts';
import { pushedBack } from './reckoning.ts';
import { reachOf, type PromiseCalendars } from './target.ts';

/** A stopwatch changes while its facts come in; `clockOf` takes a picture of it. */
export type Stopwatch = {
  readonly opened: number;
  readonly cycle: number;
  readonly turn: number;
  readonly pauses: Pause[];
  readonly targets: Target[];
  /** What is aimed at, where its deadline would lie beyond the horizon: then it is no target. */
  beyondHorizon: Duration | undefined;
  /** When the present target and the pauses that are over would have it end; undefined where nothing would. */
  deadline: number | undefined;
  /** Not due before this instant, however early the hours run out (`at-most: once a day`). */
  notBefore: number | undefined;
  breachedAt: number | undefined;
  metAt: number | undefined;
  endedAt: number | undefined;
  because: string | undefined;
};

/** Starts a stopwatch. */
export function openStopwatch(opened: number, cycle: number, turn: number, notBefore?: number): Stopwatch {
  return {
    opened,
    cycle,
    turn,
    pauses: [],
    targets: [],
    beyondHorizon: undefined,
    deadline: undefined,
    notBefore,
    breachedAt: undefined,
    metAt: undefined,
    endedAt: undefined,
    because: undefined,
  };
}

/** Aims at a duration from the opening; earlier targets stay visible, pauses stay earned. */
export function aim(
  watch: Stopwatch,
  duration: Duration,
  calendars: PromiseCalendars,
  { at, level, severity }: { readonly at: number; readonly level: string; readonly severity: number | undefined },
): void {
  const reach = reachOf(duration, calendars, watch.opened);
  watch.beyondHorizon = reach ? undefined : duration;
  watch.deadline = reach?.due;
  if (!reach) return;
  watch.targets.push({ since: at, duration, level, ...(severity === undefined ? {} : { severity }), ...reach });
  for (const earned of watch.pauses) {
    if (earned.to !== undefined) watch.deadline = pushedBack(reach.calendar, watch.deadline, earned);
  }
}

/** What it aims at, whether that is in sight or not; undefined where no time is promised. */
export function aimOf(watch: Stopwatch): Duration | undefined {
  return watch.beyondHorizon ?? watch.targets.at(-1)?.duration;
}

/** Stops the clock from `at` on. */
export function pause(watch: Stopwatch, at: number, because: string): void {
  watch.pauses.push({ from: at, because });
}

/** Lets it go on. What became allowed only while the clock stood is allowed from now on. */
export function resume(watch: Stopwatch, at: number): void {
  const last = watch.pauses.pop();
  if (!last) return;
  const { from, because } = last;
  if (from === at) return; // it stood for no time at all
  const over = { from, to: at, because };
  watch.pauses.push(over);
  const target = watch.targets.at(-1);
  if (target) watch.deadline = pushedBack(target.calendar, watch.deadline, over);
  if (watch.notBefore !== undefined && from < watch.notBefore && watch.notBefore < at) watch.notBefore = at;
}

export function isPaused(watch: Stopwatch): boolean {
  const last = watch.pauses.at(-1);
  return last !== undefined && last.to === undefined;
}

/** The deadline as things stand; undefined while the clock stands, unless it ran out before. */
export function dueOf(watch: Stopwatch): number | undefined {
  const { deadline, notBefore, pauses } = watch;
  if (deadline === undefined) return undefined;
  const due = notBefore === undefined || notBefore < deadline ? deadline : notBefore;
  const last = pauses.at(-1);
  return last !== undefined && last.to === undefined && last.from < due ? undefined : due;
}

/**
 * When the promise is broken by `at`, if it is: the deadline lies before `at`, for evidence in the very second of the
 * deadline is in time. A target that was already missed when it came into force is missed then, not before: nobody can
 * break a promise that was not yet made.
 */
export function breachBy(watch: Stopwatch, at: number): number | undefined {
  if (watch.breachedAt !== undefined || watch.metAt !== undefined || watch.endedAt !== undefined)
    return watch.breachedAt;
  const due = dueOf(watch);
  return due === undefined || due >= at ? undefined : Math.max(due, watch.targets.at(-1)?.since ?? due);
}

/** The evidence is there. */
export function meet(watch: Stopwatch, at: number): void {
  if (isPaused(watch)) resume(watch, at);
  watch.metAt = at;
}

/** Why something without a deadline was broken. */
export const STILL_OWED = 'still owed when the contract ended';

/** What was promised without a time was never done: the end of the contract is the last moment for it. */
export function breakOff(watch: Stopwatch, at: number): void {
  watch.breachedAt = at;
  watch.because = STILL_OWED;
}

/** Nothing is owed any more. */
export function end(watch: Stopwatch, at: number, because: string): void {
  if (isPaused(watch)) resume(watch, at);
  watch.endedAt = at;
  watch.because = because;
}
