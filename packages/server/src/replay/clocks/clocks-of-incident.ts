import { type Clock, followersOf, type Terms } from '@tamarack/core';
import type { Incident } from '../incidents/incident.ts';
import type { Followed } from './followed.ts';

/** The clocks of one promise for one incident. */
export interface IncidentClocks {
  readonly index: number;
  readonly clocks: readonly Clock[];
}

/** All clocks of an incident at an instant, those of one promise together. */
export type ClocksOfIncident = (incident: Incident, now: number) => IncidentClocks[];

/** Prepares to tell the clocks of incidents; `index` is the promise's place in `followed`. */
export function clocksOfIncidents(terms: Terms, followed: readonly Followed[], subject: string): ClocksOfIncident {
  const follow = followersOf(
    terms,
    followed.map(({ term }) => term),
    subject,
  );
  const places = new Map(followed.map(({ term }, index) => [term.name, index]));
  return ({ id, facts }, now) => {
    const follower = follow(id);
    for (const fact of facts) follower.take(fact);
    const found: { index: number; clocks: Clock[] }[] = [];
    for (const clock of follower.clocksAt(now)) {
      const index = places.get(clock.promise) ?? -1;
      const last = found.at(-1);
      if (last?.index === index) last.clocks.push(clock);
      else found.push({ index, clocks: [clock] });
    }
    return found;
  };
}

/** Whether time can still change a clock: then the incident has to wait for the log's last instant. */
export function allDecided(found: readonly IncidentClocks[]): boolean {
  return found.every(({ clocks }) => clocks.every((clock) => clock.metAt !== undefined || clock.endedAt !== undefined));
}
