import { describe, expect, test } from 'vitest';
import { type Agreed, type Clock, type Fact, type FactData, clocksOf, termsOf } from '@tamarack/core';
import { readService } from './read-service.ts';

/** Rows of SERVICES.md that are kept by clocks, each shown kept and shown broken. */
const almacare = await readService('services/almacare.yaml');
const tuxcare = await readService('services/tuxcare-tam.yaml');
const gitlab = await readService('services/gitlab-tam.yaml');
const aws = await readService('services/aws-enterprise.yaml');
const calligo = await readService('services/calligo-tam.yaml');

const at = (when: string) => Temporal.Instant.from(when).epochMilliseconds / 1000;

type Rest = { readonly about?: string; readonly by?: string; readonly data?: FactData };

function fact(when: string, name: string, subject: string, rest: Rest = {}): Fact {
  return { at: at(when), fact: name, subject, ...rest };
}

function clocks(
  service: typeof almacare,
  promise: string,
  agreed: Agreed,
  facts: readonly Fact[],
  now: string,
): Clock[] {
  const terms = termsOf(service.ready, agreed);
  if (!terms.ok) throw new Error(terms.refusal.sentence);
  const term = terms.value.promises.get(promise);
  if (!term) throw new Error(`There is no promise "${promise}".`);
  return clocksOf(terms.value, term, facts, at(now));
}

const states = (found: readonly Clock[]) => found.map(({ state }) => state);
const due = (found: readonly Clock[]) =>
  found.map((clock) => (clock.due === undefined ? undefined : new Date(clock.due * 1000).toISOString().slice(0, 16)));

// Monday, 1 June 2026, 08:00 in New York; no public holiday until Juneteenth, the 19th.
const MONDAY = '2026-06-01T12:00:00Z';

describe('TuxCare', () => {
  const tam = { level: 'tam' };
  const dedicated = { level: 'dedicated-tam' };
  const started = fact(MONDAY, 'contract.started', 'contract');
  const logged = (when: string, hours: number) =>
    fact(when, 'hours.logged', 'tam', { data: { seconds: hours * 3600 } });

  test('TX6: each account manager has hours of their own, which the contract brings along', () => {
    const lisbon = { zone: 'Europe/Lisbon', weekly: { 'mon-fri': ['09:00-18:00'] } };
    const own = { ...tam, calendars: { lisbon }, parameters: { 'manager-hours': 'lisbon' } };
    const calls = (agreed: Agreed, ...facts: Fact[]) =>
      clocks(tuxcare, 'call-every-other-week', agreed, [started, ...facts], '2026-06-15T00:00:00Z');
    // Two weeks end at midnight in Lisbon, and five hours later at midnight in New York.
    expect(due(calls(own))[0]).toBe('2026-06-14T23:00');
    expect(due(calls(tam))[0]).toBe('2026-06-15T04:00');
    expect(states(calls(own))[0]).toBe('breached');
    expect(states(calls(own, fact('2026-06-14T22:59:59Z', 'cadence-call.held', 'call')))[0]).toBe('met');
  });

  test('TX1: 8 hours a week (TAM) or 40 (dTAM); a warning, and over it only with a recorded approval', () => {
    const week = (agreed: Agreed, ...facts: Fact[]) =>
      clocks(tuxcare, 'weekly-hours', agreed, [started, ...facts], '2026-06-05T00:00:00Z');
    const eight = [logged('2026-06-02T15:00:00Z', 7), logged('2026-06-03T15:00:00Z', 1)];
    expect(week(tam, ...eight)).toMatchObject([
      { state: 'running', tally: { counted: 28_800, most: 28_800 }, warnedAt: at('2026-06-02T15:00:00Z') },
    ]);
    const over = logged('2026-06-04T15:00:00Z', 1);
    expect(states(week(tam, ...eight, over))).toEqual(['breached']);
    expect(states(week(dedicated, ...eight, over))).toEqual(['running']);
    const approval = fact('2026-06-04T14:00:00Z', 'hours.excess-approved', 'tam', { data: { seconds: 3600 } });
    expect(states(week(tam, ...eight, approval, over))).toEqual(['running']);
    expect(states(week(tam, ...eight, over, approval))).toEqual(['breached']);
  });

  test('TX4: a call every other week, and each issue found is followed to its end', () => {
    const calls = [fact('2026-06-10T15:00:00Z', 'cadence-call.held', 'call-1')];
    const found = clocks(tuxcare, 'call-every-other-week', tam, [started, ...calls], '2026-06-30T00:00:00Z');
    expect(due(found)).toEqual(['2026-06-15T04:00', '2026-06-29T04:00', '2026-07-13T04:00']);
    expect(states(found)).toEqual(['met', 'breached', 'running']);
    const action = (when: string, event: string) => fact(when, `action.${event}`, 'action-1');
    const raised = action('2026-06-10T15:30:00Z', 'raised');
    const closed = action('2026-07-01T15:30:00Z', 'closed');
    expect(states(clocks(tuxcare, 'actions-closed', tam, [raised], '2026-07-01T00:00:00Z'))).toEqual(['running']);
    expect(states(clocks(tuxcare, 'actions-closed', tam, [raised, closed], '2026-08-01T00:00:00Z'))).toEqual(['met']);
    expect(states(clocks(tuxcare, 'actions-looked-at', tam, [raised, closed], '2026-08-01T00:00:00Z'))).toEqual([
      'breached',
      'met',
    ]);
    const seen = action('2026-06-24T15:00:00Z', 'reviewed');
    expect(states(clocks(tuxcare, 'actions-looked-at', tam, [raised, seen, closed], '2026-08-01T00:00:00Z'))).toEqual([
      'met',
      'met',
    ]);
  });

  test("TX8: no task begins before the customer's agreement to that task", () => {
    const task = (when: string, event: string, subject: string) => fact(when, `managed-task.${event}`, subject);
    const facts = [
      task('2026-06-02T12:00:00Z', 'agreed', 'a'),
      task('2026-06-03T12:00:00Z', 'started', 'a'),
      task('2026-06-03T12:00:00Z', 'started', 'b'),
    ];
    expect(states(clocks(tuxcare, 'agreement-before-tasks', dedicated, facts, '2026-07-01T00:00:00Z'))).toEqual([
      'met',
      'breached',
    ]);
    expect(clocks(tuxcare, 'agreement-before-tasks', tam, facts, '2026-07-01T00:00:00Z')).toEqual([]);
  });

  test('TX12: one or two visits a year, as the contract says', () => {
    const visit = (when: string) => fact(when, 'site-visit.held', 'visit');
    const year = (times: string, ...facts: Fact[]) =>
      states(
        clocks(
          tuxcare,
          'site-visits',
          { ...dedicated, parameters: { 'visits-a-year': times } },
          [started, ...facts],
          '2027-06-02T00:00:00Z',
        ),
      );
    const once = visit('2026-09-01T12:00:00Z');
    expect(year('1', once)).toEqual(['met', 'running']);
    expect(year('1..2', once)).toEqual(['met', 'running']);
    expect(year('2', once)).toEqual(['breached', 'running']);
    expect(year('2', once, visit('2027-06-01T03:59:59Z'))).toEqual(['met', 'running']);
    expect(year('2', once, visit('2027-06-01T04:00:00Z'))).toEqual(['breached', 'running']);
  });

  test('TX13: leave of more than five days in a row makes the provider assign a temporary manager before it begins', () => {
    const leave = (days: number, role = 'account-manager') =>
      fact(MONDAY, 'leave.approved', 'leave-1', { data: { begins: '2026-07-01', 'consecutive-days': days, role } });
    const cover = (when: string) => fact(when, 'cover.arranged', 'cover-1', { about: 'leave-1' });
    const asked = (facts: Fact[]) => clocks(tuxcare, 'temporary-manager', dedicated, facts, '2026-08-01T00:00:00Z');
    expect(states(asked([leave(6), cover('2026-06-30T12:00:00Z')]))).toEqual(['met']);
    expect(states(asked([leave(6), cover('2026-07-02T12:00:00Z')]))).toEqual(['breached']);
    expect(states(asked([leave(6)]))).toEqual(['breached']);
    expect(asked([leave(5)])).toEqual([]);
    expect(asked([leave(6, 'support-engineer')])).toEqual([]);
  });
});

describe('AlmaCare', () => {
  const enhanced = { level: 'enhanced' };
  const essential = { level: 'essential' };
  const incident = (when: string, event: string, rest: Rest = {}) => fact(when, `incident.${event}`, 'INC1', rest);
  const received = (severity: number, rest: Rest = {}) =>
    incident('2026-06-06T12:00:00Z', 'received', { ...rest, data: { severity } }); // a Saturday

  test('AC5: a technical lead takes the seat, and submits tickets, only after the training', () => {
    const person = (event: string, who: string) =>
      fact(MONDAY, `person.${event}`, who, { data: { role: 'technical-lead' } });
    const seats = [person('trained', 'ada'), person('seated', 'ada'), person('seated', 'bob')];
    expect(states(clocks(almacare, 'training-before-seat', enhanced, seats, '2026-07-01T00:00:00Z'))).toEqual([
      'met',
      'breached',
    ]);
    const tickets = ['ada', 'bob'].map((by) => fact('2026-06-06T12:00:00Z', 'incident.received', `INC-${by}`, { by }));
    expect(
      states(clocks(almacare, 'trained-submitters', enhanced, [...seats, ...tickets], '2026-07-01T00:00:00Z')),
    ).toEqual(['met', 'breached']);
  });

  test.for([
    [essential, 1, '2026-06-06T14:00'],
    [essential, 2, '2026-06-07T00:00'],
    [essential, 3, '2026-06-10T13:00'],
    [essential, 4, '2026-06-15T13:00'],
    [enhanced, 1, '2026-06-06T12:30'],
    [enhanced, 2, '2026-06-06T14:00'],
    [enhanced, 3, '2026-06-07T00:00'],
    [enhanced, 4, '2026-06-10T13:00'],
  ] as const)(
    'AC12: first response, %o, severity %i, is due %s: kept in that second, broken in the next',
    ([agreed, severity, by]) => {
      const answered = (when: string) =>
        clocks(
          almacare,
          'first-response',
          agreed,
          [received(severity), incident(when, 'acknowledged')],
          '2026-07-01T00:00:00Z',
        );
      expect(due(answered(`${by}:00Z`))).toEqual([by]);
      expect(states(answered(`${by}:00Z`))).toEqual(['met']);
      expect(states(answered(`${by}:01Z`))).toEqual(['breached']);
    },
  );

  test('AC13: response time runs from the receipt to the confirmation of receipt', () => {
    const [clock] = clocks(
      almacare,
      'first-response',
      enhanced,
      [received(1), incident('2026-06-06T12:10:00Z', 'assigned'), incident('2026-06-06T12:20:00Z', 'acknowledged')],
      '2026-07-01T00:00:00Z',
    );
    expect(clock).toMatchObject({
      opened: at('2026-06-06T12:00:00Z'),
      metAt: at('2026-06-06T12:20:00Z'),
      elapsed: 1200,
    });
    expect(
      states(
        clocks(
          almacare,
          'first-response',
          enhanced,
          [received(1), incident('2026-06-06T12:10:00Z', 'replied')],
          '2026-07-01T00:00:00Z',
        ),
      ),
    ).toEqual(['breached']);
  });

  test("AC15: on the customer's side an incident stays one calendar week, then it is closed by timeout", () => {
    const handed = incident('2026-06-08T12:00:00Z', 'handed-to-customer');
    const asked = (...facts: Fact[]) =>
      clocks(almacare, 'customer-answers', enhanced, [received(2), handed, ...facts], '2026-07-01T00:00:00Z');
    expect(due(asked())).toEqual(['2026-06-15T12:00']);
    expect(states(asked())).toEqual(['breached']);
    expect(states(asked(incident('2026-06-15T12:00:00Z', 'handed-to-provider')))).toEqual(['met']);
    expect(almacare.ready.description.promises['customer-answers']?.else?.close).toBe('timeout');
  });

  test('AC17: reports at the rhythm of the severity, each missed one counted; severity 4 only on request', () => {
    const reports = (promise: string, severity: number, now: string, ...facts: Fact[]) =>
      clocks(almacare, promise, enhanced, [received(severity), ...facts], now);
    expect(due(reports('standstill-reports', 1, '2026-06-06T12:00:00Z'))).toEqual(['2026-06-07T12:00']);
    const early = incident('2026-06-06T13:00:00Z', 'reported');
    expect(states(reports('standstill-reports', 1, '2026-06-09T13:00:00Z', early))).toEqual([
      'met',
      'breached',
      'breached',
      'running',
    ]);
    expect(due(reports('progress-reports', 2, '2026-06-06T12:00:00Z'))).toEqual(['2026-06-11T13:00']);
    expect(due(reports('progress-reports', 3, '2026-06-06T12:00:00Z'))).toEqual(['2026-06-20T12:00']);
    const kept = incident('2026-06-20T12:00:00Z', 'reported');
    expect(states(reports('progress-reports', 3, '2026-06-21T12:00:00Z', kept))).toEqual(['met', 'running']);
    expect(states(reports('progress-reports', 3, '2026-06-21T12:00:00Z'))).toEqual(['breached', 'running']);
    expect(reports('progress-reports', 4, '2027-01-01T00:00:00Z')).toEqual([]);
    expect(reports('progress-reports', 1, '2027-01-01T00:00:00Z')).toEqual([]);
  });

  test('AC17: a business standstill is reported on at most once a day', () => {
    const agreed = { ...enhanced, parameters: { 'standstill-report-interval': '1 day' } };
    const late = incident('2026-06-06T23:00:00Z', 'reported');
    expect(due(clocks(almacare, 'standstill-reports', agreed, [received(1), late], '2026-06-06T23:30:00Z'))).toEqual([
      '2026-06-07T12:00',
      '2026-06-07T23:00',
    ]);
  });

  test('AC20: only with a valid licence', () => {
    const licence = (when: string, event: string) => fact(when, `licence.${event}`, 'key');
    const valid = [licence(MONDAY, 'issued'), received(1)];
    expect(states(clocks(almacare, 'entitlement', enhanced, valid, '2026-07-01T00:00:00Z'))).toEqual(['met']);
    expect(
      states(
        clocks(
          almacare,
          'entitlement',
          enhanced,
          [licence(MONDAY, 'issued'), licence(MONDAY, 'expired'), received(1)],
          '2026-07-01T00:00:00Z',
        ),
      ),
    ).toEqual(['breached']);
    expect(states(clocks(almacare, 'entitlement', enhanced, [received(1)], '2026-07-01T00:00:00Z'))).toEqual([
      'breached',
    ]);
  });
});

describe('GitLab', () => {
  const started = fact(MONDAY, 'contract.started', 'contract');

  test('GL5: one or two executive reviews a year for Enterprise, as needed for Commercial', () => {
    const review = fact('2026-12-01T12:00:00Z', 'executive-review.held', 'review');
    const year = (level: string, times: string, ...facts: Fact[]) =>
      states(
        clocks(
          gitlab,
          'executive-reviews',
          { level, parameters: { 'executive-reviews-a-year': times } },
          [started, ...facts],
          '2027-06-02T00:00:00Z',
        ),
      );
    expect(year('enterprise', '1..2', review)).toEqual(['met', 'running']);
    expect(year('enterprise', '1..2')).toEqual(['breached', 'running']);
    expect(year('enterprise', '2', review)).toEqual(['breached', 'running']);
    expect(year('commercial', '2')).toEqual([]);
  });

  test('GL15: stand-ins are told beforehand and cover is arranged; a call in that time may be moved', () => {
    const leave = fact(MONDAY, 'leave.approved', 'leave-1', {
      data: { begins: '2026-07-01', role: 'account-manager' },
    });
    const told = (event: string, when: string) => fact(when, `leave-notice.${event}`, 'notice-1', { about: 'leave-1' });
    const enterprise = { level: 'enterprise' };
    const asked = (promise: string, ...facts: Fact[]) =>
      states(clocks(gitlab, promise, enterprise, [leave, ...facts], '2026-07-05T00:00:00Z'));
    expect(asked('architect-told', told('solutions-architect-told', '2026-06-20T12:00:00Z'))).toEqual(['met']);
    expect(asked('architect-told', told('account-leader-told', '2026-06-20T12:00:00Z'))).toEqual(['breached']);
    expect(asked('leader-told', told('account-leader-told', '2026-06-20T12:00:00Z'))).toEqual(['met']);
    expect(asked('leader-told')).toEqual(['breached']);
    expect(
      asked('cover-arranged', fact('2026-06-20T12:00:00Z', 'cover.arranged', 'cover-1', { about: 'leave-1' })),
    ).toEqual(['met']);
    expect(
      asked('cover-arranged', fact('2026-06-20T12:00:00Z', 'cover.arranged', 'cover-1', { about: 'leave-2' })),
    ).toEqual(['breached']);
    const covering = (event: string) =>
      fact('2026-06-30T12:00:00Z', `cover.${event}`, 'cover-1', { data: { role: 'covering-account-manager' } });
    expect(asked('briefing-before-cover', covering('briefed'), covering('introduced'), covering('begins'))).toEqual([
      'met',
    ]);
    expect(asked('briefing-before-cover', covering('briefed'), covering('begins'))).toEqual(['breached']);
    const moved = fact('2026-06-03T12:00:00Z', 'cadence-call.moved', 'call-1');
    expect(
      clocks(gitlab, 'cadence-calls', enterprise, [started, moved], '2026-06-16T00:00:00Z').map(
        ({ state, because }) => because ?? state,
      ),
    ).toEqual(['excused', 'breached', 'running']);
  });
});

describe('AWS', () => {
  test('AW8: previews only under a non-disclosure agreement in force', () => {
    const agreement = (when: string, event: string) => fact(when, `non-disclosure-agreement.${event}`, 'nda');
    const preview = (when: string) => fact(when, 'preview.held', when);
    const facts = [
      preview('2026-06-01T12:00:00Z'),
      agreement('2026-06-02T12:00:00Z', 'given'),
      preview('2026-06-03T12:00:00Z'),
      agreement('2026-06-04T12:00:00Z', 'withdrawn'),
      preview('2026-06-05T12:00:00Z'),
    ];
    expect(
      states(clocks(aws, 'previews-under-agreement', { level: 'enterprise' }, facts, '2026-07-01T00:00:00Z')),
    ).toEqual(['breached', 'met', 'breached']);
  });
});

describe('Calligo', () => {
  const standard = { level: 'standard' };

  test('CA8: for every P1 an incident report and a review', () => {
    const incident = (severity: number) => [
      fact('2026-06-01T08:00:00Z', 'incident.received', 'P', { data: { severity } }),
      fact('2026-06-01T12:00:00Z', 'incident.resolved', 'P'),
      fact('2026-06-02T12:00:00Z', 'incident.closed', 'P'),
    ];
    const report = (when: string) => fact(when, 'incident-report.delivered', 'report', { about: 'P' });
    const review = (when: string) => fact(when, 'post-incident-review.held', 'review', { about: 'P' });
    const asked = (promise: string, severity: number, ...facts: Fact[]) =>
      states(clocks(calligo, promise, standard, [...incident(severity), ...facts], '2026-08-01T00:00:00Z'));
    expect(asked('incident-reports', 1, report('2026-06-05T12:00:00Z'))).toEqual(['met']);
    expect(asked('incident-reports', 1)).toEqual(['breached']);
    expect(asked('incident-reports', 1, report('2026-06-10T12:00:00Z'))).toEqual(['breached']);
    expect(asked('incident-reports', 2)).toEqual([]);
    expect(asked('post-incident-reviews', 1, review('2026-06-12T12:00:00Z'))).toEqual(['met']);
    expect(asked('post-incident-reviews', 1)).toEqual(['breached']);
  });

  test('CA13: feedback on service levels is obtained', () => {
    const started = fact('2026-06-01T08:00:00Z', 'contract.started', 'contract');
    const feedback = fact('2026-08-31T12:00:00Z', 'client-feedback.obtained', 'feedback');
    expect(states(clocks(calligo, 'feedback', standard, [started, feedback], '2026-09-02T00:00:00Z'))).toEqual([
      'met',
      'running',
    ]);
    expect(states(clocks(calligo, 'feedback', standard, [started], '2026-09-02T00:00:00Z'))).toEqual([
      'breached',
      'running',
    ]);
  });

  test("CA15: a change of scope begins only with the customer's approval", () => {
    const change = (event: string, subject: string) => fact(MONDAY, `scope-change.${event}`, subject);
    const facts = [change('agreed', 'a'), change('started', 'a'), change('started', 'b')];
    expect(states(clocks(calligo, 'scope-changes', standard, facts, '2026-07-01T00:00:00Z'))).toEqual([
      'met',
      'breached',
    ]);
  });
});
