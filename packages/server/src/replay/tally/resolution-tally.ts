/** How long incidents took from their receipt to their (last) resolution, by severity. */
import { workingTimeBetween, type Calendar } from '@tamarack/core';
import type { Incident } from '../incidents/incident.ts';
import { addToBin, TIME_BINS } from './bins.ts';
import { Durations } from './durations.ts';

export interface Resolution {
  /** By the clock on the wall. */
  readonly elapsed: Durations;
  /** On the calendar by which the incident's response was measured. */
  readonly working: Durations;
  readonly bins: Uint32Array;
  resolved: number;
  open: number;
}

/** Adds one incident. */
export function tallyResolution(
  tally: Map<number, Resolution>,
  incident: Incident,
  subject: string,
  severity: number,
  calendar: Calendar | undefined,
): void {
  let found = tally.get(severity);
  if (!found) {
    found = {
      elapsed: new Durations(),
      working: new Durations(),
      bins: new Uint32Array(TIME_BINS.length),
      resolved: 0,
      open: 0,
    };
    tally.set(severity, found);
  }
  const from = incident.facts[0]?.at ?? 0;
  const to = resolvedAt(incident, subject);
  if (to === undefined) {
    found.open += 1;
    return;
  }
  found.resolved += 1;
  found.elapsed.add(to - from);
  addToBin(found.bins, TIME_BINS, to - from);
  const working = calendar && workingTimeBetween(calendar, instant(from), instant(to));
  if (working?.ok) found.working.add(working.value);
}

/** The last resolution, or the closing of what was never resolved; undefined where it was reopened after that. */
function resolvedAt({ facts }: Incident, subject: string): number | undefined {
  let closed: number | undefined;
  for (let i = facts.length - 1; i >= 0; i -= 1) {
    const fact = facts[i];
    if (fact?.fact === `${subject}.resolved`) return fact.at;
    if (fact?.fact === `${subject}.reopened`) return closed;
    if (fact?.fact === `${subject}.closed`) closed = fact.at;
  }
  return closed;
}

export function instant(seconds: number): Temporal.Instant {
  return Temporal.Instant.fromEpochMilliseconds(seconds * 1000);
}
