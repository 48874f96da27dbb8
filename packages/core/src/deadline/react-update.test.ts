import { describe, expect, it } from 'vitest';
import { clocksOf } from './clocks-of.ts';
import { follow } from './follow.ts';
import { at, clock, clocks, fact, outline, ready, term, terms, written } from './oracles/clocks.ts';
import { LIGHTHOUSE } from './oracles/lighthouse.ts';

const received = (severity: number, when = '2026-06-01T09:00') =>
  fact(when, 'incident.received', 'i1', { data: { severity } });
const happened = (when: string, event: string, data?: Record<string, number | string>) =>
  fact(when, `incident.${event}`, 'i1', data ? { data } : {});
const MISSED = (due: string) =>
  `breached · due 2026-06-${due} · breached 2026-06-${due} · ended 2026-06-${due} · missed`;

describe('updates while an incident is open', () => {
  it('are due an interval after the opening, then after each report', () => {
    const facts = [received(2), happened('2026-06-01T11:00', 'reported')];
    expect(clocks('status', facts, '2026-06-01T12:00').map((one) => `${one.turn} ${outline(one)}`)).toEqual([
      '1 met · due 2026-06-01T13:00 · met 2026-06-01T11:00',
      '2 running · due 2026-06-01T15:00',
    ]);
  });
  it('are breached each time that they are missed, whether anybody asks or not', () => {
    const missed = [MISSED('01T13:00'), MISSED('01T17:00'), MISSED('02T13:00'), 'running · due 2026-06-02T17:00'];
    expect(clocks('status', [received(2)], '2026-06-02T14:00').map(outline)).toEqual(missed);
    const later = clocks('status', [received(2), happened('2026-06-02T14:00', 'replied')], '2026-06-02T14:00');
    expect(later.map(outline)).toEqual(missed);
  });
  it('are met by the report that comes in the very second of the deadline', () => {
    const facts = [received(2), happened('2026-06-01T13:00', 'reported')];
    expect(clocks('status', facts, '2026-06-01T13:00').map(outline)).toEqual([
      'met · due 2026-06-01T13:00 · met 2026-06-01T13:00',
      'running · due 2026-06-01T17:00',
    ]);
  });
  it('end with the incident, and begin again with its next cycle', () => {
    const facts = [
      received(2),
      happened('2026-06-01T11:00', 'resolved'),
      happened('2026-06-02T10:00', 'reopened'),
      happened('2026-06-02T11:00', 'merged'),
    ];
    expect(
      clocks('status', facts, '2026-06-09T00:00').map((one) => `${one.cycle}/${one.turn} ${outline(one)}`),
    ).toEqual([
      '1/1 ended · due 2026-06-01T13:00 · ended 2026-06-01T11:00 · resolved',
      '2/2 ended · due 2026-06-02T14:00 · ended 2026-06-02T11:00 · merged',
    ]);
  });
  it('are not asked for where they are owed on request only', () => {
    expect(clocks('status', [received(4)], '2026-07-01T00:00')).toEqual([]);
  });
  it('stand while the customer has to answer', () => {
    const handed = happened('2026-06-01T10:00', 'handed-to-customer');
    expect(outline(clock('status', [received(1), handed], '2026-06-01T10:00'))).toBe('paused · due 2026-06-01T10:00');
    const facts = [received(2), handed, happened('2026-06-02T10:00', 'handed-to-provider')];
    expect(clocks('status', facts.slice(0, 2), '2026-06-05T10:00').map(outline)).toEqual(['paused']);
    expect(outline(clock('status', facts, '2026-06-02T10:00'))).toBe('running · due 2026-06-02T13:00');
  });
  it('hand their standing on: a turn missed in the second of the hand-over lets no other run', () => {
    const facts = [received(1), happened('2026-06-01T10:00', 'handed-to-customer')];
    const expected = [MISSED('01T10:00'), 'paused'];
    expect(clocks('status', facts, '2026-06-02T12:00').map(outline)).toEqual(expected);
    const spoken = [...facts, happened('2026-06-02T12:00', 'replied')];
    expect(clocks('status', spoken, '2026-06-02T12:00').map(outline)).toEqual(expected);
    const back = [...spoken, happened('2026-06-02T12:00', 'handed-to-provider')];
    expect(outline(clocks('status', back, '2026-06-02T12:00')[1] ?? clock('status', [], ''))).toBe(
      'running · due 2026-06-02T13:00',
    );
  });
  it('go on standing after a report that was given all the same, with the first reason', () => {
    const facts = [
      received(2),
      happened('2026-06-01T10:00', 'handed-to-customer', { message: 7 }),
      happened('2026-06-01T11:00', 'reported'),
    ];
    const [, second] = clocks('status', facts, '2026-06-01T12:00');
    expect(second).toMatchObject({
      state: 'paused',
      pauses: [{ from: at('2026-06-01T11:00'), because: 'waiting for the customer since message 7' }],
    });
  });
  it('count the new interval from the start of the running turn when severity changes', () => {
    const facts = [received(2), happened('2026-06-01T11:00', 'severity-changed', { severity: 1 })];
    expect(clocks('status', facts, '2026-06-01T11:30').map(outline)).toEqual([
      'breached · due 2026-06-01T10:00 · breached 2026-06-01T11:00 · ended 2026-06-01T11:00 · missed',
      'running · due 2026-06-01T12:00',
    ]);
    const slower = [received(1), happened('2026-06-01T09:30', 'severity-changed', { severity: 2 })];
    expect(clock('status', slower, '2026-06-01T10:30')).toMatchObject({
      due: at('2026-06-01T13:00'),
      targets: [{ severity: 1 }, { severity: 2 }],
    });
  });
  it('miss with the interval that held while they were missed', () => {
    const facts = [received(1), happened('2026-06-01T12:30', 'severity-changed', { severity: 2 })];
    expect(clocks('status', facts, '2026-06-01T12:30').map(outline)).toEqual([
      MISSED('01T10:00'),
      MISSED('01T11:00'),
      MISSED('01T12:00'),
      'running · due 2026-06-01T16:00',
    ]);
  });
  it('end with a severity that is not reported on, and begin with one that is', () => {
    const facts = [
      received(2),
      happened('2026-06-01T10:00', 'severity-changed', { severity: 4 }),
      happened('2026-06-01T11:00', 'severity-changed', { severity: 2 }),
    ];
    expect(clocks('status', facts, '2026-06-01T12:00').map(outline)).toEqual([
      'ended · due 2026-06-01T13:00 · ended 2026-06-01T10:00 · no longer promised at this severity or level',
      'running · due 2026-06-01T15:00',
    ]);
  });
  it('count from the receipt when the severity becomes known later', () => {
    const facts = [
      fact('2026-06-01T09:00', 'incident.received', 'i1'),
      happened('2026-06-01T10:00', 'severity-changed', { severity: 2 }),
    ];
    expect(outline(clock('status', facts, '2026-06-01T10:00'))).toBe('running · due 2026-06-01T13:00');
  });
  it('leave no empty turn where the evidence also ends the state', () => {
    const action = (when: string, event: string) => fact(when, `action.${event}`, 'a1');
    const facts = [
      action('2026-06-01T09:00', 'raised'),
      action('2026-06-03T09:00', 'reviewed'),
      action('2026-06-12T09:00', 'closed'),
    ];
    expect(clocks('actions-seen', facts, '2026-07-01T00:00').map(outline)).toEqual([
      'met · due 2026-06-08T09:00 · met 2026-06-03T09:00',
      MISSED('10T09:00'),
      'met · due 2026-06-17T09:00 · met 2026-06-12T09:00',
    ]);
  });
});

describe('at most once a day', () => {
  const account = { hosted: 'yes' };
  const reported = (when: string) => happened(when, 'reported');
  it('makes the next one due when the office next opens on another date, at the earliest', () => {
    const facts = [received(1, '2026-06-01T07:00'), reported('2026-06-01T08:00')];
    const [, second] = clocks('bulletins', facts, '2026-06-01T08:00', { account });
    expect(written(second?.due)).toBe('2026-06-02T07:00:00Z'); // when the office opens in Berlin
    expect(second?.remaining).toBe(7 * 3600); // until it closes today
  });
  it('counts a report at midnight for the date that begins', () => {
    const facts = [received(1, '2026-06-01T07:00'), reported('2026-06-01T22:00')];
    expect(written(clocks('bulletins', facts, '2026-06-01T22:00', { account }).at(-1)?.due)).toBe(
      '2026-06-03T07:00:00Z',
    );
  });
  it('waits for the word to come back, should the customer have it when one more is allowed', () => {
    const due = (until: string) => {
      const handed = [happened('2026-06-01T14:00', 'handed-to-customer'), happened(until, 'handed-to-provider')];
      const facts = [received(1, '2026-06-01T07:00'), reported('2026-06-01T08:00'), ...handed];
      return written(clocks('bulletins', facts, until, { account }).at(-1)?.due);
    };
    expect(due('2026-06-02T06:59')).toBe('2026-06-02T07:00:00Z');
    expect(due('2026-06-02T08:00')).toBe('2026-06-02T08:00:00Z');
  });
  it('counts reports that nobody had asked for', () => {
    const facts = [
      received(2, '2026-06-01T07:00'),
      reported('2026-06-01T08:00'),
      happened('2026-06-01T08:30', 'severity-changed', { severity: 1 }),
    ];
    expect(written(clock('bulletins', facts, '2026-06-01T08:30', { account }).due)).toBe('2026-06-02T07:00:00Z');
  });
  it('belongs to the condition, of the account as well as of the incident', () => {
    expect(clocks('bulletins', [received(1)], '2026-06-01T12:00', { account: { hosted: 'no' } })).toEqual([]);
    const learned = [fact('2026-05-01T00:00', 'account.marked-notable', 'a', { data: { hosted: 'yes' } }), received(1)];
    const forgotten = fact('2026-05-02T00:00', 'account.changed', 'a', { data: { hosted: null } });
    expect(clocks('bulletins', [...learned.slice(0, 1), forgotten, received(1)], '2026-06-01T12:00')).toEqual([]);
    expect(clocks('bulletins', learned, '2026-06-01T10:00')).toHaveLength(1);
  });
  it('does not pile up while nothing is reported', () => {
    const states = clocks('bulletins', [received(1, '2026-06-01T07:00')], '2026-06-01T14:00', { account });
    expect(states.map((one) => written(one.due))).toEqual([
      '2026-06-01T09:00:00Z',
      '2026-06-01T11:00:00Z',
      '2026-06-01T13:00:00Z',
      '2026-06-01T15:00:00Z',
    ]);
  });
});

describe('a silence of centuries', () => {
  const hourly = terms(
    {},
    ready(LIGHTHOUSE.replace('every: {1: 1 hour, 2: 4 hours, 3: 2 business days, 4: on request}', 'every: 1 minute')),
  );
  it('is 10,000 missed turns, the last of which waits for its evidence', () => {
    const status = term(hourly, 'status');
    const open = { ...received(1), at: at('1801-01-05T09:00') };
    const silent = clocksOf(hourly, status, [open], at('2499-01-01T00:00'));
    expect(silent).toHaveLength(10_001);
    expect(silent.at(-1)).toMatchObject({ state: 'breached' });
    expect(silent.at(-1)).not.toHaveProperty('endedAt');
    const facts = [open, happened('2400-01-01T09:00', 'replied'), happened('2400-01-02T09:00', 'reported')];
    const spoken = clocksOf(hourly, status, facts, at('2400-01-06T09:00'));
    expect(spoken.at(-2)).toMatchObject({ state: 'breached', metAt: at('2400-01-02T09:00') });
    expect(spoken).toHaveLength(10_002);
  });
  it('costs little, however often it is interrupted', () => {
    const follower = follow(hourly, term(hourly, 'status'), 'i1', 'incident');
    follower.take({ ...received(1), at: at('1801-01-05T09:00') });
    for (let year = 1802; year < 2499; year += 1)
      follower.take({ ...happened('2026-06-01T09:00', 'reported'), at: at(`${year}-01-05T09:00`) });
    expect(follower.clocksAt(at('2499-01-01T00:00')).length).toBeLessThan(12_000);
  });
});
