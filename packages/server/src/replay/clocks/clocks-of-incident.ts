import { type Clock, follow, type Follower, type Terms } from '@tamarack/core';
import type { Incident } from '../incidents/incident.ts';
import type { Followed } from './followed.ts';

/** The clocks of one promise for one incident. */
export interface IncidentClocks {
  readonly index: number;
  readonly clocks: readonly Clock[];
}

/** All clocks of an incident at an instant; `index` is the promise's place in `followed`. */
export function clocksOfIncident(
  terms: Terms,
  followed: readonly Followed[],
  subject: string,
  { id, facts }: Incident,
  now: number,
): IncidentClocks[] {
  const found: IncidentClocks[] = [];
  for (let index = 0; index < followed.length; index += 1) {
    const promise = followed[index];
    if (!promise || !facts.some(({ fact }) => promise.openers.has(fact))) continue;
    const follower: Follower = follow(terms, promise.term, id, subject);
    for (const fact of facts) follower.take(fact);
    const clocks = follower.clocksAt(now);
    if (clocks.length > 0) found.push({ index, clocks });
  }
  return found;
}

/** Whether time can still change a clock: then the incident has to wait for the log's last instant. */
export function allDecided(found: readonly IncidentClocks[]): boolean {
  return found.every(({ clocks }) => clocks.every((clock) => clock.metAt !== undefined || clock.endedAt !== undefined));
}
