/** One incident of the worst breaches in full: its facts and every clock with the cause of each stretch of time. */
import { explainClock, type Clock, type ClockSegment, type FactData, type Terms } from '@tamarack/core';
import { clocksOfIncidents } from '../clocks/clocks-of-incident.ts';
import type { Followed } from '../clocks/followed.ts';
import type { Incident } from '../incidents/incident.ts';
import { rfc3339 } from './rfc-3339.ts';

export interface DrillDown {
  readonly incident: string;
  readonly lines: readonly [first: number, last: number];
  readonly facts: readonly {
    readonly at: string;
    readonly fact: string;
    readonly data: FactData | null;
  }[];
  readonly groups: readonly { readonly from: string; readonly group: string | null }[];
  readonly clocks: readonly ClockResult[];
}

export interface ClockResult {
  readonly promise: string;
  readonly title: string;
  readonly cycle: number;
  readonly turn: number;
  readonly state: string;
  readonly opened: string;
  readonly due: string | null;
  readonly metAt: string | null;
  readonly breachedAt: string | null;
  readonly endedAt: string | null;
  readonly because: string | null;
  readonly elapsedSeconds: number | null;
  readonly targetSeconds: number | null;
  readonly segments: readonly {
    readonly from: string;
    readonly to: string;
    readonly kind: ClockSegment['kind'];
    readonly cause: string;
  }[];
}

/** More clocks or stretches than these tell a reader nothing new; the JSON stays readable. */
const MOST_CLOCKS = 60;
const MOST_SEGMENTS = 200;

/** A clock with its promise, for whoever draws it. */
export interface DrawnClock {
  readonly followed: Followed;
  readonly clock: Clock;
}

/** The clocks of an incident at the end of the log, promise by promise. */
export function drawnClocks(
  incident: Incident,
  terms: Terms,
  followed: readonly Followed[],
  subject: string,
  now: number,
): DrawnClock[] {
  const found = clocksOfIncidents(
    terms,
    followed,
    subject,
  )(incident, now).flatMap(({ index, clocks }) => {
    const promise = followed[index];
    return promise ? clocks.map((clock) => ({ followed: promise, clock })) : [];
  });
  return found.slice(0, MOST_CLOCKS);
}

/** The incident as data. */
export function drillDown(incident: Incident, clocks: readonly DrawnClock[], now: number): DrillDown {
  return {
    incident: incident.id,
    lines: [incident.firstLine, incident.lastLine],
    facts: incident.facts.map(({ at, fact, data }) => ({ at: rfc3339(at), fact, data: data ?? null })),
    groups: incident.groups.map(({ from, group }) => ({ from: rfc3339(from), group: group ?? null })),
    clocks: clocks.map(({ followed, clock }) => clockResult(clock, followed.term.clause.title, now)),
  };
}

function clockResult(clock: Clock, title: string, now: number): ClockResult {
  const moment = (at: number | undefined) => (at === undefined ? null : rfc3339(at));
  return {
    promise: clock.promise,
    title,
    cycle: clock.cycle,
    turn: clock.turn,
    state: clock.state,
    opened: rfc3339(clock.opened),
    due: moment(clock.due),
    metAt: moment(clock.metAt),
    breachedAt: moment(clock.breachedAt),
    endedAt: moment(clock.endedAt),
    because: clock.because ?? null,
    elapsedSeconds: clock.elapsed ?? null,
    targetSeconds: clock.targets.at(-1)?.seconds ?? null,
    segments: explainClock(clock, now)
      .slice(0, MOST_SEGMENTS)
      .map(({ from, to, kind, cause }) => ({ from: rfc3339(from), to: rfc3339(to), kind, cause })),
  };
}
