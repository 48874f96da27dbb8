/** When people do things: on working days, between nine and half past five where they live. */
import type { Chance } from './chance.ts';

export const MINUTE = 60;
export const HOUR = 3600;
export const DAY = 86_400;

const [OPENS, CLOSES] = [9, 17.5];

/** The same moment, or one in the morning of the next working day. Epoch seconds. */
export function workingMomentFrom(at: number, zone: string, chance: Chance): number {
  const local = localOf(at, zone);
  const hour = local.hour + local.minute / 60;
  if (isWorkday(local) && hour >= OPENS && hour < CLOSES) return at;
  let day = hour >= CLOSES ? local.add({ days: 1 }) : local;
  while (!isWorkday(day)) day = day.add({ days: 1 });
  return momentOf(day, OPENS + chance.between(0, 3));
}

/** The same moment, or one in the afternoon of the last working day before. Epoch seconds. */
export function workingMomentBefore(at: number, zone: string, chance: Chance): number {
  const local = localOf(at, zone);
  const hour = local.hour + local.minute / 60;
  if (isWorkday(local) && hour >= OPENS && hour < CLOSES) return at;
  let day = hour < OPENS ? local.subtract({ days: 1 }) : local;
  while (!isWorkday(day)) day = day.subtract({ days: 1 });
  return momentOf(day, chance.between(CLOSES - 4, CLOSES));
}

/** Whether somebody who lives there is at work. */
export function isAtWork(at: number, zone: string): boolean {
  const local = localOf(at, zone);
  return isWorkday(local) && local.hour >= 8 && local.hour < 18;
}

export function localOf(at: number, zone: string): Temporal.ZonedDateTime {
  return instantOf(at).toZonedDateTimeISO(zone);
}

export function instantOf(at: number): Temporal.Instant {
  return Temporal.Instant.fromEpochMilliseconds(Math.floor(at) * 1000);
}

/** The midnight with which the day begins, so many days after the one of `at`. */
export function midnight(at: number, zone: string, days = 0): number {
  return secondsOf(localOf(at, zone).startOfDay().add({ days }).toInstant());
}

export function secondsOf(instant: Temporal.Instant): number {
  return Math.floor(instant.epochMilliseconds / 1000);
}

function isWorkday({ dayOfWeek }: Temporal.ZonedDateTime): boolean {
  return dayOfWeek <= 5;
}

function momentOf(day: Temporal.ZonedDateTime, hours: number): number {
  return secondsOf(day.startOfDay().toInstant()) + Math.round(hours * HOUR);
}
