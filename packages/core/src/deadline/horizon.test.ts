import { describe, expect, it } from 'vitest';
import { clock, fact, written } from './oracles/clocks.ts';

const received = (severity: number) => fact('2026-06-01T09:00', 'incident.received', 'i1', { data: { severity } });
const changed = (when: string, severity: number) =>
  fact(when, 'incident.severity-changed', 'i1', { data: { severity } });

describe('beyond the horizon of ten years', () => {
  const promised = (severity: number) => clock('epoch', [received(severity)], '2026-06-01T09:00');
  it.each([1, 2, 3])('a deadline (severity %i) is left out, with the promise named; nothing is NaN', (severity) => {
    const one = promised(severity);
    const { due, targets, beyondHorizon, state } = one;
    const beyond = beyondHorizon !== undefined;
    expect({ due, targets, state, beyond }).toEqual({ due: undefined, targets: [], state: 'running', beyond: true });
    expect(JSON.stringify(one)).not.toMatch(/null|NaN/);
  });
  it('ten years themselves are within it', () => expect(written(promised(4).due)).toBe('2036-06-01T09:00:00Z'));
  it('is left and entered with the severity', () => {
    const facts = [received(4), changed('2026-06-02T09:00', 3), changed('2026-06-03T09:00', 4)];
    expect(clock('epoch', facts.slice(0, 2), '2026-06-02T10:00')).toMatchObject({
      state: 'running',
      beyondHorizon: { count: 11 },
      targets: [{}],
    });
    expect(written(clock('epoch', facts, '2026-06-03T10:00').due)).toBe('2036-06-01T09:00:00Z');
  });
});
