/** The picture of a stopwatch at one instant. */
import type { PromiseForm } from '../agreement/grammar/promise.ts';
import { openSecondsBetween } from '../calendar/open-time.ts';
import type { Clock, ClockState } from './clock.ts';
import { elapsedUntil } from './reckoning.ts';
import { breachBy, dueOf, isPaused, type Stopwatch } from './stopwatch.ts';

/** Which promise, for what. */
export type ClockName = { readonly promise: string; readonly form: PromiseForm; readonly subject: string };

/** A clock that is being put together. */
export type Draft = { -readonly [K in keyof Clock]: Clock[K] };

/** The stopwatch as a clock, at `now`. */
export function clockOf(watch: Stopwatch, { promise, form, subject }: ClockName, now: number): Clock {
  const { cycle, turn, opened, metAt, endedAt, because } = watch;
  const breachedAt = breachBy(watch, now);
  const state = stateOf(watch, breachedAt);
  const clock: Draft = {
    promise,
    form,
    subject,
    cycle,
    turn,
    state,
    opened,
    pauses: [...watch.pauses],
    targets: [...watch.targets],
  };
  const due = dueOf(watch);
  const target = watch.targets.at(-1);
  if (due !== undefined) clock.due = due;
  if (due !== undefined && watch.deadline !== undefined && watch.deadline < due) clock.movedFrom = watch.deadline;
  if (target) {
    const until = metAt ?? endedAt ?? now;
    clock.elapsed = elapsedUntil(target.calendar, opened, watch.pauses, until);
    if (due !== undefined) clock.remaining = openSecondsBetween(target.calendar, until, due);
    else if (!watch.beyondHorizon) clock.remaining = Math.max(0, target.seconds - clock.elapsed);
  }
  if (watch.beyondHorizon) clock.beyondHorizon = watch.beyondHorizon;
  if (metAt !== undefined) clock.metAt = metAt;
  if (breachedAt !== undefined) clock.breachedAt = breachedAt;
  if (endedAt !== undefined) clock.endedAt = endedAt;
  if (because !== undefined) clock.because = because;
  return clock;
}

function stateOf(watch: Stopwatch, breachedAt: number | undefined): ClockState {
  if (breachedAt !== undefined) return 'breached';
  if (watch.metAt !== undefined) return 'met';
  if (watch.endedAt !== undefined) return 'ended';
  return isPaused(watch) ? 'paused' : 'running';
}
