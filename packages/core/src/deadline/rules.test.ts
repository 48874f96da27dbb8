/* The rules of DESIGN.md under "Time", each by name. */
import { describe, expect, it } from 'vitest';
import { clocksOf } from './clocks-of.ts';
import { explainClock } from './explain-clock.ts';
import { follow } from './follow.ts';
import { at, clock, clocks, fact, outline, ready, term, terms } from './oracles/clocks.ts';
import { LIGHTHOUSE } from './oracles/lighthouse.ts';

const received = fact('2026-06-01T09:00', 'incident.received', 'i1', { data: { severity: 2 } });
const happened = (when: string, event: string, data?: Record<string, number | string>) =>
  fact(when, `incident.${event}`, 'i1', data ? { data } : {});

describe('a later edit never rewrites a finished clock', () => {
  const facts = [received, happened('2026-06-01T12:00', 'acknowledged')];
  const old = terms();
  const edited = terms(
    {},
    ready(
      LIGHTHOUSE.replace(
        "weekly: {mon-fri: ['09:00-17:00']}, holidays",
        "weekly: {mon-fri: ['11:00-12:00']}, holidays",
      ).replace('2: 4 hours, 3: 2 business days}\n      beam', '2: 2 hours, 3: 2 business days}\n      beam'),
    ),
  );
  const now = at('2026-06-09T00:00');

  it('the same facts under another description are another clock', () => {
    expect(clocksOf(edited, term(edited, 'answer'), facts, now).map(outline)).toEqual([
      'met · due 2026-06-02T12:00 · met 2026-06-01T12:00',
    ]);
  });
  it('the clock under the description of its receipt stays, before and after the edit was read', () => {
    const before = clocksOf(old, term(old, 'answer'), facts, now);
    clocksOf(edited, term(edited, 'answer'), facts, now);
    const after = clocksOf(old, term(old, 'answer'), facts, now);
    expect(after).toEqual(before);
    expect(after.map(outline)).toEqual(['met · due 2026-06-01T13:00 · met 2026-06-01T12:00']);
    expect(after.map((one) => explainClock(one, now))).toEqual(before.map((one) => explainClock(one, now)));
  });
});

describe('severity or level change', () => {
  const facts = [
    fact('2026-06-01T09:00', 'incident.received', 'i1', { data: { severity: 1 } }),
    happened('2026-06-01T10:00', 'handed-to-customer'),
    happened('2026-06-01T11:00', 'handed-to-provider'),
    happened('2026-06-01T12:00', 'severity-changed', { severity: 2 }),
    happened('2026-06-01T12:30', 'severity-changed', { severity: 1 }),
  ];
  it('the new target counts from the same start, pauses already earned stay earned', () => {
    expect(outline(clock('repair', facts.slice(0, 4), '2026-06-01T12:00'))).toBe('running · due 2026-06-03T10:00');
    expect(outline(clock('repair', facts, '2026-06-01T12:30'))).toBe('running · due 2026-06-01T14:00');
  });
  it('the clock shows every target that it had, each with the severity, and since when', () => {
    expect(clock('repair', facts, '2026-06-01T12:30').targets.map(({ severity, since }) => [severity, since])).toEqual([
      [1, at('2026-06-01T09:00')],
      [2, at('2026-06-01T12:00')],
      [1, at('2026-06-01T12:30')],
    ]);
  });
});

describe('reopening', () => {
  it('starts a new cycle of the clocks that apply; past cycles stay visible with their outcome', () => {
    const facts = [
      received,
      happened('2026-06-01T14:00', 'resolved'),
      happened('2026-06-02T09:00', 'reopened'),
      happened('2026-06-02T10:00', 'acknowledged'),
    ];
    const all = ['answer', 'repair', 'status'].flatMap((promise) =>
      clocks(promise, facts, '2026-06-02T10:00').map((one) => `${promise} ${one.cycle} ${one.state}`),
    );
    expect(all).toEqual([
      'answer 1 breached',
      'answer 2 met',
      'repair 1 met',
      'repair 2 running',
      'status 1 breached',
      'status 1 ended',
      'status 2 running',
    ]);
  });
});

describe('merging', () => {
  it('ends the clocks as merged, never as breached or met', () => {
    const facts = [received, happened('2026-06-01T10:00', 'merged')];
    for (const promise of ['answer', 'repair', 'status']) {
      expect(clock(promise, facts, '2027-01-01T00:00')).toMatchObject({
        state: 'ended',
        because: 'merged',
        endedAt: at('2026-06-01T10:00'),
      });
    }
  });
  it('leaves a breach that came before it a breach', () => {
    expect(clock('answer', [received, happened('2026-06-01T13:01', 'merged')], '2027-01-01T00:00')).toMatchObject({
      state: 'breached',
      because: 'merged',
    });
  });
});

describe('every clock of a ticket is visible', () => {
  it('not only the nearest: response, repair and each turn of updates at once', () => {
    const settled = terms();
    const open = [...settled.promises.values()].flatMap((each) =>
      clocksOf(settled, each, [received], at('2026-06-01T09:30')),
    );
    const names = ['answer', 'repair', 'epoch', 'beam-contact', 'status', 'licensed', 'trained'];
    expect(open.map(({ promise }) => promise)).toEqual(names);
  });
});

describe('a breach is recorded once', () => {
  it('at the same instant, whoever sees it first and however often it is asked for', () => {
    const settled = terms();
    const follower = follow(settled, term(settled, 'answer'), 'i1', 'incident');
    follower.take(received);
    const seen = ['2026-06-01T13:00:01', '2026-06-01T20:00', '2026-07-01T00:00'].map(
      (when) => follower.clocksAt(at(when))[0]?.breachedAt,
    );
    follower.take(happened('2026-07-02T00:00', 'acknowledged'));
    seen.push(follower.clocksAt(at('2026-08-01T00:00'))[0]?.breachedAt);
    expect(new Set(seen)).toEqual(new Set([at('2026-06-01T13:00')]));
  });
});

describe('the edges of a second', () => {
  it('evidence in the very second of the deadline is in time', () => {
    expect(clock('answer', [received, happened('2026-06-01T13:00:00', 'acknowledged')], '2026-06-02T00:00').state).toBe(
      'met',
    );
  });
  it('a target already missed when it comes into force is missed then, not earlier', () => {
    const raised = happened('2026-06-01T12:00', 'severity-changed', { severity: 1 });
    expect(clock('answer', [received, raised], '2026-06-01T12:00').breachedAt).toBe(at('2026-06-01T12:00'));
  });
});

describe('missed updates', () => {
  it('count each', () => {
    expect(clocks('status', [received], '2026-06-02T17:00').map(({ state }) => state)).toEqual([
      'breached',
      'breached',
      'breached',
      'running',
    ]);
  });
});

describe('hostile facts', () => {
  it.each([Number.NaN, Number.POSITIVE_INFINITY, 1e15, -1e15, 0.5])(
    'an instant of %d is the mistake of whoever read it',
    (odd) => {
      const settled = terms();
      for (const promise of ['answer', 'calls', 'hours', 'licensed']) {
        expect(() =>
          clocksOf(settled, term(settled, promise), [{ ...received, at: odd }], at('2026-06-01T00:00')),
        ).toThrow(RangeError);
        expect(() => clocksOf(settled, term(settled, promise), [received], odd)).toThrow(RangeError);
      }
    },
  );
});
