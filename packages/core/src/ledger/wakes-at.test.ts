import { describe, expect, it } from 'vitest';
import type { Clock } from '../deadline/clock.ts';
import type { Fact } from '../deadline/fact.ts';
import { at, clock, clocks, fact, term, terms, written } from '../deadline/oracles/clocks.ts';
import type { Term } from '../deadline/terms.ts';
import { wakesAt } from './wakes-at.ts';
import { warningAt } from './warning-at.ts';

/** A promise of the Lighthouse with another `warn-at`. */
function warned(promise: string, percent: number | undefined): Term {
  const found = term(terms(), promise);
  const { 'warn-at': _, ...clause } = found.clause;
  return { ...found, clause: percent === undefined ? clause : { ...clause, 'warn-at': percent } };
}

/** When to look again at the only clock of a promise, and when its warning is. */
function wakes(promise: string, facts: readonly Fact[], now: string, percent?: number): (string | undefined)[] {
  const of: Clock = clock(promise, facts, now);
  const as = warned(promise, percent);
  return [written(wakesAt(of, as, at(now))), written(warningAt(of, as))];
}

// Monday 2026-06-01, in an office that is open from 09:00 to 17:00 and closed on Thursday.
const incident = (severity: number) => fact('2026-06-01T16:00', 'incident.received', 'i1', { data: { severity } });

describe('a response', () => {
  it('wakes a second after its deadline, for evidence in that very second is in time', () => {
    expect(wakes('repair', [incident(1)], '2026-06-01T16:00')).toEqual(['2026-06-02T12:00:01Z', undefined]);
    expect(clock('repair', [incident(1)], '2026-06-02T12:00').state).toBe('running');
    expect(clock('repair', [incident(1)], '2026-06-02T12:00:01').state).toBe('breached');
  });
  it('wakes for its warning first, in working time: three of four hours from Monday 16:00 are Tuesday 11:00', () => {
    expect(wakes('repair', [incident(1)], '2026-06-01T16:00', 75)).toEqual([
      '2026-06-02T11:00:00Z',
      '2026-06-02T11:00:00Z',
    ]);
    expect(wakes('repair', [incident(1)], '2026-06-02T11:00', 75)[0]).toBe('2026-06-02T12:00:01Z');
  });
  it('is warned later by the pauses that it has earned', () => {
    const facts = [
      incident(1),
      fact('2026-06-01T16:30', 'incident.handed-to-customer', 'i1'),
      fact('2026-06-02T10:00', 'incident.handed-to-provider', 'i1'),
    ];
    expect(wakes('repair', facts, '2026-06-02T10:00', 75)[0]).toBe('2026-06-02T12:30:00Z');
  });
  it('sleeps while it stands, and keeps a warning that lay before', () => {
    const facts = [incident(1), fact('2026-06-01T16:30', 'incident.handed-to-customer', 'i1')];
    expect(wakes('repair', facts, '2026-06-01T16:45', 75)).toEqual([undefined, undefined]);
    expect(wakes('repair', facts, '2026-06-01T16:45', 10)).toEqual([undefined, '2026-06-01T16:24:00Z']);
  });
  it('that begins to stand in the second of its deadline wakes all the same: it stands too late', () => {
    const facts = [incident(1), fact('2026-06-02T12:00', 'incident.handed-to-customer', 'i1')];
    expect(wakes('repair', facts, '2026-06-02T12:00')[0]).toBe('2026-06-02T12:00:01Z');
  });
  it('is warned no earlier than the target came into force', () => {
    const facts = [incident(3), fact('2026-06-02T11:30', 'incident.severity-changed', 'i1', { data: { severity: 1 } })];
    expect(wakes('repair', facts, '2026-06-02T11:30', 50)).toEqual(['2026-06-02T12:00:01Z', '2026-06-02T11:30:00Z']);
  });
  it('met, ended or without a time wakes no more', () => {
    const resolved = fact('2026-06-01T16:10', 'incident.resolved', 'i1');
    expect(wakes('repair', [incident(1), resolved], '2026-06-01T16:10', 50)[0]).toBeUndefined();
    expect(wakes('answer', [incident(1), resolved], '2026-06-01T16:10', 50)[0]).toBeUndefined();
    expect(wakes('beam-contact', [incident(1)], '2026-06-01T16:10', 50)).toEqual([undefined, undefined]);
  });
});

describe('what is due ahead of an event', () => {
  it('is warned by every second from the announcement', () => {
    const announced = fact('2026-06-01T00:00', 'launch.announced', 'l1', { data: { begins: '2026-06-18T00:00Z' } });
    expect(wakes('launch-plan', [announced], '2026-06-01T00:00', 50)).toEqual([
      '2026-06-06T00:00:00Z',
      '2026-06-06T00:00:00Z',
    ]);
    expect(wakes('launch-plan', [announced], '2026-06-06T00:00', 50)[0]).toBe('2026-06-11T00:00:01Z');
  });
});

describe('a period', () => {
  const started = fact('2026-06-01T10:00', 'contract.started', 'c1');

  it('wakes at its end, when it is decided and the next one begins', () => {
    expect(wakes('calls', [started], '2026-06-02T00:00', 50)).toEqual(['2026-06-08T04:00:00Z', '2026-06-08T04:00:00Z']);
    expect(wakes('calls', [started], '2026-06-10T00:00', 50)[0]).toBe('2026-06-14T22:00:00Z');
    expect(clocks('calls', [started], '2026-06-14T22:00').map(({ state }) => state)).toEqual(['breached', 'running']);
  });
  it('wakes the next one although it is met, and is not warned of any more', () => {
    const held = fact('2026-06-02T10:00', 'call.held', 'k1');
    expect(wakes('calls', [started, held], '2026-06-02T10:00', 50)[0]).toBe('2026-06-14T22:00:00Z');
  });
  it('of a contract that ended wakes nothing', () => {
    const ended = fact('2026-06-03T10:00', 'contract.ended', 'c1');
    expect(wakes('calls', [started, ended], '2026-06-03T10:00')[0]).toBeUndefined();
  });
  it('that owes nothing is not warned of', () => {
    expect(wakes('few-moves', [started], '2026-06-02T00:00', 50)).toEqual(['2026-07-01T00:00:00Z', undefined]);
  });
  it('of a limit wakes at its end, and is warned by quantity, not by time', () => {
    expect(wakes('hours', [started], '2026-06-02T00:00', 50)).toEqual(['2026-06-07T22:00:00Z', undefined]);
  });
});
