import { describe, expect, it } from 'vitest';
import { explainClock } from './explain-clock.ts';
import { at, clock, fact, written } from './oracles/clocks.ts';

const received = (severity: number, when = '2026-06-01T09:00') =>
  fact(when, 'incident.received', 'i1', { data: { severity } });
const happened = (when: string, event: string, data?: Record<string, number>) =>
  fact(when, `incident.${event}`, 'i1', data ? { data } : {});

function told(promise: string, facts: Parameters<typeof clock>[1], now: string): string[] {
  return explainClock(clock(promise, facts, now), at(now)).map(({ from, to, kind, counts, cause }) =>
    [written(from)?.slice(5, 16), written(to)?.slice(5, 16), kind, counts ? '+' : '-', cause].join(' '),
  );
}

describe('an explanation', () => {
  it('names what counted, what was closed and why, and what was paused and since which message', () => {
    const facts = [
      received(1, '2026-06-03T16:00'),
      happened('2026-06-05T10:00', 'handed-to-customer', { message: 4 }),
      happened('2026-06-08T10:00', 'handed-to-provider'),
    ];
    const lines = told('repair', facts, '2026-06-08T11:00');
    expect(lines.map((line) => line.split(' ').slice(0, 4).join(' '))).toEqual([
      '06-03T16:00 06-03T17:00 counts +',
      '06-03T17:00 06-04T00:00 closed -',
      '06-04T00:00 06-05T00:00 closed -',
      '06-05T00:00 06-05T09:00 closed -',
      '06-05T09:00 06-05T10:00 counts +',
      '06-05T10:00 06-05T17:00 paused -',
      '06-05T17:00 06-06T00:00 closed -',
      '06-06T00:00 06-07T00:00 closed -',
      '06-07T00:00 06-08T00:00 closed -',
      '06-08T00:00 06-08T09:00 closed -',
      '06-08T09:00 06-08T10:00 paused -',
      '06-08T10:00 06-08T11:00 counts +',
    ]);
    expect(lines[2]).toContain("Founders' Day");
    expect(lines[5]).toContain('waiting for the customer since message 4');
  });
  it('tells the time past the deadline apart', () => {
    expect(
      told('answer', [received(1), happened('2026-06-01T10:00', 'acknowledged')], '2026-06-02T00:00').map((line) =>
        line.slice(0, 31),
      ),
    ).toEqual(['06-01T09:00 06-01T09:30 counts ', '06-01T09:30 06-01T10:00 late + ']);
  });
  it('ends with the clock, and is empty where no time counts', () => {
    expect(told('answer', [received(2), happened('2026-06-01T10:00', 'merged')], '2026-06-09T00:00')).toHaveLength(1);
    expect(told('beam-contact', [received(1)], '2026-06-09T00:00')).toEqual([]);
    expect(told('epoch', [received(3)], '2026-06-09T00:00')).toEqual([]);
  });
});
