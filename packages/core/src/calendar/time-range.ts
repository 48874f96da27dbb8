import { granted, refuse } from '../refusals.ts';
import type { Result } from '../refusals.ts';

/** 1800-01-01T00:00Z in epoch seconds: the first instant that is supported. */
const FIRST_SECOND = -5_364_662_400;

/** 2500-01-01T00:00Z in epoch seconds: the first instant that is no longer supported. */
const END_SECOND = 16_725_225_600;

/** How far from its start a result may lie: 3653 days, ten years with the most leap days there can be. */
export const HORIZON_DAYS = 3653;

/** The horizon in seconds. */
export const HORIZON_SECONDS = HORIZON_DAYS * 86_400;

/**
 * Epoch seconds of an instant; a fraction of a second is dropped (towards the past). Refuses
 * `time.out-of-range` outside the years 1800 to 2499.
 */
export function secondsOf(instant: Temporal.Instant): Result<number> {
  const seconds = Math.floor(instant.epochMilliseconds / 1000);
  return inRange(seconds) ? granted(seconds) : refuse('time.out-of-range', outOfRange(instant));
}

/** The instant of epoch seconds; refuses `time.out-of-range` outside the years 1800 to 2499. */
export function instantOf(seconds: number): Result<Temporal.Instant> {
  if (inRange(seconds)) return granted(unsafeInstantOf(seconds));
  return refuse('time.out-of-range');
}

/** The instant of epoch seconds that are known to be in range. */
export function unsafeInstantOf(seconds: number): Temporal.Instant {
  return Temporal.Instant.fromEpochMilliseconds(seconds * 1000);
}

/** Epoch seconds for a question that has no room for a refusal: throws RangeError out of range. */
export function secondsOrThrow(instant: Temporal.Instant): number {
  const seconds = secondsOf(instant);
  if (!seconds.ok) throw new RangeError(seconds.refusal.sentence);
  return seconds.value;
}

/** Whether epoch seconds lie in the years 1800 to 2499. */
export function inRange(seconds: number): boolean {
  return seconds >= FIRST_SECOND && seconds < END_SECOND;
}

/** Refuses `time.invalid-duration` for anything but a whole number from 0. */
export function wholeCount(count: number, what: string): Result<number> {
  if (Number.isSafeInteger(count) && count >= 0) return granted(count);
  return refuse('time.invalid-duration', `${count} is not a whole, non-negative number of ${what}.`);
}

function outOfRange(instant: Temporal.Instant): string {
  return `${instant.toString()} lies outside the years 1800 to 2499.`;
}
