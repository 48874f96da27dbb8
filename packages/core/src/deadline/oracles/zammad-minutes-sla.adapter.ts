import type { Calendar } from '../../calendar/calendar.ts';
import type { Fact } from '../fact.ts';
import { at, fact, written } from './clocks.ts';
import { deskClock } from './desk.ts';
import type { TimelineCase, TimelineEvent } from './timeline-case.ts';

/**
 * Conventions of Zammad: minutes in a window are what one clock of the ticket counts between its ends, and a
 * destination is the deadline of a clock that still has the span to go at the window's beginning. Where a suite does not
 * list "closed" among the states that pause, its clock counts on after it.
 */
export function zammadAnswer(calendar: Calendar, test: TimelineCase, key: string): string | number | undefined {
  const { window } = test;
  if (!window) throw new Error(`${test.id} has no window.`);
  const facts = test.timeline.flatMap((event) => factOf(event, test.paused_states));
  const elapsedAt = (when: string) => (deskClock(calendar, 'resolution', 1, facts, at(when))?.elapsed ?? 0) / 60;
  switch (key) {
    case 'working_minutes_in_window':
      return elapsedAt(window.to ?? window.from) - elapsedAt(window.from);
    case 'destination': {
      const minutes = elapsedAt(window.from) + (window.span_min ?? Number.NaN);
      return written(deskClock(calendar, 'resolution', minutes, facts, at(window.from) + 86_400)?.due);
    }
    default:
      throw new Error(`${test.id}: nothing is known of ${key}.`);
  }
}

function factOf({ at: when, event, state }: TimelineEvent, paused: readonly string[]): Fact[] {
  const one = (name: string) => [fact(when, `incident.${name}`, 'i')];
  const pauses = state !== undefined && paused.includes(state);
  if (event === 'created') return one('received');
  if (event === 'closed' && pauses) return one('resolved');
  return one(pauses ? 'handed-to-customer' : 'handed-to-provider');
}
