import { FILE_CASES } from './file-cases.ts';
import type { FindingCase } from './finding-case.ts';

/** At least one case for every code; where a mistake is a common one, the way people make it. */
export const FINDING_CASES: readonly FindingCase[] = [
  ...FILE_CASES,

  // The grammar
  {
    code: 'grammar.unknown-key',
    why: 'a misspelt key',
    from: '    within: {basic',
    to: '    ‹witin›: {basic',
    suggestion: 'within',
  },
  {
    code: 'grammar.unknown-key',
    why: 'a key of another place',
    from: 'name: Care',
    to: 'name: Care\n  ‹levels›: [basic]',
  },
  {
    code: 'grammar.word',
    why: 'a key that programs stumble over',
    from: '  plus: {',
    to: '  plus: {‹"__proto__"›: {a: b}, ',
  },
  {
    code: 'grammar.word',
    why: 'a promise that would vanish by its name',
    from: '  updates:\n',
    to: '  ‹__proto__›: {title: T, when: incident.received, until: incident.resolved}\n  updates:\n',
  },
  {
    code: 'grammar.word',
    why: 'a table row that would vanish by its name',
    from: 'plus: {1: 30 minutes',
    to: '‹__proto__›: {1: 1 hour}, plus: {1: 30 minutes',
  },
  { code: 'grammar.missing-key', why: 'no reference', from: 'document:\n  reference: SD-1\n', to: '‹document›:\n' },
  { code: 'grammar.value', why: 'a version without quotes', from: 'version: "1.1"\n', to: 'version: ‹1.10›\n' },
  {
    code: 'grammar.value',
    why: 'no is a word, and no date',
    from: 'date: 2026-02-01\n  owner',
    to: 'date: ‹no›\n  owner',
  },
  {
    code: 'grammar.value',
    why: 'a kind that is not one',
    from: 'is: meeting',
    to: 'is: ‹meting›',
    suggestion: 'meeting',
  },
  {
    code: 'grammar.value',
    why: 'a text where a list belongs',
    from: 'distribution: [Customers]',
    to: 'distribution: ‹Customers›',
  },
  {
    code: 'grammar.value',
    why: 'a date that does not exist',
    from: 'date: 2026-02-01\n  owner',
    to: 'date: ‹2026-02-30›\n  owner',
  },
  {
    code: 'grammar.word',
    why: 'a clock time is no duration',
    from: '{1: 30 minutes',
    to: '{1: ‹1:30›',
    suggestion: '1 hour 30 minutes',
  },
  { code: 'grammar.word', why: 'short units', from: '{1: 30 minutes', to: '{1: ‹30m›', suggestion: '30 minutes' },
  {
    code: 'grammar.word',
    why: 'a condition that is none',
    from: 'pauses: side = customer',
    to: 'pauses: ‹side is customer›',
  },
  {
    code: 'grammar.promise-form',
    why: 'nothing opens the promise',
    from: '  licence-first:\n    title: Valid licence\n    gate: incident.received\n    while: licence.valid\n',
    to: '  ‹licence-first›: {title: Valid licence}\n',
  },

  // Calendars
  { code: 'calendar.invalid', why: 'a zone that does not exist', from: 'zone: UTC', to: 'zone: ‹Europe/Atlantis›' },
  {
    code: 'calendar.invalid',
    why: 'a misspelt key, which is not a missing one as well',
    from: '{zone: UTC',
    to: '{‹zne›: UTC',
    suggestion: 'zone',
  },
  {
    code: 'calendar.invalid',
    why: 'a part that does not exist',
    from: '[office, always]',
    to: '[office, ‹alway›]',
    suggestion: 'always',
  },
  { code: 'calendar.overlap', why: 'overlapping intervals', from: '"13:00-17:00"]', to: '‹"11:00-17:00"›]' },
  { code: 'calendar.overlap', why: '23:59 is not midnight', from: '"13:00-17:00"]', to: '‹"13:00-23:59"›]' },
  {
    code: 'calendar.holiday-list',
    why: 'a country without a list',
    from: 'weekly: 24x7',
    to: 'weekly: 24x7, holidays: {country: ‹DE›}',
  },

  // Names
  {
    code: 'name.unknown',
    why: 'a misspelt role',
    from: 'by: {provider: engineer}\n    pauses',
    to: 'by: {provider: ‹enginer›}\n    pauses',
    suggestion: 'engineer',
  },
  {
    code: 'name.unknown',
    why: 'a level that is none, in a table',
    from: 'plus: {1: 30',
    to: '‹pluss›: {1: 30',
    suggestion: 'plus',
  },
  {
    code: 'name.unknown',
    why: 'a severity that is none, in a condition',
    from: 'pauses: side = customer',
    to: 'pauses: ‹severity in 1, 7›',
  },
  {
    code: 'name.unknown',
    why: 'a level that is none, in a condition of eligibility',
    from: 'annual-recurring-revenue > 50000}',
    to: '‹level != pluss›}',
    suggestion: 'plus',
  },
  {
    code: 'name.unknown-fact',
    why: 'a fact that is none',
    from: 'until: incident.acknowledged',
    to: 'until: ‹incident.acknowleged›',
    suggestion: 'incident.acknowledged',
  },
  {
    code: 'name.unknown-state',
    why: 'a state that is none',
    from: 'while: licence.valid',
    to: 'while: ‹licence.valdi›',
    suggestion: 'licence.valid',
  },
  {
    code: 'name.unknown-field',
    why: 'a field that is none',
    from: 'pauses: side = customer',
    to: 'pauses: ‹sides = customer›',
    suggestion: 'side',
  },
  {
    code: 'name.taken',
    why: 'an activity called like a subject',
    from: '  visit: {name: Visit, is: meeting}',
    to: '  visit: {name: Visit, is: meeting}\n  ‹incident›: {name: Incident, is: task}',
  },

  // Levels, promises, parameters, document control
  {
    code: 'level.circular',
    why: 'two levels that include each other',
    from: 'plus: {name: Plus, includes: basic}',
    to: 'plus: {name: Plus, includes: ‹plus›}',
  },
  {
    code: 'level.unreachable',
    why: 'neither sold nor included',
    from: '  plus: {',
    to: '  ‹old›: {name: Old, sold: no}\n  plus: {',
  },
  {
    code: 'promise.no-calendar',
    why: 'time on no calendar',
    from: '  updates:\n',
    to: '  ‹waiting›:\n    {title: T, when: incident.received, within: 1 hour, until: incident.resolved, by: {provider: engineer}}\n  updates:\n',
  },
  {
    code: 'promise.impossible',
    why: 'met by what opens it',
    from: 'until: incident.acknowledged',
    to: 'until: ‹incident.received›',
  },
  {
    code: 'promise.impossible',
    why: 'a rhythm in hours',
    from: '  updates:\n',
    to: '  calls:\n    {title: T, every: ‹2 hours›, until: visit.held, calendar: office, by: {provider: engineer}}\n  updates:\n',
  },
  {
    code: 'promise.nobody-owes',
    why: 'no owner',
    from: '  updates:\n',
    to: '  ‹calls›: {title: T, every: 2 weeks, until: visit.held, calendar: office}\n  updates:\n',
  },
  {
    code: 'promise.never-binds',
    why: 'more hours than a week has',
    from: 'at-most: 8 hours',
    to: 'at-most: ‹168 hours›',
  },
  { code: 'parameter.kind', why: 'a calendar where a count belongs', from: 'times: $visits', to: 'times: ‹$hours›' },
  { code: 'parameter.bounds', why: 'agreed outside its bounds', from: 'agreed: 1}', to: 'agreed: ‹3›}' },
  {
    code: 'parameter.bounds',
    why: 'tightest is longer than the promise itself',
    from: '    every: 1 hour\n',
    to: '    every: 1 hour\n    deviation: {tightest: ‹2 hours›}\n',
  },
  {
    code: 'parameter.bounds',
    why: 'tightest is longer than loosest',
    from: '    every: 1 hour\n',
    to: '    every: on request\n    deviation: {tightest: ‹2 hours›, loosest: 30 minutes}\n',
  },
  {
    code: 'parameter.bounds',
    why: 'a bound in business days for a target in hours',
    from: '    until: incident.acknowledged\n',
    to: '    until: incident.acknowledged\n    deviation: {loosest: {basic: {1: ‹2 business days›}}}\n',
  },
  {
    code: 'parameter.bounds',
    why: 'more than the most that may be agreed',
    from: 'times: $visits\n',
    to: 'times: 4\n    deviation: {most: ‹3›}\n',
  },
  {
    code: 'document.history',
    why: 'the newest entry is of another version',
    from: '{version: "1.1"',
    to: '{version: ‹"1.2"›',
  },
  {
    code: 'target.looser-above',
    why: 'the better level waits longer',
    from: 'plus: {1: 30 minutes, 2: 2 hours}',
    to: 'plus: {1: 30 minutes, 2: ‹9 hours›}',
  },
  {
    code: 'target.looser-graver',
    why: 'the graver severity waits longer',
    from: 'basic: {1: 2 hours, 2: 8 hours}',
    to: 'basic: {1: ‹9 hours›, 2: 8 hours}',
  },
  {
    code: 'promise.out-of-sight',
    why: 'eleven years',
    from: 'basic: {1: 2 hours, 2: 8 hours}',
    to: 'basic: {1: 2 hours, 2: ‹11 years›}',
  },
  {
    code: 'declared.unused',
    why: 'an activity that nothing uses',
    from: '  audit:',
    to: '  ‹review›: {name: Review, is: meeting}\n  audit:',
  },
  {
    code: 'responsibility.no-owner',
    why: 'nobody answers',
    from: '  repair: {activity: Repairs, provider: {engineer: A}',
    to: '  ‹repair›: {activity: Repairs, provider: {engineer: R}',
  },
];
