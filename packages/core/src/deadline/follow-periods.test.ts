import { describe, expect, it } from 'vitest';
import { clocksOf } from './clocks-of.ts';
import { at, clocks, fact, outline, ready, term, terms } from './oracles/clocks.ts';
import { LIGHTHOUSE } from './oracles/lighthouse.ts';

const started = (when: string) => fact(when, 'contract.started', 'c1');
const ended = (when: string) => fact(when, 'contract.ended', 'c1');
const moved = (when: string, level: string) => fact(when, 'contract.moved', 'c1', { data: { level } });
const call = (when: string, event = 'held') => fact(when, `call.${event}`, 'k');
const visit = (when: string) => fact(when, 'visit.held', 'v');
const lit = (when: string) => fact(when, 'beacon.lit', 'b');

describe('a cadence', () => {
  // The contract begins on a Monday at noon in Berlin; its fortnights end at Berlin's midnights.
  const start = started('2026-06-01T10:00');
  it('asks for one in every period from the date of the start, and breaks at its end', () => {
    const facts = [start, call('2026-06-10T10:00')];
    expect(clocks('calls', facts, '2026-07-01T00:00').map(outline)).toEqual([
      'met · due 2026-06-14T22:00 · met 2026-06-10T10:00',
      'breached · due 2026-06-28T22:00 · breached 2026-06-28T22:00',
      'running · due 2026-07-12T22:00',
    ]);
  });
  it('takes what happens in the last second, and gives what happens at midnight to the next period', () => {
    const outcome = (when: string) =>
      clocks('calls', [start, call(when)], '2026-06-15T00:00').map(({ state }) => state);
    expect(outcome('2026-06-14T21:59:59')).toEqual(['met', 'running']);
    expect(outcome('2026-06-14T22:00:00')).toEqual(['breached', 'met']);
  });
  it('is excused by a call that was moved, unless it is held all the same', () => {
    const facts = [start, call('2026-06-10T10:00', 'moved')];
    expect(clocks('calls', facts, '2026-06-20T00:00').map(outline)).toEqual([
      'ended · due 2026-06-14T22:00 · ended 2026-06-10T10:00 · excused',
      'running · due 2026-06-28T22:00',
    ]);
    expect(clocks('calls', [...facts, call('2026-06-12T10:00')], '2026-06-12T10:00').map(({ state }) => state)).toEqual(
      ['met'],
    );
  });
  it('owes nothing in a period that the end of the contract cuts short', () => {
    const facts = [start, call('2026-06-10T10:00'), ended('2026-06-20T00:00')];
    expect(clocks('calls', facts, '2026-09-01T00:00').map(outline)).toEqual([
      'met · due 2026-06-14T22:00 · met 2026-06-10T10:00',
      'ended · due 2026-06-28T22:00 · ended 2026-06-20T00:00 · the period was cut short',
    ]);
    expect(
      clocks('calls', [start, call('2026-06-15T10:00'), ended('2026-06-20T00:00')], '2026-09-01T00:00').map(
        ({ state }) => state,
      ),
    ).toEqual(['breached', 'met']);
  });
  it('follows what the contract agrees', () => {
    const due = clocks('calls', [start], '2026-06-02T00:00', { parameters: { 'call-every': '1 week' } });
    expect(due.map(outline)).toEqual(['running · due 2026-06-07T22:00']);
  });
  it('reckons months from the date of the start, however short they are', () => {
    const months = clocks('rhythm', [started('2026-01-31T08:00')], '2026-04-01T00:00');
    expect(months.map(outline).map((text) => text.slice(0, 31))).toEqual([
      'breached · due 2026-02-28T00:00',
      'breached · due 2026-03-31T00:00',
      'running · due 2026-04-30T00:00'.padEnd(30),
    ]);
  });
  it('keeps midnight over the nights on which clocks change', () => {
    const weeks = clocks('calls', [started('2026-03-20T12:00')], '2026-04-10T00:00', {
      parameters: { 'call-every': '1 week' },
    });
    expect(weeks.map(outline).map((text) => /due (\S+)/.exec(text)?.[1])).toEqual([
      '2026-03-26T23:00',
      '2026-04-02T22:00',
      '2026-04-09T22:00',
      '2026-04-16T22:00',
    ]);
  });
  it('is nothing before the contract starts, and starts once', () => {
    expect(clocks('calls', [call('2026-05-01T00:00')], '2026-06-01T00:00')).toEqual([]);
    expect(clocks('calls', [start, started('2026-06-05T00:00')], '2026-06-06T00:00').map(outline)).toEqual([
      'running · due 2026-06-14T22:00',
    ]);
  });
});

describe('a count', () => {
  it('per calendar month is kept by so many, and more breaks nothing', () => {
    const facts = [
      started('2026-06-01T15:00'),
      lit('2026-06-02T00:00'),
      lit('2026-06-30T23:59'),
      lit('2026-07-01T00:00'),
      lit('2026-07-02T00:00'),
      lit('2026-07-03T00:00'),
    ];
    const found = clocks('lightings', facts, '2026-08-20T00:00');
    expect(found.map(outline)).toEqual([
      'met · due 2026-07-01T00:00 · met 2026-06-30T23:59',
      'met · due 2026-08-01T00:00 · met 2026-07-02T00:00',
      'running · due 2026-09-01T00:00',
    ]);
    expect(found.map(({ tally }) => tally)).toEqual([
      { counted: 2, least: 2, most: 2, unit: 'times' },
      { counted: 3, least: 2, most: 2, unit: 'times' },
      { counted: 0, least: 2, most: 2, unit: 'times' },
    ]);
  });
  it('is broken by too few at the end', () => {
    expect(
      clocks('lightings', [started('2026-06-01T15:00'), lit('2026-06-02T00:00')], '2026-07-01T00:00').map(outline),
    ).toEqual(['breached · due 2026-07-01T00:00 · breached 2026-07-01T00:00', 'running · due 2026-08-01T00:00']);
  });
  it('of a month that the contract began too late owes nothing, and is shown', () => {
    const [first, second] = clocks('lightings', [started('2026-06-02T00:00')], '2026-07-02T00:00');
    expect(first).toMatchObject({ state: 'ended', because: 'the period was cut short', tally: { counted: 0 } });
    expect(second).toMatchObject({ state: 'running', turn: 2 });
    const [kept] = clocks(
      'lightings',
      [started('2026-06-02T00:00'), lit('2026-06-03T00:00'), lit('2026-06-04T00:00')],
      '2026-07-02T00:00',
    );
    expect(kept).toMatchObject({ state: 'met' });
  });
  it('"at most 2" is broken by the third, and kept at the end', () => {
    const facts = [started('2026-06-01T00:00'), ...[3, 4, 5].map((day) => call(`2026-06-0${day}T00:00`, 'moved'))];
    expect(clocks('few-moves', facts, '2026-07-02T00:00').map(outline)).toEqual([
      'breached · due 2026-07-01T00:00 · breached 2026-06-05T00:00',
      'running · due 2026-08-01T00:00',
    ]);
    expect(clocks('few-moves', facts.slice(0, 3), '2026-07-01T00:00').map(({ state }) => state)).toEqual([
      'met',
      'running',
    ]);
  });
  it('takes a parameter, and a deviation within its bounds', () => {
    const tally = (agreed: Parameters<typeof clocks>[3]) =>
      clocks('visits', [started('2026-06-01T00:00')], '2026-06-02T00:00', agreed)[0]?.tally;
    expect(tally({})).toMatchObject({ least: 2 });
    expect(tally({ parameters: { visits: '1..3' } })).toMatchObject({ least: 1, most: 3 });
    expect(tally({ deviations: [{ promise: 'visits', value: '6' }] })).toMatchObject({ least: 6 });
  });
});

describe('a contract that moves', () => {
  it('owes in a period what its level gave when the period began; the past stays', () => {
    const facts = [
      started('2026-06-01T00:00'),
      visit('2026-07-01T00:00'),
      visit('2026-08-01T00:00'),
      moved('2027-07-01T00:00', 'lamp'),
    ];
    const before = clocks('visits', facts.slice(0, 3), '2027-06-30T00:00').map(outline);
    const after = clocks('visits', facts, '2028-07-01T00:00').map(outline);
    expect(before).toEqual(['met · due 2027-06-01T00:00 · met 2026-08-01T00:00', 'running · due 2028-06-01T00:00']);
    expect(after).toEqual([
      before[0],
      'ended · due 2028-06-01T00:00 · ended 2027-07-01T00:00 · the period was cut short',
    ]);
  });
  it('into a level begins in the middle of a period, and owes from the next', () => {
    const facts = [started('2026-06-01T00:00'), moved('2026-09-01T00:00', 'beam')];
    expect(clocks('visits', facts, '2027-06-02T00:00', { level: 'lamp' }).map(outline)).toEqual([
      'ended · due 2027-06-01T00:00 · ended 2027-06-01T00:00 · the period was cut short',
      'running · due 2028-06-01T00:00',
    ]);
  });
  it('and back in the same second has not moved', () => {
    const facts = [started('2026-06-01T00:00'), moved('2026-07-01T00:00', 'lamp'), moved('2026-07-01T00:00', 'beam')];
    expect(clocks('visits', facts, '2026-08-01T00:00').map(outline)).toEqual(['running · due 2027-06-01T00:00']);
  });
  it('does not hear levels that incidents carry', () => {
    const facts = [
      started('2026-06-01T00:00'),
      fact('2026-06-02T00:00', 'incident.received', 'i1', { data: { level: 'lamp', severity: 1 } }),
    ];
    expect(clocks('visits', facts, '2026-06-03T00:00')).toHaveLength(1);
  });
});

describe('hostile lengths', () => {
  it('a contract of seven centuries has its periods, each once', () => {
    const facts = [started('1801-01-01T00:00'), lit('2400-02-02T00:00')];
    expect(clocks('lightings', facts, '2499-12-31T00:00')).toHaveLength(699 * 12);
  });
  it('a rhythm of ages is never due', () => {
    const found = clocks('rhythm', [started('2026-06-01T00:00')], '2499-01-01T00:00', {
      parameters: { rhythm: '999999999 years' },
    });
    expect(found.map(outline)).toEqual(['running']);
  });
  it('a date that a zone skips is no period', () => {
    const skipping = ready(
      LIGHTHOUSE.replace('zone: Europe/Berlin, weekly: {mon-fri:', 'zone: Pacific/Apia, weekly: {mon-fri:').replace(
        'at-least: 1 week',
        'at-least: 1 day',
      ),
    );
    const daily = terms({ parameters: { 'call-every': '1 day' } }, skipping);
    const dates = clocksOf(daily, term(daily, 'calls'), [started('2011-12-29T12:00')], at('2012-01-01T00:00'));
    for (const one of dates) expect(one.due).toBeGreaterThan(one.opened);
    expect(dates.map(({ due }) => due)).toEqual(['2011-12-30T10:00', '2011-12-31T10:00', '2012-01-01T10:00'].map(at));
  });
});
