import { readDescription, termsOf, type Terms } from '@tamarack/core';
import { describe, expect, it } from 'vitest';
import { readFact } from './read-fact.ts';

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
  answer: {title: Answer, when: incident.received, within: {1: 1 hour, 2: 2 hours}, calendar: office, until: incident.acknowledged, by: {provider: engineer}}
  hours: {title: Hours, limit: hours.logged, at-most: 8 hours, per: calendar week, calendar: office, by: {provider: engineer}}
  support: {title: Launch support, when: launch.announced, before: launch.begins, ahead: 2 business days, calendar: office, until: call.held, by: {provider: engineer}}
`;

function terms(): Terms {
  const { ready, diagnostics } = readDescription(DESCRIPTION);
  const made = ready && termsOf(ready, { level: 'gold' });
  if (!made?.ok) throw new Error(diagnostics.map(({ sentence }) => sentence).join('\n'));
  return made.value;
}

const sentenceOf = (fact: string, data?: object) => {
  const line = JSON.stringify({ at: '2026-11-20T15:00:00Z', fact, subject: '1', ...(data ? { data } : {}) });
  const read = readFact(line, terms());
  return read.ok ? 'read' : read.sentence;
};

describe('data that clocks could not use', () => {
  it.each<[string, object | undefined, string]>([
    ['hours.logged', undefined, '"hours.logged" has no "data.seconds". A limit of time counts them'],
    ['hours.logged', { hours: 2 }, 'has no "data.seconds"'],
    ['hours.logged', { seconds: 1.5 }, '"data.seconds" is 1.5, no whole number. Write 5400'],
    ['hours.logged', { seconds: '2 hours' }, '"data.seconds" is "2 hours", no whole number'],
    ['hours.logged', { seconds: 400_000_000 }, 'more than ten years. Are these milliseconds?'],
    ['hours.logged', { seconds: 1e300 }, 'no whole number'],
    ['incident.received', { severity: 'P1' }, 'There is no severity "P1"; there are 1, 2.'],
    ['incident.received', { severity: 9 }, 'There is no severity "9"'],
    ['incident.severity-changed', undefined, '"incident.severity-changed" has no "data.severity". Write the new one'],
    ['incident.level-changed', {}, '"incident.level-changed" has no "data.level". Write the new one'],
    ['incident.level-changed', { level: 'golden' }, 'There is no level "golden"; there are base, gold.'],
    ['launch.announced', { begins: 'next week' }, '"data.begins": "next week" is no moment that can be read. Write'],
    ['launch.announced', { begins: '2026-12-01T08:00' }, 'is no moment that can be read'],
    ['launch.announced', { begins: '2026-12-01T08:00[Europe/Berlin]' }, 'is no moment that can be read'],
    ['launch.announced', { begins: '2026-02-30' }, 'is no moment that can be read'],
    ['launch.announced', { begins: 1_796_083_200_000 }, 'no whole epoch second of the years 1800 to 2499'],
  ])('%s %j is refused', (fact, data, sentence) => expect(sentenceOf(fact, data)).toContain(sentence));

  it.each<[string, object | undefined]>([
    ['hours.logged', { seconds: 5400 }],
    ['hours.logged', { seconds: '5400' }],
    ['hours.logged', { seconds: -300 }],
    ['incident.received', undefined],
    ['incident.severity-changed', { severity: '2' }],
    ['launch.announced', undefined],
    ['launch.announced', { begins: '2026-12-01' }],
    ['launch.announced', { begins: '2026-12-01T08:00+01:00' }],
    ['launch.announced', { begins: 1_796_083_200 }],
  ])('%s %j is read', (fact, data) => expect(sentenceOf(fact, data)).toBe('read'));

  it.each([
    ['{"at": "2026-11-20T15:00Z", "fact": "incident.received", "subject": "1", "subject": "2"}', 'subject'],
    [
      String.raw`{"at": "2026-11-20T15:00Z", "fact": "incident.received", "subject": "\"1\":", "data": {"severity": 1, "sever\u0069ty": 2}}`,
      'severity',
    ],
  ])('a key twice in %s is refused', (line, key) =>
    expect(readFact(line, terms())).toMatchObject({ sentence: `"${key}" stands there twice. Leave one of them out` }),
  );
});
