import type { Clock } from '@tamarack/core';

/** How clocks came out. `late` are breaches that were met after all; they are among `breached`. */
export interface Counts {
  opened: number;
  met: number;
  breached: number;
  late: number;
  ended: number;
  running: number;
}

export function noCounts(): Counts {
  return { opened: 0, met: 0, breached: 0, late: 0, ended: 0, running: 0 };
}

/** Adds one clock. */
export function count(counts: Counts, { state, metAt }: Pick<Clock, 'state' | 'metAt'>): void {
  counts.opened += 1;
  switch (state) {
    case 'met':
      counts.met += 1;
      break;
    case 'breached':
      counts.breached += 1;
      if (metAt !== undefined) counts.late += 1;
      break;
    case 'ended':
      counts.ended += 1;
      break;
    case 'running':
    case 'paused':
      counts.running += 1;
      break;
  }
}

/** Adds what others have counted. */
export function addCounts(counts: Counts, other: Counts): Counts {
  counts.opened += other.opened;
  counts.met += other.met;
  counts.breached += other.breached;
  counts.late += other.late;
  counts.ended += other.ended;
  counts.running += other.running;
  return counts;
}

/** The share of decided clocks that were met in time; `null` where none was decided. */
export function attainmentOf({ met, breached }: Pick<Counts, 'met' | 'breached'>): number | null {
  return met + breached === 0 ? null : met / (met + breached);
}
