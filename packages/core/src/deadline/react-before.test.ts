import { describe, expect, it } from 'vitest';
import { clock, clocks, fact, outline, written } from './oracles/clocks.ts';

const leave = (when: string, event: string, data: Record<string, string | number> = {}) =>
  fact(when, `leave.${event}`, 'l1', { data });
const approved = leave('2026-06-01T09:00', 'approved', { begins: '2026-07-01', 'consecutive-days': 6 });
const arranged = (when: string) => fact(when, 'cover.arranged', 'c1', { about: 'l1' });

describe('something due before an announced event', () => {
  it('runs until the event, is met before it, and in its very second', () => {
    expect(outline(clock('cover', [approved], '2026-06-30T00:00'))).toBe('running · due 2026-07-01T00:00');
    expect(outline(clock('cover', [approved, arranged('2026-06-20T00:00')], '2026-08-01T00:00'))).toBe(
      'met · due 2026-07-01T00:00 · met 2026-06-20T00:00',
    );
    expect(clock('cover', [approved, arranged('2026-07-01T00:00')], '2026-08-01T00:00').state).toBe('met');
  });
  it('is breached at the event, also when it comes late', () => {
    expect(outline(clock('cover', [approved], '2026-07-01T00:01'))).toBe(
      'breached · due 2026-07-01T00:00 · breached 2026-07-01T00:00',
    );
    expect(outline(clock('cover', [approved, arranged('2026-07-03T00:00')], '2026-08-01T00:00'))).toBe(
      'breached · due 2026-07-01T00:00 · breached 2026-07-01T00:00 · met 2026-07-03T00:00',
    );
  });
  it('applies on its condition', () => {
    expect(
      clocks(
        'cover',
        [leave('2026-06-01T09:00', 'approved', { begins: '2026-07-01', 'consecutive-days': 5 })],
        '2026-07-01T00:00',
      ),
    ).toEqual([]);
  });
  it('counts evidence that came before the announcement', () => {
    const facts = [arranged('2026-05-01T00:00'), approved];
    expect(outline(clock('cover', facts, '2026-08-01T00:00'))).toBe(
      'met · due 2026-07-01T00:00 · met 2026-05-01T00:00',
    );
  });
  it('breaks at the announcement when that comes too late, unless it was already met', () => {
    const late = leave('2026-07-03T09:00', 'approved', { begins: '2026-07-01', 'consecutive-days': 6 });
    expect(outline(clock('cover', [late], '2026-07-03T10:00'))).toBe(
      'breached · due 2026-07-01T00:00 · breached 2026-07-03T09:00',
    );
    expect(clock('cover', [arranged('2026-07-02T00:00'), late], '2026-07-04T00:00').state).toBe('met');
  });
  it('takes the event itself for the last moment, should it come early or unannounced', () => {
    expect(outline(clock('cover', [approved, leave('2026-06-20T00:00', 'begins')], '2026-06-21T00:00'))).toBe(
      'breached · due 2026-06-20T00:00 · breached 2026-06-20T00:00',
    );
    const silent = leave('2026-06-01T09:00', 'approved', { 'consecutive-days': 6 });
    expect(outline(clock('cover', [silent], '2030-01-01T00:00'))).toBe('running');
    expect(outline(clock('cover', [silent, leave('2026-06-20T00:00', 'begins')], '2026-06-21T00:00'))).toBe(
      'breached · due 2026-06-20T00:00 · breached 2026-06-20T00:00',
    );
  });
  it('reads instants and dates, and leaves alone what is neither', () => {
    const begins = (value: string | number) =>
      written(
        clock(
          'cover',
          [leave('2026-06-01T09:00', 'approved', { begins: value, 'consecutive-days': 6 })],
          '2026-06-01T09:00',
        ).due,
      );
    expect(begins('2026-07-01T08:00:00+02:00')).toBe('2026-07-01T06:00:00Z');
    expect(begins(1_782_864_000)).toBe('2026-07-01T00:00:00Z');
    for (const odd of ['soon', '2026-13-01', '+012026-01-01T00:00Z', '0001-01-01', 1e15, Number.NaN, 0.5])
      expect(begins(odd)).toBeUndefined();
  });
});

describe('an announcement that changes', () => {
  const again = (when: string, begins: string) => leave(when, 'approved', { begins });
  it('moves the deadline', () => {
    expect(outline(clock('cover', [approved, again('2026-06-10T00:00', '2026-08-01')], '2026-07-15T00:00'))).toBe(
      'running · due 2026-08-01T00:00',
    );
  });
  it('does not cure a breach', () => {
    const facts = [approved, again('2026-07-02T00:00', '2026-08-01')];
    expect(outline(clock('cover', facts, '2026-07-15T00:00'))).toBe(
      'breached · due 2026-08-01T00:00 · breached 2026-07-01T00:00',
    );
  });
  it('moved into the past breaks the promise then, not before', () => {
    const facts = [approved, again('2026-06-10T00:00', '2026-06-05')];
    expect(outline(clock('cover', facts, '2026-06-15T00:00'))).toBe(
      'breached · due 2026-06-05T00:00 · breached 2026-06-10T00:00',
    );
  });
  it('called off owes nothing more; announced again, it is a new cycle with evidence of its own', () => {
    const off = leave('2026-06-10T00:00', 'cancelled');
    expect(outline(clock('cover', [approved, off], '2026-08-01T00:00'))).toBe(
      'ended · due 2026-07-01T00:00 · ended 2026-06-10T00:00 · cancelled',
    );
    const anew = leave('2026-06-20T00:00', 'approved', { begins: '2026-09-01' });
    expect(
      clocks('cover', [approved, arranged('2026-06-05T00:00'), off, anew], '2026-08-01T00:00').map(
        (one) => `${one.cycle} ${one.state}`,
      ),
    ).toEqual(['1 met', '2 running']);
  });
});

describe('so much ahead', () => {
  const launch = (begins: string, level: string) =>
    clock(
      'launch-plan',
      [fact('2026-01-01T00:00', 'launch.announced', 'x', { data: { begins } })],
      '2026-01-01T00:00',
      { level },
    );
  it('in business days goes by the calendar', () => {
    expect(written(launch('2026-06-10T10:00:00+02:00', 'lamp').due)).toBe('2026-06-05T08:00:00Z');
  });
  it('in weeks keeps the wall time, also over a night on which the clocks change', () => {
    expect(written(launch('2026-04-01T10:00:00+02:00', 'beam').due)).toBe('2026-03-25T09:00:00Z');
    expect(written(launch('2026-10-28T10:00:00+01:00', 'beam').due)).toBe('2026-10-21T08:00:00Z');
  });
  it('takes agreed deviations, of which the longer is the tighter', () => {
    const agreed = (value: string) => ({ deviations: [{ promise: 'launch-plan', level: 'beam', value }] });
    const announced = fact('2026-01-01T00:00', 'launch.announced', 'x', { data: { begins: '2026-06-10T08:00:00Z' } });
    expect(written(clock('launch-plan', [announced], '2026-01-01T00:00', agreed('2 weeks')).due)).toBe(
      '2026-05-27T08:00:00Z',
    );
    expect(() => clock('launch-plan', [announced], '2026-01-01T00:00', agreed('3 weeks'))).toThrow('outside');
    expect(() => clock('launch-plan', [announced], '2026-01-01T00:00', agreed('2 days'))).toThrow('outside');
  });
});
