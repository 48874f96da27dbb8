/* Mistakes that other systems of this trade made with clocks, each as a case that ours must pass. */
import { describe, expect, it, vi } from 'vitest';
import { readDescription } from '../agreement/read-description.ts';
import { clocksOf } from './clocks-of.ts';
import type { Fact } from './fact.ts';
import { at, clock, clocks, fact, outline, ready, term, terms, written } from './oracles/clocks.ts';
import { LIGHTHOUSE } from './oracles/lighthouse.ts';

const received = (severity: number, when = '2026-06-01T09:00') =>
  fact(when, 'incident.received', 'i1', { data: { severity } });
const happened = (when: string, event: string, data?: Record<string, number | string>) =>
  fact(when, `incident.${event}`, 'i1', data ? { data } : {});

/** The clocks of a promise in a Lighthouse of another make. */
function under(text: string, promise: string, facts: readonly Fact[], now: string) {
  const settled = terms({}, ready(text));
  return clocksOf(settled, term(settled, promise), facts, at(now));
}

describe('mistakes of others', () => {
  it('zammad: 23:59 ends a day, so a clock over midnight is a minute late', () => {
    const days = LIGHTHOUSE.replace(
      "office: {zone: Etc/UTC, weekly: {mon-fri: ['09:00-17:00']}",
      "office: {zone: Etc/UTC, weekly: {mon-fri: ['00:00-24:00']}",
    );
    const [one] = under(days, 'repair', [received(1, '2026-06-01T22:00')], '2026-06-01T22:00');
    expect(written(one?.due)).toBe('2026-06-02T02:00:00Z');
  });
  it('zammad: merged tickets still escalate', () => {
    const facts = [
      received(1),
      happened('2026-06-01T09:10', 'resolved'),
      happened('2026-06-01T09:20', 'merged'),
      happened('2026-06-01T10:00', 'handed-to-customer'),
      happened('2026-06-01T11:00', 'closed'),
    ];
    const all = ['answer', 'repair', 'after-word', 'customer-answers', 'status'].flatMap((promise) =>
      clocks(promise, facts, '2030-01-01T00:00'),
    );
    expect(all.map(({ promise, state, because }) => [promise, state, because])).toEqual([
      ['answer', 'ended', 'resolved'],
      ['repair', 'met', undefined],
      ['after-word', 'ended', 'merged'],
      ['status', 'ended', 'resolved'],
    ]);
  });
  it('zammad: a promise that no longer applies keeps notifying', () => {
    const lowered = [received(2), happened('2026-06-01T10:00', 'severity-changed', { severity: 4 })];
    expect(clock('status', lowered, '2030-01-01T00:00')).toMatchObject({ state: 'ended' });
  });
  it('zammad: only the nearest clock is shown', () => {
    expect(
      ['answer', 'repair', 'status'].map((promise) => clocks(promise, [received(2)], '2026-06-01T10:00').length),
    ).toEqual([1, 1, 1]);
  });
  it('glpi: the accumulated pause is lost when SLA or priority change', () => {
    const facts = [
      received(1),
      happened('2026-06-01T10:00', 'handed-to-customer'),
      happened('2026-06-01T12:00', 'handed-to-provider'),
      happened('2026-06-01T12:10', 'level-changed', { level: 'lamp' }),
      happened('2026-06-01T12:20', 'severity-changed', { severity: 3 }),
      happened('2026-06-01T12:30', 'severity-changed', { severity: 1 }),
    ];
    expect(outline(clock('repair', facts, '2026-06-01T12:30'))).toBe('running · due 2026-06-01T15:00');
  });
  it('glpi: days-based targets pause by the wall clock but fall due by the calendar', () => {
    // Severity 2 is promised in two business days: a night and a weekend on the customer's side lend nothing.
    const facts = [
      received(2, '2026-06-05T15:00'),
      happened('2026-06-05T16:00', 'handed-to-customer'),
      happened('2026-06-08T10:00', 'handed-to-provider'),
    ];
    expect(outline(clock('repair', facts.slice(0, 1), '2026-06-05T15:00'))).toBe('running · due 2026-06-09T15:00');
    expect(outline(clock('repair', facts, '2026-06-08T10:00'))).toBe('running · due 2026-06-09T17:00');
    // Severity 3 is promised in three days, of which every hour counts: so does every hour of the pause.
    const days = [received(3, '2026-06-05T15:00'), ...facts.slice(1)];
    expect(outline(clock('repair', days, '2026-06-08T10:00'))).toBe('running · due 2026-06-11T09:00');
  });
  it('glpi: an invalid calendar silently means 24x7', () => {
    const broken = readDescription(
      LIGHTHOUSE.replace(
        "berlin: {zone: Europe/Berlin, weekly: {mon-fri: ['09:00-17:00']}}",
        'berlin: {zone: Europe/Berlin, weekly: {}}',
      ),
    );
    expect(broken.ready).toBeUndefined();
    expect(broken.diagnostics.map(({ code }) => code)).toContain('calendar.invalid');
  });
  it('frappe, freeitsm: editing an SLA or a calendar rewrites the past', () => {
    const facts = [received(1), happened('2026-06-01T12:00', 'resolved')];
    const before = clock('repair', facts, '2026-06-02T00:00');
    under(
      LIGHTHOUSE.replace('{1: 4 hours, 2: 2 business days', '{1: 1 hour, 2: 2 business days'),
      'repair',
      facts,
      '2026-06-02T00:00',
    );
    expect(clock('repair', facts, '2026-06-02T00:00')).toEqual(before);
  });
  it('chatwoot: the rule reads the wall clock itself', () => {
    vi.useFakeTimers({ now: new Date('2099-01-01T00:00:00Z') });
    try {
      expect(outline(clock('answer', [received(2)], '2026-06-01T10:00'))).toBe('running · due 2026-06-01T13:00');
    } finally {
      vi.useRealTimers();
    }
  });
  it('chatwoot: the miss is checked and then inserted; a clock only tells it, the same to everybody', () => {
    const twice = [1, 2].map(() => clock('answer', [received(2)], '2026-06-05T00:00').breachedAt);
    expect(twice).toEqual([at('2026-06-01T13:00'), at('2026-06-01T13:00')]);
  });
  it('chatwoot: business hours are ignored', () => {
    expect(outline(clock('answer', [received(1, '2026-06-05T16:45')], '2026-06-08T09:10'))).toBe(
      'running · due 2026-06-08T09:15',
    );
  });
  it('Business::SLA: what is asked for one severity is answered for another', () => {
    const due = (severity: number) =>
      written(clock('answer', [received(severity, '2026-06-06T12:00')], '2026-06-06T12:00').due);
    expect([1, 2, 3].map(due)).toEqual(['2026-06-08T09:30:00Z', '2026-06-08T13:00:00Z', '2026-06-10T09:00:00Z']);
  });
  it('rrule: a date carries wall time; a fortnight of Berlin ends at midnight in Berlin', () => {
    const started = fact('2026-03-20T12:00', 'contract.started', 'c');
    expect(clocks('calls', [started], '2026-04-04T00:00').map(({ due }) => written(due))).toEqual([
      '2026-04-02T22:00:00Z',
      '2026-04-16T22:00:00Z',
    ]);
  });
  it('dbt_zendesk: a report on the past uses the offset of today', () => {
    const berlin = LIGHTHOUSE.replace(/calendar: office/g, 'calendar: berlin');
    const due = (when: string) => written(under(berlin, 'answer', [received(2, when)], when)[0]?.due);
    expect([due('2026-01-05T08:00'), due('2026-07-06T07:00')]).toEqual([
      '2026-01-05T12:00:00Z',
      '2026-07-06T11:00:00Z',
    ]);
    expect([due('2026-01-05T07:00'), due('2026-07-06T06:00')]).toEqual([
      '2026-01-05T12:00:00Z',
      '2026-07-06T11:00:00Z',
    ]);
  });
});
