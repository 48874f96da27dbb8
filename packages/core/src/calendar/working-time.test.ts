import { describe, expect, it } from 'vitest';
import { addWorkingTime } from './add-working-time.ts';
import { isOpen } from './is-open.ts';
import { answerOf, instantAnswer, unwrap } from './oracles/oracle-calendar.ts';
import { nextClosing, nextOpening, previousClosing, previousOpening } from './openings.ts';
import { readCalendar } from './read-calendar.ts';
import { subtractWorkingTime } from './subtract-working-time.ts';
import { workingTimeBetween } from './working-time-between.ts';
import type { Calendar } from './calendar.ts';

const HOUR = 3600;
const at = (text: string): Temporal.Instant => Temporal.Instant.from(text);
const read = (input: unknown): Calendar => unwrap(readCalendar(input));
const office = read({ zone: 'Europe/Berlin', weekly: { 'mon-fri': ['09:00-17:00'] } });
const always = (zone: string): Calendar => read({ zone, weekly: '24x7' });
const add = (calendar: Calendar, from: string, seconds: number): string =>
  instantAnswer(addWorkingTime(calendar, at(from), seconds));
const subtract = (calendar: Calendar, to: string, seconds: number): string =>
  instantAnswer(subtractWorkingTime(calendar, at(to), seconds));
const between = (calendar: Calendar, from: string, to: string) =>
  answerOf(workingTimeBetween(calendar, at(from), at(to)));

describe('a deadline', () => {
  it('that reaches a closing exactly stays there', () =>
    expect(add(office, '2026-06-05T13:00Z', 2 * HOUR)).toBe('2026-06-05T15:00:00Z'));
  it('a second later goes to the next opening', () =>
    expect(add(office, '2026-06-05T13:00Z', 2 * HOUR + 1)).toBe('2026-06-08T07:00:01Z'));
  it('counts from the next opening when it starts while closed', () =>
    expect(add(office, '2026-06-06T13:00Z', HOUR)).toBe('2026-06-08T08:00:00Z'));
  it('of no time at all stays where it is, also while closed', () =>
    expect(add(office, '2026-06-06T13:00Z', 0)).toBe('2026-06-06T13:00:00Z'));
  it('drops a fraction of a second of its start', () =>
    expect(add(office, '2026-06-05T13:00:00.999Z', 1)).toBe('2026-06-05T13:00:01Z'));
  it('before the epoch drops it towards the past as well', () =>
    expect(add(always('UTC'), '1969-12-31T23:59:58.5Z', 1)).toBe('1969-12-31T23:59:59Z'));
});

describe('subtracting', () => {
  it('stays on an opening that it reaches exactly', () =>
    expect(subtract(office, '2026-06-08T09:00Z', 2 * HOUR)).toBe('2026-06-08T07:00:00Z'));
  it('counts from the closing before it when it starts while closed, or on an opening', () => {
    expect(subtract(office, '2026-06-07T09:00Z', HOUR)).toBe('2026-06-05T14:00:00Z');
    expect(subtract(office, '2026-06-08T07:00Z', HOUR)).toBe('2026-06-05T14:00:00Z');
  });
  it('of no time at all stays where it is', () =>
    expect(subtract(office, '2026-06-06T13:00Z', 0)).toBe('2026-06-06T13:00:00Z'));
});

describe('edges', () => {
  const edges = (text: string): string[] =>
    [nextOpening, nextClosing, previousClosing, previousOpening].map((edge) => instantAnswer(edge(office, at(text))));

  it('of an instant inside', () =>
    expect(edges('2026-06-05T12:00Z')).toEqual([
      '2026-06-05T12:00:00Z',
      '2026-06-05T15:00:00Z',
      '2026-06-05T12:00:00Z',
      '2026-06-05T07:00:00Z',
    ]));
  it('of an opening: it is open, but what led up to it was closed', () =>
    expect(edges('2026-06-05T07:00Z')).toEqual([
      '2026-06-05T07:00:00Z',
      '2026-06-05T15:00:00Z',
      '2026-06-04T15:00:00Z',
      '2026-06-04T07:00:00Z',
    ]));
  it('of a closing: it is closed, but what led up to it was open', () =>
    expect(edges('2026-06-05T15:00Z')).toEqual([
      '2026-06-08T07:00:00Z',
      '2026-06-08T15:00:00Z',
      '2026-06-05T15:00:00Z',
      '2026-06-05T07:00:00Z',
    ]));
  it('24x7 has none, although open time is kept in blocks that end somewhere', () => {
    expect(instantAnswer(nextClosing(always('UTC'), at('2026-01-01T00:00Z')))).toBe('refused: time.beyond-horizon');
    expect(instantAnswer(previousOpening(always('UTC'), at('2026-01-01T00:00Z')))).toBe('refused: time.beyond-horizon');
  });
  it('across the edge of a block are those of the shift, not of the block', () => {
    const shifts = read({ zone: 'UTC', weekly: { wed: ['12:00-24:00'], thu: ['00:00-12:00'] } });
    expect(instantAnswer(nextClosing(shifts, at('2025-04-16T13:00Z')))).toBe('2025-04-17T12:00:00Z');
    expect(instantAnswer(previousOpening(shifts, at('2025-04-17T12:00Z')))).toBe('2025-04-16T12:00:00Z');
    expect(between(shifts, '2025-04-16T00:00Z', '2025-04-18T00:00Z')).toBe(24 * HOUR);
  });
});

describe('the edge of a block of open time, 2025-04-16T19:07:44Z,', () => {
  it('does not push a deadline from the last closing before it to the next opening', () => {
    const wednesdays = read({ zone: 'UTC', weekly: { wed: ['12:00-18:00'] } });
    expect(add(wednesdays, '2025-04-16T12:00Z', 6 * HOUR)).toBe('2025-04-16T18:00:00Z');
    expect(add(wednesdays, '2025-04-16T12:00Z', 6 * HOUR + 1)).toBe('2025-04-23T12:00:01Z');
  });
  it('does not cut off a shift that began on the date before', () => {
    const long = read({ zone: 'UTC', weekly: { tue: ['22:00-21:00'] } });
    expect(isOpen(long, at('2025-04-16T20:59:59Z'))).toBe(true);
    expect(between(long, '2025-04-15T00:00Z', '2025-04-17T00:00Z')).toBe(23 * HOUR);
  });
});

describe('real elapsed time', () => {
  it.each([
    ['Europe/Berlin', '2026-10-24T22:00Z', '2026-10-25T23:00Z', 25],
    ['Europe/Berlin', '2026-03-28T23:00Z', '2026-03-29T22:00Z', 23],
    ['Australia/Lord_Howe', '2026-04-04T13:00Z', '2026-04-05T13:30Z', 24.5],
    ['America/Havana', '2025-11-02T04:00Z', '2025-11-03T05:00Z', 25],
    ['Pacific/Apia', '2011-12-29T10:00Z', '2011-12-30T10:00Z', 24],
  ])('a day in %s from %s to %s has %d hours', (zone, from, to, hours) => {
    expect(between(always(zone), from, to)).toBe(hours * HOUR);
    const days = read({ zone, weekly: { 'mon-sun': ['00:00-24:00'] } });
    expect(between(days, from, to)).toBe(hours * HOUR);
  });

  it('a night shift over the end of summer time is an hour longer, over its beginning an hour shorter', () => {
    const night = read({ zone: 'Europe/Berlin', weekly: { sat: ['22:00-06:00'] } });
    expect(between(night, '2026-10-24T12:00Z', '2026-10-25T12:00Z')).toBe(9 * HOUR);
    expect(between(night, '2026-03-28T12:00Z', '2026-03-29T12:00Z')).toBe(7 * HOUR);
  });
  it('an opening that the clock skips is the instant of the skip, for opening and closing alike', () => {
    const early = read({ zone: 'Europe/Berlin', weekly: { sun: ['02:30-04:00'] } });
    expect(between(early, '2026-03-29T00:00Z', '2026-03-29T12:00Z')).toBe(HOUR);
    const skipped = read({ zone: 'Europe/Berlin', weekly: { sun: ['02:00-03:00', '08:00-09:00'] } });
    expect(between(skipped, '2026-03-29T00:00Z', '2026-03-29T12:00Z')).toBe(HOUR);
  });
  it('a repeated wall time means its first showing', () => {
    const early = read({ zone: 'Europe/Berlin', weekly: { sun: ['02:30-02:45'] } });
    expect(instantAnswer(nextOpening(early, at('2026-10-24T12:00Z')))).toBe('2026-10-25T00:30:00Z');
    expect(between(early, '2026-10-24T12:00Z', '2026-10-25T12:00Z')).toBe(15 * 60);
  });
  it('a date that was skipped has no hours: Apia had no 30 December 2011', () => {
    const apia = read({ zone: 'Pacific/Apia', weekly: { 'mon-fri': ['09:00-17:00'] } });
    expect(between(apia, '2011-12-29T12:00Z', '2012-01-01T12:00Z')).toBe(8 * HOUR); // Thursday 29 only
  });
  it('a day whose midnight does not exist begins when the clock jumps', () => {
    const paulo = read({ zone: 'America/Sao_Paulo', weekly: { sun: ['00:00-24:00'] } });
    expect(instantAnswer(nextOpening(paulo, at('2018-11-03T12:00Z')))).toBe('2018-11-04T03:00:00Z');
    expect(between(paulo, '2018-11-03T12:00Z', '2018-11-05T12:00Z')).toBe(23 * HOUR);
  });
  it('Casablanca sets its clock back for Ramadan', () => {
    const shop = read({ zone: 'Africa/Casablanca', weekly: '24x7', exceptions: { '2026-02-15': ['00:00-06:00'] } });
    expect(between(shop, '2026-02-14T23:00Z', '2026-02-15T23:59Z')).toBe(7 * HOUR);
  });
  it('local mean time is kept to the second', () => {
    const berlin = read({ zone: 'Europe/Berlin', weekly: { 'mon-sun': ['09:00-17:00'] } });
    expect(instantAnswer(nextOpening(berlin, at('1880-05-05T00:00Z')))).toBe('1880-05-05T08:06:32Z');
  });
});

describe('an interval belongs to the date on which it begins', () => {
  const nights = { zone: 'UTC', weekly: { mon: ['22:00-06:00'], tue: ['22:00-06:00'] } };
  const tuesday = '2026-06-02';

  it('so a holiday takes the night that begins on it and leaves the tail of the night before', () => {
    const calendar = read({ ...nights, holidays: [tuesday] });
    expect(isOpen(calendar, at('2026-06-02T05:59:59Z'))).toBe(true);
    expect(isOpen(calendar, at('2026-06-02T23:00Z'))).toBe(false);
    expect(isOpen(calendar, at('2026-06-03T05:00Z'))).toBe(false);
  });
  it('and half a holiday clips it at the wall time', () => {
    const from = read({ ...nights, holidays: [{ date: tuesday, from: '23:00' }] });
    expect(between(from, '2026-06-02T12:00Z', '2026-06-03T12:00Z')).toBe(HOUR);
    const until = read({ ...nights, holidays: [{ date: tuesday, until: '23:00' }] });
    expect(between(until, '2026-06-02T00:00Z', '2026-06-03T12:00Z')).toBe(6 * HOUR + 7 * HOUR);
    const middle = read({ ...nights, holidays: [{ date: tuesday, from: '22:30', until: '23:00' }] });
    expect(between(middle, '2026-06-02T12:00Z', '2026-06-03T12:00Z')).toBe(7.5 * HOUR);
  });
  it('and an exception replaces hours and holiday alike', () => {
    const calendar = read({ ...nights, holidays: [tuesday], exceptions: { [tuesday]: ['10:00-11:00'] } });
    expect(between(calendar, '2026-06-02T06:00Z', '2026-06-03T12:00Z')).toBe(HOUR);
  });
  it('and overlapping nights are merged, never counted twice', () => {
    const calendar = read({ zone: 'UTC', weekly: { mon: ['22:00-06:00'], tue: ['05:00-07:00', '06:30-08:00'] } });
    expect(between(calendar, '2026-06-01T12:00Z', '2026-06-02T12:00Z')).toBe(10 * HOUR);
  });
});

describe('holidays', () => {
  it('of every year are closed every year, 29 February only in leap years', () => {
    const calendar = read({ zone: 'UTC', weekly: '24x7', holidays: ['02-29', '12-25'] });
    expect(between(calendar, '2027-01-01T00:00Z', '2028-01-01T00:00Z')).toBe(364 * 24 * HOUR);
    expect(between(calendar, '2028-01-01T00:00Z', '2029-01-01T00:00Z')).toBe(364 * 24 * HOUR);
  });
  it('of a country come year by year from the list, without the removed and with the added ones', () => {
    const asked: number[] = [];
    const holidayLists = {
      list: 'fake 1',
      publicHolidays: (_country: string, _region: string | undefined, year: number) => {
        asked.push(year);
        return [
          { date: `${year}-05-01`, name: 'Labour Day' },
          { date: `${year}-12-24`, name: 'Eve', from: '12:00' },
          { date: `${year}-10-03`, name: 'Unity' },
        ];
      },
    };
    const holidays = [{ country: 'DE', add: ['2026-07-01'], remove: ['2026-10-03'] }, '2026-08-01'];
    const calendar = unwrap(readCalendar({ zone: 'UTC', weekly: '24x7', holidays }, { holidayLists }));
    expect(between(calendar, '2026-01-01T00:00Z', '2027-01-01T00:00Z')).toBe((365 - 3.5) * 24 * HOUR);
    expect(between(calendar, '2027-01-01T00:00Z', '2028-01-01T00:00Z')).toBe((365 - 2.5) * 24 * HOUR);
    const before = asked.length;
    between(calendar, '2026-01-01T00:00Z', '2027-01-01T00:00Z');
    expect(asked.length).toBe(before);
  });
});

describe('a union', () => {
  const part = (zone: string) => ({ zone, weekly: { 'mon-fri': ['09:00-17:00'] } });
  const sun = read({ union: [part('Europe/Berlin'), part('America/New_York'), part('Asia/Tokyo')] });

  it('is open whenever any part is, and counts a shared hour once', () => {
    expect(between(sun, '2026-06-01T00:00Z', '2026-06-01T08:00Z')).toBe(8 * HOUR); // Tokyo, Berlin from 07:00
    expect(between(sun, '2026-06-01T00:00Z', '2026-06-02T00:00Z')).toBe(21 * HOUR);
    expect(instantAnswer(nextClosing(sun, at('2026-06-01T00:00Z')))).toBe('2026-06-01T21:00:00Z');
  });
});

describe('refusals', () => {
  it.each([-1, 0.5, Number.NaN, Number.POSITIVE_INFINITY, 2 ** 60])('%d seconds are no duration', (seconds) => {
    expect(add(office, '2026-06-05T13:00Z', seconds)).toBe('refused: time.invalid-duration');
    expect(subtract(office, '2026-06-05T13:00Z', seconds)).toBe('refused: time.invalid-duration');
  });
  it('an interval that ends before it begins', () =>
    expect(between(office, '2026-06-05T13:00Z', '2026-06-05T12:59:59Z')).toBe('refused: time.reversed-interval'));
  it('years before 1800 and after 2499', () => {
    expect(add(office, '1799-12-31T23:59:59Z', 1)).toBe('refused: time.out-of-range');
    expect(add(office, '2500-01-01T00:00:00Z', 1)).toBe('refused: time.out-of-range');
    expect(add(always('UTC'), '2499-12-31T23:59:59Z', 1)).toBe('refused: time.out-of-range');
    expect(subtract(always('UTC'), '1800-01-01T00:00:00Z', 1)).toBe('refused: time.out-of-range');
    expect(add(always('UTC'), '1800-01-01T00:00:00Z', 1)).toBe('1800-01-01T00:00:01Z');
    expect(() => isOpen(office, at('2500-01-01T00:00:00Z'))).toThrow(RangeError);
  });
  it('a result more than 3653 days away, one second after the last that is not', () => {
    const horizon = 3653 * 86_400;
    expect(add(always('UTC'), '2026-01-01T00:00Z', horizon)).toBe('2036-01-02T00:00:00Z');
    expect(add(always('UTC'), '2026-01-01T00:00Z', horizon + 1)).toBe('refused: time.beyond-horizon');
    expect(subtract(always('UTC'), '2036-01-02T00:00Z', horizon)).toBe('2026-01-01T00:00:00Z');
    expect(subtract(always('UTC'), '2036-01-02T00:00Z', horizon + 1)).toBe('refused: time.beyond-horizon');
  });
  it('a calendar that only opened in the past does not loop for ever', () => {
    const past = read({ zone: 'UTC', weekly: {}, exceptions: { '2020-01-01': ['09:00-10:00'] } });
    expect(add(past, '2026-01-01T00:00Z', 1)).toBe('refused: time.beyond-horizon');
    expect(instantAnswer(nextOpening(past, at('2026-01-01T00:00Z')))).toBe('refused: time.beyond-horizon');
    expect(instantAnswer(previousClosing(past, at('2026-01-01T00:00Z')))).toBe('2020-01-01T10:00:00Z');
  });
});
