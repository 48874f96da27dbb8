/** What the clocks of one promise came to, by severity, month and group. Its size is bounded whatever the log holds. */
import type { Clock } from '@tamarack/core';
import { addToBin, SHARE_BINS } from './bins.ts';
import { count, noCounts, type Counts } from './counts.ts';
import { Durations } from './durations.ts';

/** One promise at one severity; 0 stands for none. */
export interface SeverityTally {
  readonly counts: Counts;
  readonly months: Map<string, Counts>;
  readonly groups: Map<string, Counts>;
  readonly ended: Map<string, number>;
  /** Counted time until it was met, in time or late. */
  readonly elapsed: Durations;
  /** The same as a share of the target. */
  readonly shares: Uint32Array;
}

export type PromiseTally = Map<number, SeverityTally>;

/** The severity that a clock was measured by. */
export function severityOf(clock: Clock, ofIncident: number | undefined): number {
  return clock.targets.at(-1)?.severity ?? ofIncident ?? 0;
}

/** When it was decided how a clock came out. */
export function decidedAt(clock: Clock, now: number): number {
  return clock.breachedAt ?? clock.metAt ?? clock.endedAt ?? now;
}

/** Adds one clock. */
export function tallyClock(
  tally: PromiseTally,
  clock: Clock,
  severity: number,
  month: string,
  group: string,
  reason: (because: string) => string,
): void {
  let cell = tally.get(severity);
  if (!cell) tally.set(severity, (cell = emptyTally()));
  count(cell.counts, clock);
  count(entry(cell.months, month), clock);
  count(entry(cell.groups, group), clock);
  if (clock.state === 'ended') {
    const because = reason(clock.because ?? 'no longer owed');
    cell.ended.set(because, (cell.ended.get(because) ?? 0) + 1);
  }
  if (clock.metAt === undefined || clock.elapsed === undefined) return;
  cell.elapsed.add(clock.elapsed);
  const target = clock.targets.at(-1)?.seconds;
  if (target !== undefined && target > 0) addToBin(cell.shares, SHARE_BINS, clock.elapsed / target);
}

function emptyTally(): SeverityTally {
  return {
    counts: noCounts(),
    months: new Map(),
    groups: new Map(),
    ended: new Map(),
    elapsed: new Durations(),
    shares: new Uint32Array(SHARE_BINS.length),
  };
}

function entry(counts: Map<string, Counts>, key: string): Counts {
  let found = counts.get(key);
  if (!found) counts.set(key, (found = noCounts()));
  return found;
}
