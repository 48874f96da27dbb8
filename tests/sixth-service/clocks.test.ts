import { describe, expect, test } from 'vitest';
import { type Fact, type FactData, clocksOf, termsOf } from '@tamarack/core';
import { readService } from '../services/read-service.ts';

/** The sixth service runs: promises that no shipped description combines, kept and broken, without a line of code. */
const { ready } = await readService('tests/sixth-service/harbourline.yaml');

const at = (when: string) => Temporal.Instant.from(when).epochMilliseconds / 1000;

function fact(when: string, name: string, subject: string, data?: FactData, about?: string): Fact {
  return { at: at(when), fact: name, subject, ...(data ? { data } : {}), ...(about === undefined ? {} : { about }) };
}

function clocks(promise: string, facts: readonly Fact[], now: string, level = 'fleet') {
  const terms = termsOf(ready, { level, parameters: { 'advice-hours': '10 hours' } });
  if (!terms.ok) throw new Error(terms.refusal.sentence);
  const term = terms.value.promises.get(promise);
  if (!term) throw new Error(`There is no promise "${promise}".`);
  return clocksOf(terms.value, term, facts, at(now)).map(({ state, due }) =>
    due === undefined ? state : `${state} ${new Date(due * 1000).toISOString().slice(0, 16)}`,
  );
}

describe('clocks that follow the sun', () => {
  const received = fact('2026-11-23T17:50:00Z', 'incident.received', 'i1', { severity: 2 });

  test('the first word counts in the hours of both desks', () => {
    // Lisbon closes at 18:00; Pune opens at 03:30 UTC.
    expect(clocks('first-word', [received], '2026-11-23T18:00:00Z')).toEqual(['running 2026-11-24T03:50']);
    expect(clocks('first-word', [received], '2026-11-24T03:50:01Z')).toEqual(['breached 2026-11-24T03:50']);
  });
  test('an outage is reported on each hour that a desk is awake, and stands with the customer', () => {
    const outage = { ...received, data: { severity: 1 } };
    expect(clocks('outage-reports', [outage], '2026-11-24T04:30:00Z')).toEqual([
      'breached 2026-11-24T04:20',
      'running 2026-11-24T05:20',
    ]);
    const handed = fact('2026-11-24T04:00:00Z', 'incident.handed-to-customer', 'i1');
    expect(clocks('outage-reports', [outage, handed], '2026-11-25T00:00:00Z')).toEqual(['paused']);
  });
});

describe('promises of a kind that no shipped service has', () => {
  test('a failed drill of the primary is repeated within five business days of Lisbon', () => {
    const drill = (when: string, event: string, dataset: string) =>
      fact(when, `restore-drill.${event}`, 'd1', { dataset, minutes: 12 });
    // 1 December is a holiday in Portugal; 8 December is one that the description removes.
    const failed = drill('2026-11-27T10:00:00Z', 'failed', 'primary');
    expect(clocks('failed-drills', [failed], '2026-11-27T10:00:00Z')).toEqual(['running 2026-12-07T10:00']);
    expect(
      clocks(
        'failed-drills',
        [failed, drill('2026-12-07T10:00:00Z', 'data-verified', 'primary')],
        '2027-01-01T00:00:00Z',
      ),
    ).toEqual(['met 2026-12-07T10:00']);
    expect(
      clocks('failed-drills', [{ ...failed, data: { dataset: 'replica', minutes: 12 } }], '2027-01-01T00:00:00Z'),
    ).toEqual([]);
  });
  test('a runbook and a go-ahead, or its acceptance, three business days before a cutover', () => {
    const announced = fact('2026-11-02T10:00:00Z', 'cutover.announced', 'c1', { begins: '2026-11-26T12:00:00Z' });
    const runbook = (when: string, event: string) => fact(when, `runbook.${event}`, 'r1', undefined, 'c1');
    const delivered = runbook('2026-11-20T12:00:00Z', 'delivered');
    expect(clocks('runbook-before-cutover', [announced, delivered], '2026-11-23T12:00:00Z')).toEqual([
      'running 2026-11-23T12:00',
    ]);
    expect(clocks('runbook-before-cutover', [announced, delivered], '2026-11-23T12:00:01Z')).toEqual([
      'breached 2026-11-23T12:00',
    ]);
    expect(
      clocks(
        'runbook-before-cutover',
        [announced, delivered, runbook('2026-11-23T12:00:00Z', 'accepted')],
        '2026-12-01T00:00:00Z',
      ),
    ).toEqual(['met 2026-11-23T12:00']);
    const moved = fact('2026-11-20T10:00:00Z', 'cutover.moved', 'c1', { begins: '2026-12-10T12:00:00Z' });
    expect(clocks('runbook-before-cutover', [announced, moved], '2026-11-30T00:00:00Z')).toEqual([
      'running 2026-12-07T12:00',
    ]);
  });
  test('quiet nights: twice a week, and a page that was waved through first', () => {
    const page = (day: number, event = 'raised') =>
      fact(`2026-11-${day}T02:00:00Z`, `page-out.${event}`, 'p', event === 'raised' ? undefined : { count: 1 });
    const started = fact('2026-11-01T00:00:00Z', 'contract.started', 'c');
    const week = (...facts: Fact[]) => clocks('quiet-nights', [started, ...facts], '2026-11-27T12:00:00Z').at(-1);
    expect(week(page(23), page(24))).toBe('running 2026-11-30T00:00');
    expect(week(page(23), page(24), page(25))).toBe('breached 2026-11-30T00:00');
    expect(week(page(23), page(24, 'waved-through'), page(24), page(25))).toBe('running 2026-11-30T00:00');
  });
});
