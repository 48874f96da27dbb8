/** A desk as other projects know it: a first response and a resolution, each with one duration, on one calendar. */
import type { Calendar } from '../../calendar/calendar.ts';
import type { Clock } from '../clock.ts';
import { clocksOf } from '../clocks-of.ts';
import type { Fact } from '../fact.ts';
import { ready, term, terms } from './clocks.ts';

const DESK = ready(`
tamarack: 1
document: {reference: D, version: '1', date: 2026-01-01, owner: A, approver: B, classification: C, distribution: [d], history: [{version: '1', date: 2026-01-01, author: A, change: First.}]}
service: {name: Desk, provider: P, summary: A desk.}
calendars: {hours: {zone: Etc/UTC, weekly: 24x7}}
parameters:
  first-response: {is: duration, says: First response., agreed: 1 hour}
  resolution: {is: duration, says: Resolution., agreed: 1 hour}
levels: {only: {name: Only}}
scope: {covered: {all: {name: All}}}
channels: {portal: {name: Portal, hours: hours, for: [incidents]}}
roles: {provider: {agent: {name: Agent}}, customer: {user: {name: User}}}
promises:
  first-response: {title: First response, when: incident.received, within: $first-response, until: incident.acknowledged, calendar: hours, by: {provider: agent}}
  resolution: {title: Resolution, when: incident.received, within: $resolution, until: incident.resolved, pauses: side = customer, calendar: hours, by: {provider: agent}}
`);

/** The clock of one promise of the desk, with its duration in minutes; undefined before anything was received. */
export function deskClock(
  calendar: Calendar,
  promise: 'first-response' | 'resolution',
  minutes: number,
  facts: readonly Fact[],
  now: number,
): Clock | undefined {
  const desk = { description: DESK.description, calendars: new Map([['hours', calendar]]) };
  const settled = terms({ level: 'only', parameters: { [promise]: `${minutes} minutes` } }, desk);
  return clocksOf(settled, term(settled, promise), facts, now)[0];
}
