import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { grammatical, lantern, lanternValue, lanternWith } from '../in-words/sample/lantern.ts';
import { compareDescriptions } from './compare-descriptions.ts';
import { sameValue } from './same-value.ts';

type Change = readonly [from: string, to: string];

const verdicts = (...changes: Change[]) =>
  compareDescriptions(lantern.description, lanternWith(...changes).description).map(
    ({ path, verdict }) => `${path} ${verdict}`,
  );

describe('promises', () => {
  test.each<[string, Change, string[]]>([
    [
      'a shorter time of the provider is stronger',
      ['1: 30 minutes', '1: 20 minutes'],
      ['promises.first-response.within.beacon.1 stronger'],
    ],
    ['a longer one is weaker', ['1: 30 minutes', '1: 40 minutes'], ['promises.first-response.within.beacon.1 weaker']],
    [
      'business days against hours: nobody can tell',
      ['3: 12 hours', '3: 1 business day'],
      ['promises.first-response.within.beacon.3 cannot tell'],
    ],
    [
      'more time for the customer is stronger',
      ['within: 1 week', 'within: 2 weeks'],
      ['promises.customer-answers.within stronger'],
    ],
    [
      'nothing promised any more is weaker',
      ['3: on request', '3: none'],
      ['promises.progress-reports.every.glow.3 weaker', 'promises.progress-reports.every.beacon.3 weaker'],
    ],
    ['a pause less is stronger', ['    pauses: side = customer\n', ''], ['promises.progress-reports.pauses stronger']],
    [
      'a pause in more cases is weaker',
      ['pauses: side = customer', 'pauses: side = customer or product = beta'],
      ['promises.progress-reports.pauses weaker'],
    ],
    [
      'a duty in more cases is stronger',
      ['leave.consecutive-days > 5 and leave.role', 'leave.consecutive-days > 3 and leave.role'],
      ['promises.temporary-manager.if stronger'],
    ],
    [
      'a duty in fewer cases is weaker',
      ['if: severity = 1\n', 'if: severity = 1 and product = platform\n'],
      ['promises.standstill-report.if weaker'],
    ],
    [
      'another condition: nobody can tell',
      ['if: severity = 1\n', 'if: product = platform\n'],
      ['promises.standstill-report.if cannot tell'],
    ],
    [
      'what the customer owes is owed by the provider',
      ['    by: {customer: technical-lead}\n    else: {close', '    by: {provider: team-lead}\n    else: {close'],
      ['promises.customer-answers.by stronger'],
    ],
    [
      'another way to meet it makes it easier',
      ['until: cadence-call.held', 'until: [cadence-call.held, cadence-call.cancelled]'],
      ['promises.cadence.until weaker'],
    ],
    [
      'more that opens it',
      ['when: incident.received', 'when: [incident.received, incident.reopened]'],
      ['promises.first-response.when stronger'],
    ],
    [
      'further ahead is stronger',
      ['ahead: 10 business days', 'ahead: 15 business days'],
      ['promises.launch-planning.ahead stronger'],
    ],
    [
      'a rate less is weaker',
      ['at-most: once a day', 'at-most: once a week'],
      ['promises.progress-reports.at-most cannot tell'],
    ],
    ['no limit any more', ['at-most: $weekly-hours', 'at-most: unlimited'], ['promises.hours.at-most cannot tell']],
    [
      'gone for a level, there for another',
      [
        '    calendar: $local-hours\n    by: {provider: technical-account-manager}\n    levels: [beacon]',
        '    calendar: $local-hours\n    by: {provider: technical-account-manager}\n    levels: [glow]',
      ],
      ['promises.cadence.levels.glow stronger'],
    ],
    [
      'wording alone',
      ['says: Each incident is acknowledged', 'says: Every incident is acknowledged'],
      ['promises.first-response.says cannot tell'],
    ],
    ['title alone', ['title: First response', 'title: First answer'], ['promises.first-response.title neutral']],
    [
      'a looser bound of deviations',
      ['loosest: {1: 4 hours', 'loosest: {1: 6 hours'],
      [
        'promises.first-response.deviation.loosest.glow.1 weaker',
        'promises.first-response.deviation.loosest.beacon.1 weaker',
      ],
    ],
    [
      'a gate of the customer gone',
      [
        '  licensed:\n    title: Valid licence\n    gate: [incident.received, service-request.received]\n    while: licence.valid\n',
        '',
      ],
      ['promises.licensed stronger'],
    ],
    [
      'an unlimited allowance gone',
      [
        '  tickets:\n    title: Number of tickets\n    limit: [incident.received, service-request.received]\n    at-most: unlimited\n    by: {provider: support-engineer}\n',
        '',
      ],
      ['promises.tickets weaker'],
    ],
    [
      'the same times, written by level',
      ['within: 1 week', 'within: {glow: 1 week, beacon: 1 week}'],
      ['promises.customer-answers.within neutral'],
    ],
  ])('%s', (_, change, expected) => {
    expect(verdicts(change)).toEqual(expected);
  });

  test('more open time of the agreed calendar changes no number, so a shorter time on another calendar cannot be weighed', () => {
    const changes: Change[] = [
      ['    calendar: {hours: always, business-days: office-hours}', '    calendar: office-hours'],
      ['1: 30 minutes', '1: 20 minutes'],
    ];
    expect(verdicts(...changes)).toEqual([
      'promises.first-response.calendar weaker',
      'promises.first-response.within.beacon.1 cannot tell',
    ]);
  });

  test('a sentence says what changed, with both values', () => {
    const [found] = compareDescriptions(
      lantern.description,
      lanternWith(['1: 30 minutes', '1: 20 minutes']).description,
    );
    expect(found).toMatchObject({
      clause: 'Promise: First response',
      before: '30 minutes',
      after: '20 minutes',
      sentence: 'Changed: Beacon, severity 1: 30 minutes → 20 minutes',
    });
  });

  test('a bound of deviations is not mistaken for the target', () => {
    const changed = lanternWith(['loosest: {1: 4 hours', 'loosest: {1: 6 hours']).description;
    expect(compareDescriptions(lantern.description, changed).map(({ sentence }) => sentence)).toEqual([
      'Changed: loosest that a contract may agree, Glow, severity 1: 4 hours → 6 hours',
      'Changed: loosest that a contract may agree, Beacon, severity 1: 4 hours → 6 hours',
    ]);
  });
});

describe('other clauses', () => {
  test.each<[string, Change, string[]]>([
    ['more open hours', ["mon-fri: ['09:00-17:00']", "mon-fri: ['08:00-17:00']"], ['calendars.night-desk stronger']],
    ['fewer open hours', ["mon-fri: ['09:00-17:00']", "mon-thu: ['09:00-17:00']"], ['calendars.night-desk weaker']],
    [
      'other open hours',
      ["mon-fri: ['09:00-17:00']", "mon-fri: ['10:00-18:00']"],
      ['calendars.night-desk cannot tell'],
    ],
    ['another zone', ['America/Denver', 'America/Boise'], ['calendars.night-desk cannot tell']],
    [
      'ranges of days, written otherwise',
      ["mon-fri: ['09:00-17:00']", "mon-tue: ['09:00-17:00'], wed-fri: ['09:00-12:00', '12:00-17:00']"],
      ['calendars.night-desk neutral'],
    ],
    [
      'a covered thing more',
      ['    migration: {', '    audits: {name: Audits}\n    migration: {'],
      ['scope.covered.audits stronger'],
    ],
    [
      'a covered thing for more levels',
      ['says: Moving from another platform., levels: [beacon]', 'says: Moving from another platform.'],
      ['scope.covered.migration.levels.glow stronger'],
    ],
    [
      'an exclusion more',
      ['    development: {', '    audits: {name: Audits}\n    development: {'],
      ['scope.excluded.audits weaker'],
    ],
    ['a seat more', ['each: 2,', 'each: 3,'], ['seats.leads.each stronger']],
    ['seats for larger steps', ['per-started: 1000', 'per-started: 2000'], ['seats.leads.per-started weaker']],
    [
      'a step of escalation less',
      [', {role: team-lead}]\n\ncover', ']\n\ncover'],
      ['escalations.unresolved.steps weaker'],
    ],
    ['a sooner step', ['within: 4 hours}', 'within: 2 hours}'], ['escalations.unresolved.steps stronger']],
    [
      'criteria of a severity',
      ['A minor function fails.', 'A small function fails.'],
      ['severities.list.3.criteria cannot tell'],
    ],
    [
      'definitions',
      ['A problem whose cause is known', 'A problem of which the cause is known'],
      ['terms.known-error.means cannot tell'],
    ],
    ['document control', ['owner: Service management', 'owner: Service office'], ['document.owner neutral']],
    [
      'a bound of a parameter',
      ['at-most: 40 hours', 'at-most: 60 hours'],
      ['parameters.weekly-hours.at-most stronger'],
    ],
    [
      'a longer interval that a contract may agree',
      ['at-most: 5 days', 'at-most: 7 days'],
      ['parameters.report-interval.at-most weaker'],
    ],
    [
      'a duty of the customer more',
      [
        "duties: [Is the first line of the customer's own users.]",
        "duties: [Is the first line of the customer's own users., Answers within a day.]",
      ],
      ['roles.customer.technical-lead.duties weaker'],
    ],
    ['a section that says there is none', ['objectives: {}\n', ''], ['objectives cannot tell']],
    [
      'stages of onboarding in another order',
      [
        '  workshops: {name: Workshops, contents: [Roles of both sides., The ticket system.]}\n  acceptance: {name: Acceptance, contents: [Tests of the agreed criteria.], gate: The acceptance is signed.}',
        '  acceptance: {name: Acceptance, contents: [Tests of the agreed criteria.], gate: The acceptance is signed.}\n  workshops: {name: Workshops, contents: [Roles of both sides., The ticket system.]}',
      ],
      ['onboarding cannot tell'],
    ],
  ])('%s', (_, change, expected) => {
    expect(verdicts(change)).toEqual(expected);
  });
});

describe('laws', () => {
  test('a description does not differ from itself', () => {
    expect(compareDescriptions(lantern.description, grammatical(lanternValue()) ?? lantern.description)).toEqual([]);
  });

  const mirrored = {
    stronger: 'weaker',
    weaker: 'stronger',
    neutral: 'neutral',
    'cannot tell': 'cannot tell',
  } as const;

  test('whatever is changed is found, and seen from the other side it is the opposite', () => {
    let changed = 0;
    fc.assert(
      fc.property(fc.array(fc.tuple(fc.nat(), fc.nat()), { minLength: 1, maxLength: 2 }), (edits) => {
        const value = lanternValue();
        for (const [where, how] of edits) mutate(value, where, how);
        const after = grammatical(value);
        if (after === undefined || !sharesLevels(after)) return;
        const there = compareDescriptions(lantern.description, after);
        const back = compareDescriptions(after, lantern.description);
        if (sameValue(lantern.description, after)) return;
        changed += 1;
        expect(there.length).toBeGreaterThan(0);
        const seen = (list: typeof there, of: (verdict: keyof typeof mirrored) => string) =>
          list.map(({ path, verdict }) => `${path} ${of(verdict)}`).toSorted();
        expect(seen(back, (verdict) => verdict)).toEqual(seen(there, (verdict) => mirrored[verdict]));
        for (const { sentence, clause } of there) expect(`${clause} ${sentence}`).not.toMatch(/undefined|\[object|NaN/);
      }),
      { numRuns: 1000 },
    );
    expect(changed).toBeGreaterThan(250);
  });

  function sharesLevels(after: { levels: object }): boolean {
    return Object.keys(after.levels).length > 0;
  }
});

/** Changes one value somewhere in plain YAML values. */
function mutate(root: unknown, where: number, how: number): void {
  const places: { parent: Record<string, unknown> | unknown[]; key: string }[] = [];
  const walk = (value: unknown) => {
    if (typeof value !== 'object' || value === null) return;
    for (const key of Object.keys(value)) {
      places.push({ parent: value as Record<string, unknown>, key });
      walk(Reflect.get(value, key));
    }
  };
  walk(root);
  const place = places[where % places.length];
  if (!place) return;
  const { parent, key } = place;
  const value: unknown = Reflect.get(parent, key);
  const others = places
    .map((other): unknown => Reflect.get(other.parent, other.key))
    .filter((other) => typeof other === typeof value);
  switch (how % 5) {
    case 0:
      if (Array.isArray(parent)) parent.splice(Number(key), 1);
      else Reflect.deleteProperty(parent, key);
      return;
    case 1:
      if (Array.isArray(parent)) parent.push(structuredClone(value));
      else Reflect.set(parent, `${key}-too`, structuredClone(value));
      return;
    case 2:
      Reflect.set(parent, key, structuredClone(others[how % others.length]));
      return;
    case 3:
      if (typeof value === 'string')
        Reflect.set(
          parent,
          key,
          value.replace(/\d+/, (digits) => String(Number(digits) + 1 + (how % 3))),
        );
      else if (typeof value === 'number') Reflect.set(parent, key, value + 1);
      else if (Array.isArray(value)) value.reverse();
      return;
    default:
      if (typeof value === 'string') Reflect.set(parent, key, `${value} more`);
  }
}
