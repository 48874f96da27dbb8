import { readDescription, termsOf, type Terms } from '@tamarack/core';

/** A small service. */
const DESCRIPTION = `
tamarack: 1
document: {reference: T, version: "1", date: 2026-11-21, owner: A, approver: B, classification: Public, distribution: [x], history: [{version: "1", date: 2026-11-21, author: a, change: b}]}
service: {name: T, provider: P, summary: s}
calendars: {office: {zone: Europe/Berlin, weekly: {mon-fri: ["09:00-17:00"]}}}
levels: {base: {name: B}, gold: {name: G, includes: base}}
scope: {covered: {a: {name: A}}}
channels: {web: {name: W, hours: office, for: [x], makes: [incident.received]}}
severities: {chosen-by: {customer: lead}, changed-by: {provider: engineer}, list: {1: {name: a, criteria: [x]}, 2: {name: b, criteria: [y]}}}
roles: {provider: {engineer: {name: E, duties: [a]}}, customer: {lead: {name: L, duties: [a]}}}
activities: {call: {name: call, is: meeting}, launch: {name: launch, is: event}}
promises:
  answer: {title: Answer, when: incident.received, within: {1: 1 hour, 2: none}, calendar: office, until: incident.acknowledged, by: {provider: engineer}}
  reports: {title: Reports, while: incident.open, every: {1: 1 hour, 2: none}, calendar: office, until: incident.reported, by: {provider: engineer}}
  calls: {title: Calls, every: 1 week, calendar: office, until: call.held, by: {provider: engineer}}
  hours: {title: Hours, limit: hours.logged, at-most: 8 hours, per: calendar week, calendar: office, by: {provider: engineer}}
  support: {title: Launch support, when: launch.announced, before: launch.begins, ahead: 2 business days, calendar: office, until: call.held, by: {provider: engineer}}
`;

/** Its terms at the level gold. */
export function terms(): Terms {
  const { ready, diagnostics } = readDescription(DESCRIPTION);
  const made = ready && termsOf(ready, { level: 'gold' });
  if (!made?.ok) throw new Error(diagnostics.map(({ sentence }) => sentence).join('\n'));
  return made.value;
}
