/** When somebody keeps a promise: a first response soon, a call some days before its period ends, a report when it is written. */
import type { Term } from '@tamarack/core';
import type { Chance } from './chance.ts';
import type { OwedRow } from './demo-views.ts';
import { DAY, HOUR, MINUTE, workingMomentBefore, workingMomentFrom } from './working-moment.ts';

export type Fate = 'kept' | 'late' | 'never';

/** Shares of what is kept late, and of what is never kept. */
const LATE = 0.045;
const NEVER = 0.015;
/** Customers let the time pass more often, where it only closes something. */
const LET_PASS = 0.25;

export function fateOf({ clause }: Term, { dueAt }: OwedRow, chance: Chance): Fate {
  const drawn = chance.share();
  if (clause.else?.close !== undefined) return drawn < LET_PASS ? 'never' : 'kept';
  if (dueAt === null) return drawn < NEVER ? 'never' : 'kept';
  return drawn < NEVER ? 'never' : drawn < NEVER + LATE ? 'late' : 'kept';
}

/** Of these nobody waits for days. */
const PRESSING: ReadonlySet<string> = new Set(['incident', 'service-request', 'escalation']);

/** Epoch seconds. `zone` is where the person works who owes it, `kind` what it is about. */
export function momentOf(row: OwedRow, kind: string, fate: Fate, zone: string, now: number, chance: Chance): number {
  const { dueAt, form } = row;
  // Of something that comes again and again the opening is that of the first time.
  const openedAt = Math.max(row.openedAt, now);
  if (dueAt === null)
    return PRESSING.has(kind)
      ? openedAt + Math.round(chance.between(8, 300) * MINUTE)
      : workingMomentFrom(openedAt + Math.round(chance.between(0.3, 11) * DAY), zone, chance);
  const span = Math.max(dueAt - openedAt, MINUTE);
  if (fate === 'late')
    return dueAt + Math.max(12 * MINUTE, Math.round(Math.min(span * chance.between(0.05, 0.4), 6 * DAY)));
  const [least, most] = SHARES[form] ?? [0.05, 0.7];
  const at = openedAt + Math.round(span * chance.between(least, most));
  // What is due within hours is done whatever the hour; somebody is on duty.
  if (span < 20 * HOUR) return at;
  const working = workingMomentFrom(at, zone, chance);
  if (working < dueAt) return working;
  const before = workingMomentBefore(dueAt - HOUR, zone, chance);
  // Over a weekend somebody is on duty as well.
  return before > openedAt + span * least ? before : at;
}

/** Between which shares of the time it is done. */
const SHARES: Readonly<Record<string, readonly [number, number]>> = {
  cadence: [0.35, 0.93],
  count: [0.15, 0.85],
  update: [0.5, 0.96],
  before: [0.2, 0.85],
};
