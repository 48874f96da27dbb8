/** A small service, and the clock of one of its promises as facts make it: what the tests of this folder explain. */
import { readDescription } from '../../agreement/read-description.ts';
import type { Clock } from '../../deadline/clock.ts';
import { clocksOf } from '../../deadline/clocks-of.ts';
import type { ClockSegment } from '../../deadline/explain-clock.ts';
import type { FactData } from '../../deadline/fact.ts';
import { termsOf } from '../../deadline/terms-of.ts';
import { explanationInWords, explanationLines } from '../explanation-in-words.ts';
import { zoneOfClock, type View } from '../view.ts';
import { wholeWay } from '../whole-way.ts';

export type Service = {
  readonly within?: string;
  readonly title?: string;
  readonly weekly?: string;
  readonly zone?: string;
  readonly holiday?: string;
  /** What the contract agrees instead of the first response's target, since when. */
  readonly agreed?: { readonly severity: number; readonly value: string; readonly from: string };
};

/** "2026-11-20T15:48Z incident.received", its data, its subject where that is not "1", what it is about and by whom. */
export type Happening = readonly [
  what: string,
  data?: FactData | undefined,
  subject?: string,
  rest?: { readonly about?: string; readonly by?: string },
];

export type Asked = {
  readonly clocks: readonly Clock[];
  readonly clock: Clock;
  readonly segments: readonly ClockSegment[];
  readonly view: View;
};

/** The clocks of a promise of the service at an instant; the last one is looked at. */
export function ask(service: Service, promise: string, happened: readonly Happening[], now: string): Asked {
  const { ready, diagnostics } = readDescription(descriptionOf(service));
  if (!ready) throw new Error(diagnostics.map(({ sentence }) => sentence).join('\n'));
  const { severity, value, from } = service.agreed ?? {};
  const deviations =
    value === undefined || severity === undefined
      ? []
      : [{ promise: 'first-response', level: 'gold', severity, value }];
  const terms = termsOf(ready, { level: 'gold', deviations });
  const term = terms.ok ? terms.value.promises.get(promise) : undefined;
  if (!terms.ok || !term) throw new Error(`no promise ${promise}`);
  const facts = happened.map(([what, data, subject = '1', rest]) => {
    const [at = '', fact = ''] = what.split(' ');
    return { at: seconds(at), fact, subject, ...rest, ...(data ? { data } : {}) };
  });
  const clocks = clocksOf(terms.value, term, facts, seconds(now));
  const clock = clocks.at(-1);
  if (!clock) throw new Error('nothing was opened');
  const { description } = terms.value;
  const agreed = { term, level: 'gold', ...(from === undefined ? {} : { from: seconds(from) }) };
  const view = { promise: term.clause, agreed, description, zone: zoneOfClock(clock, term), now: seconds(now) };
  return { clocks, clock, segments: wholeWay(clock, view.now), view };
}

/** The whole explanation as lines. */
export function wordsOf({ clocks, clock, segments, view }: Asked): string[] {
  return explanationLines(explanationInWords(clock, segments, view, clocks.slice(0, -1)));
}

/** Epoch seconds of an instant. */
export function seconds(instant: string): number {
  return Temporal.Instant.from(instant).epochMilliseconds / 1000;
}

function descriptionOf({
  within = '{1: 30 minutes, 2: 2 hours, 3: 2 business days}',
  title = 'First response',
  weekly = '{mon-fri: ["09:00-17:00"]}',
  zone = 'Europe/Berlin',
  holiday = "Founders' day",
  agreed,
}: Service): string {
  return `
tamarack: 1
document: {reference: T, version: "1", date: 2026-11-21, owner: A, approver: B, classification: Public, distribution: [x], history: [{version: "1", date: 2026-11-21, author: a, change: b}]}
service: {name: T, provider: P, summary: s}
calendars:
  office: {zone: ${zone}, weekly: ${weekly}, holidays: [{date: 2026-11-25, name: ${JSON.stringify(holiday)}}]}
levels: {base: {name: B}, gold: {name: G, includes: base}}
scope: {covered: {a: {name: A}}}
channels: {web: {name: W, hours: office, for: [x], makes: [incident.received]}}
severities: {chosen-by: {customer: lead}, changed-by: {provider: engineer}, list: {1: {name: a, criteria: [x]}, 2: {name: b, criteria: [y]}, 3: {name: c, criteria: [z]}}}
roles: {provider: {engineer: {name: E, duties: [a]}}, customer: {lead: {name: L, duties: [a]}}}
activities: {call: {name: call, is: meeting}, launch: {name: launch, is: event}}
promises:
  first-response: {title: ${JSON.stringify(title)}, when: incident.received, within: ${within}, calendar: office, until: incident.acknowledged, pauses: side = customer, by: {provider: engineer}${agreed ? ', deviation: {tightest: {gold: {1: 15 minutes}}}' : ''}}
  answers: {title: Answers, when: incident.received, until: incident.replied, by: {provider: engineer}}
  reports: {title: Reports, while: incident.open, every: 2 hours, calendar: office, until: incident.reported, by: {provider: engineer}}
  daily: {title: Daily, while: incident.open, every: 2 hours, at-most: once a day, calendar: office, until: incident.reported, by: {provider: engineer}}
  calls: {title: Calls, every: 2 weeks, calendar: office, until: call.held, by: {provider: engineer}}
  hours: {title: Hours, limit: hours.logged, at-most: 8 hours, per: calendar week, calendar: office, by: {provider: engineer}}
  support: {title: Launch support, when: launch.announced, before: launch.begins, ahead: 2 business days, calendar: office, until: call.held, by: {provider: engineer}}
  gate: {title: Calls first, gate: incident.received, until: call.held, by: {provider: engineer}}
  gates: {title: Calls and a licence first, gate: incident.received, until: {all: [call.held, licence.issued]}, by: {provider: engineer}}
  licensed: {title: Licensed, gate: incident.received, while: licence.valid, by: {provider: engineer}}
`;
}
