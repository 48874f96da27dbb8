/** Everything that a replay counts. It is fed incident by incident, and its size does not grow with their number. */
import type { Calendar, Clock } from '@tamarack/core';
import type { IncidentClocks } from '../clocks/clocks-of-incident.ts';
import type { Followed } from '../clocks/followed.ts';
import { groupAt, type Incident } from '../incidents/incident.ts';
import {
  boundedNames,
  MOST_GROUPS,
  MOST_MONTHS,
  MOST_REASONS,
  NO_GROUP,
  OTHER_GROUPS,
  OTHER_MONTHS,
  OTHER_REASONS,
} from './bounded-names.ts';
import { noPauses, tallyCustomer, tallyPauses } from './pause-tally.ts';
import { decidedAt, severityOf, tallyClock, type PromiseTally } from './promise-tally.ts';
import { tallyResolution, type Resolution } from './resolution-tally.ts';
import { lateness, worstBreaches } from './worst-breaches.ts';

/** A tally of these promises; `monthOf` names the month of an instant. */
export function newTally(followed: readonly Followed[], subject: string, monthOf: (at: number) => string) {
  const promises: readonly PromiseTally[] = followed.map(() => new Map());
  const resolutions = new Map<number, Resolution>();
  const pauses = noPauses();
  const worst = worstBreaches();
  const groups = boundedNames(MOST_GROUPS, OTHER_GROUPS);
  const months = boundedNames(MOST_MONTHS, OTHER_MONTHS);
  const reasons = boundedNames(MOST_REASONS, OTHER_REASONS);

  const reason = (because: string) => reasons.name(because);

  const addClock = (incident: Incident, clock: Clock, index: number, lastSeverity: number | undefined, now: number) => {
    const tally = promises[index];
    const promise = followed[index];
    if (!tally || !promise) return;
    const severity = severityOf(clock, lastSeverity);
    const group = groups.name(groupAt(incident, decidedAt(clock, now)) ?? NO_GROUP);
    tallyClock(tally, clock, severity, months.name(monthOf(clock.opened)), group, reason);
    if (clock.pauses.length > 0) tallyPauses(pauses, clock, severity, now, reason);
    if (clock.state !== 'breached' || promise.owedBy === 'customer') return;
    const late = lateness(clock);
    if (late && worst.wants(late.lateTargets)) worst.add({ incident, clock, severity, group, ...late });
  };

  return {
    promises,
    resolutions,
    pauses,
    worst,
    groups,
    /** Adds one incident with its clocks as they stand at `now`. */
    add(incident: Incident, found: readonly IncidentClocks[], now: number): void {
      const severity = finalSeverity(incident);
      let calendar: Calendar | undefined;
      for (const { index, clocks } of found) {
        for (const clock of clocks) addClock(incident, clock, index, severity, now);
        if (clocks[0]?.form === 'response') calendar ??= clocks[0].targets.at(-1)?.calendar;
      }
      tallyResolution(resolutions, incident, subject, severity ?? 0, calendar);
      tallyCustomer(pauses, incident, subject, severity ?? 0, now);
    },
  };
}

/** The severity that an incident had in the end. */
function finalSeverity({ facts }: Incident): number | undefined {
  for (let i = facts.length - 1; i >= 0; i -= 1) {
    const severity = facts[i]?.data?.['severity'];
    if (severity !== undefined) return Number(severity);
  }
  return undefined;
}
