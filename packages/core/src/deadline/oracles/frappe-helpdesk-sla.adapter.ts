import type { Calendar } from '../../calendar/calendar.ts';
import type { Fact } from '../fact.ts';
import { pausedSeconds } from '../reckoning.ts';
import { at, fact, written } from './clocks.ts';
import { deskClock } from './desk.ts';
import type { TimelineCase, TimelineEvent } from './timeline-case.ts';

/** Conventions of Frappe Helpdesk: only the resolution pauses, while the state is one of the paused ones. */
export function frappeAnswer(calendar: Calendar, test: TimelineCase, key: string): string | number | undefined {
  const facts = test.timeline.flatMap((event) => factOf(event, test.paused_states));
  const now = Math.max(...facts.map((each) => each.at));
  const promise = key.startsWith('first_response') ? 'first-response' : 'resolution';
  const minutes = test.targets_min[promise === 'resolution' ? 'resolution' : 'first_response'] ?? 0;
  const clock = deskClock(calendar, promise, minutes, facts, now);
  switch (key) {
    case 'first_response_due':
    case 'resolution_due':
      return written(clock?.due);
    case 'first_response_elapsed_min':
    case 'resolution_elapsed_min':
      return (clock?.elapsed ?? Number.NaN) / 60;
    case 'hold_elapsed_min':
      return pausedSeconds(calendar, clock?.pauses ?? [], now) / 60;
    default:
      throw new Error(`${test.id}: nothing is known of ${key}.`);
  }
}

function factOf({ at: when, event, state }: TimelineEvent, paused: readonly string[]): Fact[] {
  const one = (name: string) => [fact(when, `incident.${name}`, 'i')];
  switch (event) {
    case 'created':
      return one('received');
    case 'first_response':
      return one('acknowledged');
    case 'closed':
      return one('resolved');
    case 'state':
      if (state === 'Closed') return one('closed');
      return one(state !== undefined && paused.includes(state) ? 'handed-to-customer' : 'handed-to-provider');
    default:
      throw new Error(`Nothing is known of ${event} at ${at(when)}.`);
  }
}
