import { describe, expect, it } from 'vitest';
import { calendarWarnings } from './calendar-warnings.ts';
import { describeCalendar } from './describe-calendar.ts';
import { unwrap } from './oracles/oracle-calendar.ts';
import { readCalendar } from './read-calendar.ts';

const holidayLists = { list: 'fake 1', publicHolidays: () => [], regionName: () => 'Bavaria' };
const described = (input: unknown): readonly string[] =>
  describeCalendar(unwrap(readCalendar(input, { holidayLists })));

describe('a calendar in words', () => {
  it('names hours, zone, holidays, their list, and exceptions', () => {
    const calendar = {
      zone: 'Europe/Berlin',
      weekly: {
        'mon-thu': ['09:00-12:30', '13:30-17:00'],
        fri: ['09:00-12:30', '13:30-17:00'],
        sat: [['10:00', '14:00']],
      },
      holidays: [
        { country: 'DE', region: 'BY', list: 'fake 1', remove: ['2026-03-04'] },
        { country: 'AT' },
        { date: '12-24', name: 'Christmas Eve', from: '14:00' },
        '2026-12-28',
      ],
      exceptions: [
        { date: '2026-12-31', hours: [], name: 'Inventory' },
        { date: '2026-12-05', hours: ['10:00-14:00'] },
      ],
    };
    expect(described(calendar)).toEqual([
      'Monday to Friday 09:00–12:30 and 13:30–17:00; Saturday 10:00–14:00; Sunday closed, Europe/Berlin.',
      'Closed on the public holidays of Germany, Bavaria (list fake 1), except 4 March 2026.',
      'Closed on the public holidays of Austria (list fake 1).',
      'Closed on 24 December of every year from 14:00 (Christmas Eve) and 28 December 2026.',
      'On 5 December 2026, instead of all this: 10:00–14:00.',
      'On 31 December 2026 (Inventory), instead of all this: closed.',
    ]);
  });
  it('says 24x7 in words, and what past midnight means', () => {
    expect(described({ zone: 'UTC', weekly: '24x7' })).toEqual(['Open at all hours of every day (24x7), UTC.']);
    expect(described({ zone: 'UTC', weekly: { sat: ['22:00-06:00'], sun: ['00:00-24:00'] } })).toEqual([
      'Monday to Friday closed; Saturday 22:00–06:00 of the next day; Sunday all day, UTC.',
      'Hours that run past midnight belong to the day on which they begin.',
    ]);
  });
  it('describes each part of a union', () => {
    expect(described({ union: [{ zone: 'UTC', weekly: '24x7' }] })).toEqual([
      'Open whenever any of these calendars is open: part 1. Dates are those of UTC.',
      'part 1: Open at all hours of every day (24x7), UTC.',
    ]);
  });
});

describe('warnings', () => {
  const codes = (input: unknown): string[] =>
    calendarWarnings(input).map(({ path, code }) => `${path.join('.')} ${code}`);
  const week = (mon: unknown) => ({ zone: 'UTC', weekly: { mon } });

  it('tell of intervals that overlap, not of those that touch', () => {
    expect(codes(week(['09:00-12:00', '11:00-17:00']))).toEqual(['weekly.mon.1 calendar.overlapping-intervals']);
    expect(codes(week(['09:00-12:00', '12:00-17:00']))).toEqual([]);
  });
  it('tell of a night that runs into the next day’s hours, also over the end of the week', () => {
    const days = (weekly: unknown) => codes({ zone: 'UTC', weekly });
    expect(days({ mon: ['22:00-06:00'], tue: ['05:00-07:00'] })).toEqual([
      'weekly.tue.0 calendar.overlapping-intervals',
    ]);
    expect(days({ sun: ['22:00-06:00'], 'mon-fri': ['05:00-07:00'] })).toEqual([
      'weekly.mon-fri.0 calendar.overlapping-intervals',
    ]);
    expect(days({ 'mon-fri': ['22:00-06:00', '05:00-21:00'] })).toEqual([
      'weekly.mon-fri.1 calendar.overlapping-intervals',
    ]);
    expect(days({ mon: ['22:00-06:00'], tue: ['06:00-07:00'], wed: ['05:00-07:00'] })).toEqual([]);
  });
  it('tell of 23:59, which zammad takes for the end of a day: its last minute is closed', () =>
    expect(codes(week(['00:00-23:59']))).toEqual(['weekly.mon.0 calendar.ends-before-midnight']));
  it('tell of a night that is probably a day written backwards', () => {
    expect(codes(week(['17:00-09:00']))).toEqual(['weekly.mon.0 calendar.long-night']);
    expect(codes(week(['20:00-08:00']))).toEqual([]);
  });
  it('look into exceptions and the parts of a union', () => {
    const part = { ...week([]), exceptions: { '2026-01-01': ['00:00-23:59:59'] } };
    expect(codes({ union: ['x', part] })).toEqual(['union.1.exceptions.2026-01-01.0 calendar.ends-before-midnight']);
  });
  it('say nothing about what cannot be read', () => expect(codes({ zone: 'UTC', weekly: 5 })).toEqual([]));
});
