/**
 * A clock: one promise, for one thing, from one opening. Everything in it is derived from facts and
 * from the version of the description under which it opened; instants are epoch seconds.
 */
import type { Calendar } from '../calendar/calendar.ts';
import type { PromiseForm } from '../agreement/grammar/promise.ts';
import type { Duration } from '../agreement/words/duration.ts';

export const CLOCK_STATES = ['running', 'paused', 'met', 'breached', 'ended'] as const;

/**
 * - `running`: time counts (or nothing is due yet).
 * - `paused`: the clock stands.
 * - `met`: the evidence came in time.
 * - `breached`: it did not; `metAt` says when it came late.
 * - `ended`: nothing is owed any more, neither kept nor broken; `because` says why.
 */
export type ClockState = (typeof CLOCK_STATES)[number];

/** A stretch in which the clock stands; `to` is absent while it lasts. */
export type Pause = { readonly from: number; readonly to?: number; readonly because: string };

/** What the clock counts towards, from when on, and why it changed. */
export type Target = {
  readonly since: number;
  readonly duration: Duration;
  readonly severity?: number;
  readonly level: string;
  /** The calendar on which the seconds count; always open for durations by date. */
  readonly calendar: Calendar;
  /** Seconds on that calendar from the opening to the deadline, were there no pauses. */
  readonly seconds: number;
  /** The deadline were there no pauses. */
  readonly due: number;
};

/** What is counted in a period or against a limit. */
export type Tally = {
  readonly counted: number;
  readonly least?: number;
  readonly most?: number;
  readonly unit: 'times' | 'seconds';
};

/** What a `before` promise is due ahead of, as it was announced last. */
export type Awaited = {
  readonly moment: number;
  /** How far ahead, and the calendar on which that was counted back; absent where the event itself is the last moment. */
  readonly lead?: { readonly duration: Duration; readonly calendar: Calendar };
  /** It happened before the deadline, and so became the last moment. */
  readonly cameEarly: boolean;
};

export type Clock = {
  readonly promise: string;
  readonly form: PromiseForm;
  readonly subject: string;
  /** 1 for the first life of the subject; each reopening begins another. */
  readonly cycle: number;
  /** Which opening of the promise for this subject, which turn or period of a recurring one; from 1, through all cycles. */
  readonly turn: number;
  readonly state: ClockState;
  readonly opened: number;
  /**
   * The deadline; evidence in this very second is in time. Absent where no time is promised, while the clock stands,
   * and beyond the horizon. Never NaN.
   */
  readonly due?: number;
  /** Where `due` was moved because of `at-most`: when the hours alone would have had it. */
  readonly movedFrom?: number;
  /** Seconds counted so far on the target's calendar; in a period, every second. */
  readonly elapsed?: number;
  /** Seconds of the same kind left; never below 0. */
  readonly remaining?: number;
  /** When the evidence came, in time or not. */
  readonly metAt?: number;
  /** Never changes once it is there, whatever the target becomes later. */
  readonly breachedAt?: number;
  readonly endedAt?: number;
  readonly because?: string;
  readonly pauses: readonly Pause[];
  /** All targets of this clock, the present one last. */
  readonly targets: readonly Target[];
  /**
   * What is promised now, where its deadline would lie more than 3653 days after the opening, or after the year 2499.
   * Then it is no target: nothing falls due.
   */
  readonly beyondHorizon?: Duration;
  readonly awaited?: Awaited;
  readonly tally?: Tally;
  /** When a limit came near (`warn-at`). */
  readonly warnedAt?: number;
};
