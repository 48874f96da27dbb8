import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import type { HolidayLists } from '../../calendar/holiday-lists.ts';
import { ACTIVITY_KIND_NAMES } from '../../facts/activities.ts';
import { SUBJECTS } from '../../facts/subjects.ts';
import { vocabularyOf } from '../../facts/vocabulary.ts';
import type { Description } from '../grammar/description.ts';
import type { PromiseClause } from '../grammar/promise.ts';
import { readDescription } from '../read-description.ts';
import { conditionWord } from '../words/condition.ts';
import { conditionInWords } from './condition-in-words.ts';
import { evidenceInWords } from './evidence-in-words.ts';
import { factInWords, stateInWords, type Tense } from './fact-in-words.ts';
import { parameterInWords } from './parameter-in-words.ts';
import { promiseInWords } from './promise-in-words.ts';
import { lantern, lanternWith } from './sample/lantern.ts';
import { targetInWords } from './target-in-words.ts';
import { inSentence, isPlural } from './wording.ts';

const { description } = lantern;
const words = (name: string, level?: string) => promiseInWords(promiseOf(name), description, level);

function promiseOf(name: string, of: Description = description): PromiseClause {
  const promise = of.promises[name];
  if (!promise) throw new Error(`no promise ${name}`);
  return promise;
}

describe('each form of promise in words', () => {
  test.each([
    [
      'customer-answers',
      "When an incident is handed to the customer, the customer's technical lead sees to it that the incident is handed back to the provider or resolved within 1 week.",
    ],
    [
      'quota-increase',
      "When the service quota is recorded as “near limit”, the provider's technical account manager sees to it that the increase of the service quota is requested. No time is promised for it, but it is owed before the contract ends.",
    ],
    [
      'cadence',
      "The provider's technical account manager sees to it that the cadence call is held every 2 weeks. It is excused for a period in which the cadence call is moved.",
    ],
    [
      'visits',
      "In every year of the contract, the provider's technical account manager sees to it that the site visit is held 1 to 2 times, as the contract says.",
    ],
    [
      'launch-planning',
      "When the launch is announced, the provider's technical account manager sees to it that the launch plan is delivered before the launch begins, at least 10 business days ahead. Business days are counted on the calendar “Office hours” (see Calendars).",
    ],
    ['tickets', 'An incident or a service request can be received without limit.'],
    [
      'hours',
      "In every calendar week, working time can be logged up to 40 hours, as the contract says, unless time beyond the allowance has been approved. The provider's technical account manager keeps within it.",
    ],
    ['licensed', 'An incident or a service request can be received only while the licence is valid.'],
  ])('%s', (name, sentence) => {
    expect(words(name)).toBe(sentence);
  });

  test('a table is spelt out by level and severity, and by severity alone for one level', () => {
    expect(words('first-response')).toContain('in Glow at severity 1 within 2 hours, at severity 2 within 12 hours');
    expect(words('first-response', 'beacon')).toContain(
      'is confirmed at severity 1 within 30 minutes, at severity 2 within 2 hours',
    );
  });

  test('a severity without a cell is not mentioned, one with none is', () => {
    const some = lanternWith([
      '{1: $report-interval, 2: 3 business days, 3: on request}',
      '{2: 3 business days, 3: none}',
    ]);
    const text = targetInWords(promiseOf('progress-reports', some.description), some.description);
    expect(text).toBe('at severity 2 at least every 3 business days, at severity 3 with no time promised');
  });

  test('what stops the clock, and two calendars', () => {
    expect(words('progress-reports')).toContain("The clock stands still while it is on the customer's side.");
    expect(words('first-response')).toContain(
      'Hours count around the clock, every day of the year. Business days are counted on the calendar “Office hours”',
    );
  });
});

describe('parts in words', () => {
  const condition = (text: string) => conditionInWords(conditionWord.parse(text), description);

  test.each([
    ['severity = 1', 'the severity is 1 (business standstill)'],
    ['severity in 1, 2', 'the severity is 1 (business standstill) or 2 (major impact)'],
    ['leave.consecutive-days > 5', 'the leave lasts more than 5 consecutive days'],
    ['side = customer', "it is on the customer's side"],
    ['level != beacon', 'the level is not Beacon'],
    ['growth = yes or hosted = no', 'the customer shows clear growth or the provider does not host the customer'],
    [
      'annual-recurring-revenue >= 50000 and segment = mid-market',
      'the annual recurring revenue is at least 50,000 and the segment of the customer is mid market',
    ],
    ['person.role = technical-lead', 'the role of the person is technical lead'],
  ])('%s', (text, expected) => {
    expect(condition(text)).toBe(expected);
  });

  test('facts in their tenses', () => {
    expect(factInWords('incident.acknowledged', description)).toBe('receipt of the incident is confirmed');
    expect(factInWords('cadence-call.held', description, 'past')).toBe('the cadence call was held');
    expect(factInWords('launch.begins', description, 'perfect')).toBe('the launch has begun');
    expect(stateInWords('nda.in-force', description)).toBe('the non-disclosure agreement is in force');
  });

  test('all of several, each with alternatives', () => {
    const evidence = { all: [['problem.cause-found'], ['problem.workaround-found', 'problem.alternative-found']] };
    expect(evidenceInWords(evidence, description)).toBe(
      'the cause of the problem is found, and either a workaround for the problem or a permanent alternative for the problem is found',
    );
  });

  test('parameters say their bounds', () => {
    expect(parameterInWords('visits-a-year', description)).toBe('1 to 2 times, as the contract says');
    expect(parameterInWords('report-interval', description)).toBe('between 1 day and 5 days, as the contract says');
    expect(parameterInWords('success-goals', description)).toBe('as the contract says');
  });

  test('titles inside a sentence keep capitals of their own', () => {
    expect(
      ['Cadence call', 'TAM hours', 'GitLab upgrade', 'Technical Account Manager', 'P1 report'].map(inSentence),
    ).toEqual(['cadence call', 'TAM hours', 'GitLab upgrade', 'Technical Account Manager', 'P1 report']);
    expect(
      ['release notes', 'analysis of costs', 'instructions for the desk', 'status', 'feature news'].map(isPlural),
    ).toEqual([true, false, true, false, false]);
  });
});

describe('whatever is said, it can be read', () => {
  const lists: HolidayLists = { list: 'date-holidays 3.37.0', publicHolidays: () => [] };
  const services = ['almacare', 'aws-enterprise', 'calligo-tam', 'gitlab-tam', 'tuxcare-tam'].map(
    (name): [string, Description] => {
      const text = readFileSync(new URL(`../../../../../services/${name}.yaml`, import.meta.url), 'utf8');
      const { ready } = readDescription(text, lists);
      if (!ready) throw new Error(`${name} does not check`);
      return [name, ready.description];
    },
  );

  test.each([['lantern', description] as [string, Description], ...services])(
    'every promise of %s, for all levels and each',
    (_, each) => {
      for (const promise of Object.values(each.promises)) {
        for (const level of [undefined, ...Object.keys(each.levels)]) {
          const text = promiseInWords(promise, each, level);
          expect(text.length).toBeGreaterThan(20);
          expect(text).not.toMatch(/undefined|null|\[object|NaN|\s\s| ,|\.\.|\$/);
          for (const name of namesIn(each)) expect(text).not.toContain(name);
        }
      }
    },
  );

  test('every fact and state that can be recorded, in every tense', () => {
    const activities = Object.fromEntries(
      ACTIVITY_KIND_NAMES.map((is) => [
        `my-${is}`,
        { name: `Some ${is}`, is, facts: ['near-limit', 'score-recorded'] },
      ]),
    );
    const vocabulary = vocabularyOf(activities);
    for (const fact of vocabulary.facts) {
      for (const tense of ['present', 'past', 'perfect', 'pluperfect', 'can'] satisfies Tense[]) {
        expect(factInWords(fact, { activities }, tense)).toMatch(/^[a-zA-Z“”' -]+$/);
        expect(factInWords(fact, { activities }, tense)).not.toMatch(
          /my-|[a-z]+-(requested|found|given|granted|changed|to|approved)/,
        );
      }
    }
    for (const state of vocabulary.states.keys())
      expect(stateInWords(state, { activities })).toMatch(/^[a-zA-Z ]+ (is|are) [a-z ]+$/);
  });

  /** Names with a hyphen would be seen at once; those without are words. */
  function namesIn(each: Description): string[] {
    const sections = [
      each.roles.provider,
      each.roles.customer,
      each.calendars,
      each.levels,
      each.parameters,
      each.activities,
      each.channels,
      each.escalations,
    ];
    const titles =
      JSON.stringify(each.roles) +
      JSON.stringify(each.activities) +
      JSON.stringify(each.channels) +
      JSON.stringify(each.escalations);
    const shown = [...titles.toLowerCase().matchAll(/"name":"([^"]+)"/g)].map(([, title = '']) => title);
    return [...Object.keys(SUBJECTS), ...sections.flatMap((section) => Object.keys(section ?? {}))].filter(
      (name) => name.includes('-') && !shown.some((title) => title.includes(name)),
    );
  }
});
