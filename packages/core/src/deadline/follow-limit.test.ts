import { describe, expect, it } from 'vitest';
import type { Fact, FactData } from './fact.ts';
import { at, clocks, fact, outline } from './oracles/clocks.ts';

const started = fact('2026-06-01T08:00', 'contract.started', 'c1');
const logged = (when: string, hours: number, data: FactData = {}) =>
  fact(when, 'hours.logged', 'h', { data: { seconds: hours * 3600, ...data } });
const approved = (when: string, data?: FactData) => fact(when, 'hours.excess-approved', 'h', data ? { data } : {});
const week = (facts: readonly Fact[], now = '2026-06-05T20:00', level = 'lamp') =>
  clocks('hours', [started, ...facts], now, { level });

describe('a limit of hours a week', () => {
  it('runs with what was used, warns, and is kept at the end of the week', () => {
    const facts = [logged('2026-06-01T10:00', 3), logged('2026-06-02T10:00', 3), logged('2026-06-03T10:00', 1)];
    expect(week([...facts, logged('2026-06-04T10:00', 1)])[0]?.warnedAt).toBe(at('2026-06-03T10:00'));
    expect(week(facts)).toMatchObject([
      {
        state: 'running',
        tally: { counted: 7 * 3600, most: 8 * 3600, unit: 'seconds' },
        warnedAt: at('2026-06-03T10:00'),
      },
    ]);
    expect(week(facts, '2026-06-08T00:00').map(outline)).toEqual([
      'met · due 2026-06-07T22:00 · met 2026-06-07T22:00',
      'running · due 2026-06-14T22:00',
    ]);
  });
  it('is broken by the fact that goes over, once', () => {
    const facts = [logged('2026-06-01T10:00', 8), logged('2026-06-02T10:00', 1), logged('2026-06-03T10:00', 1)];
    expect(week(facts.slice(0, 1))[0]?.state).toBe('running');
    expect(week(facts).map(outline)).toEqual(['breached · due 2026-06-07T22:00 · breached 2026-06-02T10:00']);
  });
  it('begins afresh on Monday, in the zone of its calendar', () => {
    const facts = [logged('2026-06-07T21:59', 8), logged('2026-06-07T22:00', 8)];
    expect(week(facts, '2026-06-09T00:00').map(({ state, tally }) => [state, tally?.counted])).toEqual([
      ['met', 8 * 3600],
      ['running', 8 * 3600],
    ]);
  });
  it('is raised by an approval that comes first, by as much as it says, or lifted', () => {
    const over = logged('2026-06-02T10:00', 10);
    expect(week([approved('2026-06-01T10:00', { seconds: 7200 }), over])).toMatchObject([
      { state: 'running', tally: { most: 10 * 3600 } },
    ]);
    expect(week([approved('2026-06-01T10:00', { seconds: 7199 }), over])[0]?.state).toBe('breached');
    expect(week([approved('2026-06-01T10:00'), over])[0]?.tally).toEqual({ counted: 36_000, unit: 'seconds' });
    expect(week([over, approved('2026-06-02T10:00')])[0]?.state).toBe('breached');
    expect(week([approved('2026-06-01T10:00', { seconds: 'plenty' }), over])[0]?.state).toBe('breached');
    expect(
      week([approved('2026-06-01T10:00'), { ...over, at: at('2026-06-09T10:00') }], '2026-06-10T00:00').map(
        ({ state }) => state,
      ),
    ).toEqual(['met', 'breached']);
  });
  it('takes a correction, which cures no breach', () => {
    expect(
      week([logged('2026-06-01T10:00', 8), logged('2026-06-01T11:00', -2), logged('2026-06-02T10:00', 2)])[0]?.state,
    ).toBe('running');
    expect(week([logged('2026-06-01T10:00', 9), logged('2026-06-01T11:00', -5)])).toMatchObject([
      { state: 'breached', tally: { counted: 4 * 3600 } },
    ]);
  });
  it('does not go blind at what is no number', () => {
    const odd = logged('2026-06-01T10:00', 0, { seconds: 'much' });
    expect(week([odd, logged('2026-06-02T10:00', 9)])).toMatchObject([
      { state: 'breached', tally: { counted: 9 * 3600 } },
    ]);
  });
  it('judges by the level that the contract has then; the weeks before stay', () => {
    const moved = fact('2026-06-09T00:00', 'contract.moved', 'c1', { data: { level: 'beam' } });
    const facts = [logged('2026-06-02T10:00', 10), moved, logged('2026-06-10T10:00', 10)];
    expect(week(facts, '2026-06-11T00:00').map(({ state, tally }) => [state, (tally?.most ?? 0) / 3600])).toEqual([
      ['breached', 8],
      ['running', 20],
    ]);
  });
  it('does not hear levels and severities that incidents carry', () => {
    const incident = fact('2026-06-01T09:00', 'incident.received', 'i', { data: { level: 'beam', severity: 1 } });
    expect(week([incident, logged('2026-06-02T10:00', 10)])).toMatchObject([{ state: 'breached' }]);
  });
  it('stops with the contract', () => {
    const over = fact('2026-06-10T08:00', 'contract.ended', 'c1');
    expect(week([over], '2027-01-01T00:00').map(outline)).toEqual([
      'met · due 2026-06-07T22:00 · met 2026-06-07T22:00',
      'met · due 2026-06-10T08:00 · met 2026-06-10T08:00',
    ]);
  });
  it('counts from its first fact where no contract is known to have started', () => {
    expect(
      clocks('hours', [logged('2026-06-03T10:00', 9)], '2026-06-04T00:00', { level: 'lamp' }).map(outline),
    ).toEqual(['breached · due 2026-06-07T22:00 · breached 2026-06-03T10:00']);
  });
});

describe('other limits', () => {
  const ticket = (n: number) => fact(`2026-06-0${n}T10:00`, 'incident.received', `i${n}`);
  it('of a count without a period hold for the whole contract', () => {
    const facts = [started, ...[1, 2, 3, 4].map(ticket)];
    expect(clocks('tickets', facts.slice(0, 4), '2027-06-01T00:00', { level: 'lamp' })).toMatchObject([
      { state: 'running', tally: { counted: 3, most: 3, unit: 'times' } },
    ]);
    expect(clocks('tickets', facts, '2027-06-01T00:00', { level: 'lamp' }).map(outline)).toEqual([
      'breached · breached 2026-06-04T10:00',
    ]);
  });
  it('that are none have no clock', () => {
    expect(clocks('tickets', [started, ticket(1)], '2027-06-01T00:00')).toEqual([]);
  });
  it('of a rate go by the calendar day', () => {
    const seen = (when: string) => fact(when, 'beacon.seen', 'b');
    const facts = [
      started,
      seen('2026-06-01T20:00'),
      seen('2026-06-01T21:59'),
      seen('2026-06-01T22:00'),
      seen('2026-06-02T09:00'),
      seen('2026-06-02T10:00'),
    ];
    expect(clocks('pages', facts, '2026-06-02T12:00').map(outline)).toEqual([
      'met · due 2026-06-01T22:00 · met 2026-06-01T22:00',
      'breached · due 2026-06-02T22:00 · breached 2026-06-02T10:00',
    ]);
  });
});
