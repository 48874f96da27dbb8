import { describe, expect, test } from 'vitest';
import { type Agreed, type ClauseOf, type PromiseForm, type Term, termsOf } from '@tamarack/core';
import { readService } from './read-service.ts';

/** What the rows say in numbers, read back from the descriptions as a contract has them. */
const almacare = await readService('services/almacare.yaml');
const tuxcare = await readService('services/tuxcare-tam.yaml');
const gitlab = await readService('services/gitlab-tam.yaml');
const aws = await readService('services/aws-enterprise.yaml');
const calligo = await readService('services/calligo-tam.yaml');

function termOf(service: typeof almacare, promise: string, agreed: Agreed): Term {
  const terms = termsOf(service.ready, agreed);
  if (!terms.ok) throw new Error(terms.refusal.sentence);
  const term = terms.value.promises.get(promise);
  if (!term) throw new Error(`There is no promise "${promise}".`);
  return term;
}

function clauseOf<F extends PromiseForm>(service: typeof almacare, promise: string, form: F): ClauseOf<F> {
  const clause = service.ready.description.promises[promise];
  if (clause?.form !== form) throw new Error(`"${promise}" is ${clause?.form ?? 'not there'}, no ${form}.`);
  return clause as ClauseOf<F>;
}

const minutes = (count: number) => ({ counts: 'working-time', seconds: count * 60 });
const hours = (count: number) => minutes(count * 60);
const businessDays = (days: number) => ({ counts: 'business-days', days });
const dates = (count: number, unit: string) => ({ counts: 'calendar', unit, count });
const value = (of: object) => ({ is: 'value', value: of });

describe('AlmaCare', () => {
  test.for([
    ['essential', 1, hours(2)],
    ['essential', 2, hours(12)],
    ['essential', 3, businessDays(2)],
    ['essential', 4, businessDays(5)],
    ['enhanced', 1, minutes(30)],
    ['enhanced', 2, hours(2)],
    ['enhanced', 3, hours(12)],
    ['enhanced', 4, businessDays(2)],
  ] as const)('AC12: %s, severity %i', ([level, severity, promised]) => {
    const term = termOf(almacare, 'first-response', { level });
    expect(term.duration(level, severity)).toEqual(value(promised));
  });

  test('AC12: hours count around the clock, business days at an office', () => {
    const { calendars } = termOf(almacare, 'first-response', { level: 'essential' });
    expect([calendars?.hours.name, calendars?.businessDays.name]).toEqual(['around-the-clock', 'office-america']);
  });

  test('AC12: a contract may agree less than the promise, never more', () => {
    const agreeing = (deviation: string) =>
      termsOf(almacare.ready, {
        level: 'enhanced',
        deviations: [{ promise: 'first-response', level: 'enhanced', severity: 1, value: deviation }],
      }).ok;
    expect(['10 minutes', '15 minutes', '30 minutes', '31 minutes'].map(agreeing)).toEqual([false, true, true, false]);
  });

  test('AC13: from the receipt to the confirmation', () => {
    const clause = clauseOf(almacare, 'first-response', 'response');
    expect(clause.when).toEqual(['incident.received', 'service-request.received']);
    expect(clause.until.all).toEqual([['incident.acknowledged', 'service-request.acknowledged']]);
  });

  test('AC17: a standstill as agreed and at most once a day, the others by severity', () => {
    const standstill = clauseOf(almacare, 'standstill-reports', 'update');
    expect(standstill.if?.text).toBe('severity = 1');
    expect(standstill['at-most']).toEqual({ of: 'rate', count: 1, per: 'day' });
    const agreed = { level: 'essential', parameters: { 'standstill-report-interval': '2 days' } };
    expect(termOf(almacare, 'standstill-reports', agreed).duration('essential', 1)).toEqual(value(dates(2, 'day')));
    const others = termOf(almacare, 'progress-reports', { level: 'enhanced' });
    expect([1, 2, 3, 4].map((severity) => others.duration('enhanced', severity))).toEqual([
      { is: 'none' },
      value(businessDays(3)),
      value(dates(2, 'week')),
      { is: 'on-request' },
    ]);
  });

  test('AC17: a contract cannot agree on more than one report a day', () => {
    const terms = termsOf(almacare.ready, {
      level: 'essential',
      parameters: { 'standstill-report-interval': '4 hours' },
    });
    expect(terms).toMatchObject({ ok: false, refusal: { code: 'parameter.invalid' } });
  });

  test('AC4: 2 leads for each started 1,000 hosts, at most 10', () => {
    expect(almacare.ready.description.seats?.['technical-leads']).toMatchObject({
      role: 'technical-lead',
      each: 2,
      'per-started': 1000,
      unit: 'hosts',
      'at-most': 10,
    });
  });

  test('AC5 and AC20: the gates before seats and tickets', () => {
    expect(clauseOf(almacare, 'training-before-seat', 'gate').until?.all).toEqual([['person.trained']]);
    expect(clauseOf(almacare, 'trained-submitters', 'gate')).toMatchObject({
      gate: ['incident.received', 'service-request.received'],
      until: { all: [['person.trained']] },
    });
    expect(clauseOf(almacare, 'entitlement', 'gate')).toMatchObject({
      gate: ['incident.received', 'service-request.received'],
      while: 'licence.valid',
    });
  });

  test('AC7: tickets without limit', () => {
    const term = termOf(almacare, 'tickets-without-limit', { level: 'essential' });
    expect(term.quantity('essential', undefined)).toEqual(value({ of: 'unlimited' }));
  });

  test('AC15: the customer answers within a week, or time runs out', () => {
    const clause = clauseOf(almacare, 'customer-answers', 'response');
    expect(clause.by).toEqual({ customer: 'technical-lead' });
    expect(clause.else?.close).toBe('timeout');
    expect(termOf(almacare, 'customer-answers', { level: 'essential' }).duration('essential', 3)).toEqual(
      value(dates(1, 'week')),
    );
  });

  test('AC16: three steps, in order', () => {
    const steps = almacare.ready.description.escalations?.['customer']?.steps.map(({ role }) => role);
    expect(steps).toEqual(['senior-support-engineer', 'support-manager', 'chief-experience-officer']);
  });

  test('AC1, AC3 and AC8: Enhanced contains Essential, and mail belongs to it alone', () => {
    const { levels, channels } = almacare.ready.description;
    expect(levels['enhanced']?.includes).toBe('essential');
    expect([channels['web']?.levels, channels['email']?.levels]).toEqual([undefined, ['enhanced']]);
    expect(channels['email']?.makes).toContain('incident.received');
  });

  test('AC18 and AC19: seven grounds, eight terms, and what makes a known error', () => {
    const { scope, terms } = almacare.ready.description;
    const from = (row: string, of: object) =>
      Object.values(of).filter(({ source }: { source?: string[] }) => source?.includes(row)).length;
    expect([from('AC18', scope.grounds ?? {}), from('AC19', terms ?? {})]).toEqual([7, 8]);
    expect(clauseOf(almacare, 'known-error-declared', 'gate').until?.all).toEqual([
      ['problem.cause-found'],
      ['problem.workaround-found', 'problem.alternative-found'],
    ]);
  });
});

describe('TuxCare TAM', () => {
  test.for([
    ['tam', 8],
    ['dedicated-tam', 40],
  ] as const)('TX1: %s, %i hours a week', ([level, promised]) => {
    const term = termOf(tuxcare, 'weekly-hours', { level });
    expect(term.quantity(level, undefined)).toEqual(value({ of: 'time', seconds: promised * 3600 }));
  });

  test('TX1: warned of first, and an approval on record beyond', () => {
    const clause = clauseOf(tuxcare, 'weekly-hours', 'limit');
    expect(clause.per).toEqual({ unit: 'week', aligned: 'calendar' });
    expect(clause['warn-at']).toBe(80);
    expect(clause.unless?.all).toEqual([['hours.excess-approved']]);
    expect(clause.else?.approval).toEqual({ provider: 'service-manager' });
  });

  test('TX4: every other week', () => {
    const term = termOf(tuxcare, 'call-every-other-week', { level: 'tam' });
    expect(term.duration('tam', undefined)).toEqual(value(dates(2, 'week')));
    expect(clauseOf(tuxcare, 'actions-closed', 'request').until.all).toEqual([['action.closed']]);
  });

  test('TX6: outside the hours of the manager a request goes to regular support', () => {
    expect(tuxcare.ready.description.channels['account-manager']).toMatchObject({
      hours: { parameter: 'manager-hours' },
      otherwise: 'regular-support',
    });
  });

  test('TX8: no task without agreement', () => {
    const clause = clauseOf(tuxcare, 'agreement-before-tasks', 'gate');
    expect(clause).toMatchObject({ gate: ['managed-task.started'], until: { all: [['managed-task.agreed']] } });
  });

  test('TX12: once or twice a year, never more by contract', () => {
    const times = (visits: string) => {
      const agreed = { level: 'dedicated-tam', parameters: { 'visits-a-year': visits } };
      return termsOf(tuxcare.ready, agreed).ok;
    };
    expect(['0', '1', '2', '1..2', '3'].map(times)).toEqual([false, true, true, true, false]);
    expect(clauseOf(tuxcare, 'site-visits', 'count').per).toEqual({ unit: 'year', aligned: 'contract' });
  });

  test('TX13: more than 5 consecutive days, before the leave begins', () => {
    const clause = clauseOf(tuxcare, 'temporary-manager', 'before');
    expect(clause.if?.anyOf.flat()).toContainEqual({
      field: 'leave.consecutive-days',
      comparison: '>',
      values: [5],
    });
    expect(clause).toMatchObject({ before: 'leave.begins', until: { all: [['cover.arranged']] } });
  });

  test('TX7 to TX13 belong to the dedicated TAM only, TX14 makes an add-on', () => {
    const ofBoth = ['call-every-other-week', 'configuration-assistance', 'product-training', 'vendors-coordinated'];
    const ofOne = ['primary-contact', 'tasks-taken-over', 'ticketing-connected', 'site-visits', 'temporary-manager'];
    const reaches = (promise: string) => termOf(tuxcare, promise, { level: 'tam' }).appliesTo('tam');
    expect([ofBoth.every(reaches), ofOne.some(reaches)]).toEqual([true, false]);
    expect(tuxcare.ready.description.service['attaches-to']?.services).toEqual(['any support service']);
  });
});

describe('GitLab TAM', () => {
  test('GL1: $50,000 or more for Enterprise, more than that for Commercial', () => {
    const rules = gitlab.ready.description.eligibility?.rules;
    expect(rules?.['enterprise']?.if.anyOf).toEqual([
      [
        { field: 'segment', comparison: '=', values: ['enterprise'] },
        { field: 'annual-recurring-revenue', comparison: '>=', values: [50_000] },
      ],
    ]);
    expect(rules?.['commercial']?.if.anyOf).toEqual([
      [
        { field: 'segment', comparison: 'in', values: ['mid-market', 'small-business'] },
        { field: 'annual-recurring-revenue', comparison: '>', values: [50_000] },
      ],
    ]);
    expect(gitlab.ready.description.eligibility?.exceptions?.['growth']?.['decided-by']).toHaveLength(2);
  });

  test('GL2: weekly where nothing else is agreed', () => {
    const { duration } = termOf(gitlab, 'cadence-calls', { level: 'enterprise' });
    expect(duration('enterprise', undefined)).toEqual(value(dates(1, 'week')));
    expect(clauseOf(gitlab, 'plan-before-live-upgrade', 'before').ahead).toEqual({
      by: 'all',
      cell: { cell: 'parameter', parameter: 'upgrade-lead-time' },
    });
  });

  test('GL5: one or two executive reviews a year for Enterprise, on request for Commercial', () => {
    const enterprise = termOf(gitlab, 'executive-reviews', { level: 'enterprise' });
    expect(enterprise.times('enterprise', undefined)).toEqual(value({ least: 1, most: 2 }));
    const commercial = termOf(gitlab, 'executive-reviews', { level: 'commercial' });
    expect(commercial.times('commercial', undefined)).toEqual({ is: 'on-request' });
  });

  test.for(['architect-told', 'leader-told', 'cover-arranged'])('GL15: %s before time off begins', (promise) => {
    expect(clauseOf(gitlab, promise, 'before')).toMatchObject({ when: ['leave.approved'], before: 'leave.begins' });
  });

  test('GL16: the list of services is open', () => {
    expect(gitlab.ready.description.scope.open).toBeDefined();
  });
});

describe('AWS TAM', () => {
  test('AW1 and AW12: monthly at On-Ramp, as agreed at Enterprise', () => {
    const agreed = { level: 'enterprise', parameters: { 'meeting-interval': '1 month' } };
    const usual = termOf(aws, 'meetings', { level: 'enterprise' });
    expect(usual.duration('enterprise', undefined)).toEqual(value(dates(1, 'week')));
    expect(usual.duration('on-ramp', undefined)).toEqual(value(dates(1, 'month')));
    expect(termOf(aws, 'meetings', agreed).duration('enterprise', undefined)).toEqual(value(dates(1, 'month')));
  });

  test('AW4 and AW12: event plans at Enterprise, not by default at On-Ramp', () => {
    const term = termOf(aws, 'event-plans', { level: 'enterprise' });
    expect([term.appliesTo('enterprise'), term.appliesTo('on-ramp')]).toEqual([true, false]);
  });

  test('AW8: previews while a non-disclosure agreement is in force', () => {
    const clause = clauseOf(aws, 'previews-under-agreement', 'gate');
    expect(clause).toMatchObject({ gate: ['preview.held'], while: 'non-disclosure-agreement.in-force' });
  });

  test('AW10: four kinds of work, each redirected somewhere', () => {
    const excluded = Object.values(aws.ready.description.scope.excluded ?? {});
    expect(excluded.map(({ instead }) => typeof instead)).toEqual(['string', 'string', 'string', 'string']);
    expect(clauseOf(aws, 'redirected-work', 'request').until.all).toEqual([
      ['work-out-of-role.declined'],
      ['work-out-of-role.redirected'],
    ]);
  });

  test('AW11: business reviews quarterly, monthly by contract, and nothing rarer', () => {
    const agreeing = (interval: string) =>
      termsOf(aws.ready, { level: 'on-ramp', parameters: { 'business-review-interval': interval } }).ok;
    expect(['3 months', '1 month', '6 months'].map(agreeing)).toEqual([true, true, false]);
  });
});

describe('Calligo TAM', () => {
  test('CA8: a report and a review after every P1 incident, and no other', () => {
    for (const promise of ['incident-reports', 'post-incident-reviews']) {
      const clause = clauseOf(calligo, promise, 'response');
      expect(clause.when).toEqual(['incident.resolved']);
      expect(clause.if?.anyOf).toEqual([[{ field: 'severity', comparison: '=', values: [1] }]]);
    }
  });

  test('CA10: no start before agreement on acceptance and its sign-off', () => {
    const clause = clauseOf(calligo, 'no-start-without-acceptance', 'gate');
    expect(clause.gate).toEqual(['contract.started']);
    expect(clause.until?.all).toEqual([['acceptance-criteria.given'], ['service-acceptance.given']]);
  });

  test('CA7 and CA15: the customer answers for changes of scope', () => {
    expect(calligo.ready.description.responsibilities?.['scope-changes']?.customer).toEqual({ 'service-owner': ['A'] });
    expect(clauseOf(calligo, 'scope-changes', 'gate').until?.all).toEqual([['scope-change.agreed']]);
  });

  test('CA11: three types of change', () => {
    expect(Object.keys(calligo.ready.description.changes?.types ?? {})).toEqual(['normal', 'standard', 'emergency']);
  });

  test('CA12: sections that are empty stand there even so', () => {
    const { requests, objectives, residency, document } = calligo.ready.description;
    expect({
      requests,
      objectives,
      data: residency?.data,
      support: residency?.support,
      related: document.related,
    }).toEqual({
      requests: {},
      objectives: {},
      data: [],
      support: [],
      related: [],
    });
  });
});
