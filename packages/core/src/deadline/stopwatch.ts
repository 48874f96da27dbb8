/** One opening of a promise with a deadline: opened, paused, retargeted, met, breached or ended. */
import type { PromiseForm } from '../agreement/grammar/promise.ts';
import type { Duration } from '../agreement/words/duration.ts';
import type { Clock, ClockState, Pause, Target } from './clock.ts';
import { deadlineOf, elapsedUntil } from './reckoning.ts';
import { reachOf, type PromiseCalendars } from './target.ts';

/** A stopwatch changes while its facts come in; `clockOf` takes a picture of it. */
export type Stopwatch = {
  readonly opened: number;
  readonly cycle: number;
  readonly turn: number;
  readonly pauses: Pause[];
  readonly targets: Target[];
  /** Undefined while it stands, and where no time is promised. */
  due: number | undefined;
  /** Not before this instant, however early the hours run out (`at-most: once a day`). */
  readonly notBefore?: number;
  breachedAt?: number;
  metAt?: number;
  endedAt?: number;
  because?: string;
};

/** Starts a stopwatch. */
export function openStopwatch(opened: number, cycle: number, turn: number, notBefore?: number): Stopwatch {
  return { opened, cycle, turn, pauses: [], targets: [], due: undefined, ...(notBefore === undefined ? {} : { notBefore }) };
}

/** Aims at a duration from the opening; earlier targets stay visible, pauses stay earned. */
export function aim(watch: Stopwatch, duration: Duration, calendars: PromiseCalendars, at: number, level: string, severity: number | undefined): void {
  const reach = reachOf(duration, calendars, watch.opened);
  watch.targets.push({ since: at, duration, level, ...(severity === undefined ? {} : { severity }), ...reach });
  setDue(watch);
}

/** Stops the clock from `at` on. */
export function pause(watch: Stopwatch, at: number, because: string): void {
  watch.pauses.push({ from: at, because });
  setDue(watch);
}

/** Lets it go on. */
export function resume(watch: Stopwatch, at: number): void {
  const last = watch.pauses.pop();
  if (!last) return;
  watch.pauses.push({ from: last.from, to: at, because: last.because });
  setDue(watch);
}

export function isPaused(watch: Stopwatch): boolean {
  const last = watch.pauses.at(-1);
  return last !== undefined && last.to === undefined;
}

function setDue(watch: Stopwatch): void {
  const target = watch.targets.at(-1);
  const due = target && deadlineOf(target, watch.opened, watch.pauses);
  watch.due = due !== undefined && watch.notBefore !== undefined ? Math.max(due, watch.notBefore) : due;
}

/**
 * Records the breach, once, if the deadline lies before `at`: evidence in the very second of the
 * deadline is in time. A target that was already missed when it came into force is missed then, not
 * before: nobody can break a promise that was not yet made.
 */
export function noticeBreach(watch: Stopwatch, at: number): void {
  if (watch.breachedAt !== undefined || watch.due === undefined || !(watch.due < at)) return;
  watch.breachedAt = Math.max(watch.due, watch.targets.at(-1)?.since ?? watch.due);
}

/** The stopwatch as a clock, at `now`. */
export function clockOf(watch: Stopwatch, of: { promise: string; form: PromiseForm; subject: string }, now: number): Clock {
  const until = watch.metAt ?? watch.endedAt ?? now;
  const target = watch.targets.at(-1);
  const elapsed = target && elapsedUntil(target.calendar, watch.opened, watch.pauses, until);
  const lateAtNow = watch.metAt === undefined && watch.endedAt === undefined && watch.breachedAt === undefined && watch.due !== undefined && watch.due < now;
  const breachedAt = lateAtNow && watch.due !== undefined ? Math.max(watch.due, target?.since ?? watch.due) : watch.breachedAt;
  return {
    ...of,
    cycle: watch.cycle,
    turn: watch.turn,
    state: stateOf(watch, breachedAt),
    opened: watch.opened,
    pauses: [...watch.pauses],
    targets: [...watch.targets],
    ...(watch.due === undefined ? {} : { due: watch.due }),
    ...(target && elapsed !== undefined ? { elapsed, remaining: Math.max(0, target.seconds - elapsed) } : {}),
    ...(watch.metAt === undefined ? {} : { metAt: watch.metAt }),
    ...(breachedAt === undefined ? {} : { breachedAt }),
    ...(watch.endedAt === undefined ? {} : { endedAt: watch.endedAt }),
    ...(watch.because === undefined ? {} : { because: watch.because }),
  };
}

function stateOf(watch: Stopwatch, breachedAt: number | undefined): ClockState {
  if (breachedAt !== undefined) return 'breached';
  if (watch.metAt !== undefined) return 'met';
  if (watch.endedAt !== undefined) return 'ended';
  return isPaused(watch) ? 'paused' : 'running';
}
