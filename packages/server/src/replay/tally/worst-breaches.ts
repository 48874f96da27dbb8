import type { Clock } from '@tamarack/core';
import type { Incident } from '../incidents/incident.ts';

/** A breach that may be among the worst. */
export interface Breach {
  readonly incident: Incident;
  readonly clock: Clock;
  readonly severity: number;
  readonly group: string;
  /** Counted seconds past the deadline, until it was met, ended, or the log was over. */
  readonly lateSeconds: number;
  /** The same in targets: 1 is twice the time that was promised. */
  readonly lateTargets: number;
}

/** How many of the worst breaches are kept. */
const WORST_KEPT = 50;

/** Keeps the breaches that were latest in proportion to their targets; one for each incident and promise. */
export function worstBreaches(most: number = WORST_KEPT) {
  let kept: Breach[] = [];
  return {
    /** Whether a breach so late would be kept: cheap, for it is asked of every one. */
    wants: (lateTargets: number): boolean => kept.length < most || lateTargets >= (kept.at(-1)?.lateTargets ?? 0),
    add(breach: Breach): void {
      const same = kept.findIndex(
        ({ incident, clock }) => incident.id === breach.incident.id && clock.promise === breach.clock.promise,
      );
      const before = kept[same];
      if (before && before.lateTargets >= breach.lateTargets) return;
      kept = [...kept.filter((_, i) => i !== same), breach].toSorted(later).slice(0, most);
    },
    /** The worst first. */
    all: (): readonly Breach[] => kept,
  };
}

/** The order does not depend on that of the log. */
function later(a: Breach, b: Breach): number {
  return b.lateTargets - a.lateTargets || a.clock.opened - b.clock.opened || (a.incident.id < b.incident.id ? -1 : 1);
}

/** How late a breached clock was; undefined where no time was promised. */
export function lateness({
  targets,
  elapsed,
  breachedAt,
}: Clock): Pick<Breach, 'lateSeconds' | 'lateTargets'> | undefined {
  const target = targets.at(-1);
  if (!target || elapsed === undefined || breachedAt === undefined || !(target.seconds > 0)) return undefined;
  const lateSeconds = Math.max(0, elapsed - target.seconds);
  return { lateSeconds, lateTargets: lateSeconds / target.seconds };
}
