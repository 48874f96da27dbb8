import { describe, expect, it } from 'vitest';
import { addBusinessDays } from './add-business-days.ts';
import { addCalendarDuration } from './add-calendar-duration.ts';
import { businessDaysBetween } from './business-days-between.ts';
import { isBusinessDay } from './is-business-day.ts';
import { isHoliday } from './is-holiday.ts';
import { localDate } from './local-date.ts';
import { answerOf, instantAnswer, unwrap } from './oracles/oracle-calendar.ts';
import { readCalendar } from './read-calendar.ts';
import { subtractBusinessDays } from './subtract-business-days.ts';
import type { Calendar } from './calendar.ts';
import type { CalendarDuration } from './add-calendar-duration.ts';

const at = (text: string): Temporal.Instant => Temporal.Instant.from(text);
const date = (text: string): Temporal.PlainDate => Temporal.PlainDate.from(text);
const read = (input: unknown): Calendar => unwrap(readCalendar(input));
const add = (calendar: Calendar, from: string, days: number): string =>
  instantAnswer(addBusinessDays(calendar, at(from), days));
const subtract = (calendar: Calendar, from: string, days: number): string =>
  instantAnswer(subtractBusinessDays(calendar, at(from), days));

const office = read({
  zone: 'Europe/Berlin',
  weekly: { 'mon-thu': ['09:00-12:00', '13:00-17:00'], fri: ['10:00-14:00'] },
  holidays: ['2026-06-04', { date: '2026-06-09', from: '12:00' }],
});

describe('business days added', () => {
  it.each([
    ['2026-06-01T08:00Z', 2, '2026-06-03T08:00:00Z', 'the same wall time two business dates later'],
    ['2026-06-03T08:00Z', 1, '2026-06-05T08:00:00Z', 'a holiday is no business date'],
    ['2026-06-03T14:00Z', 1, '2026-06-05T12:00:00Z', 'the target closes earlier: its closing'],
    ['2026-06-03T12:00Z', 1, '2026-06-05T12:00:00Z', 'the target closes at that very time: its closing'],
    ['2026-06-03T07:00Z', 1, '2026-06-05T08:00:00Z', 'the target opens later: its opening'],
    ['2026-06-05T10:30Z', 1, '2026-06-08T10:00:00Z', 'at lunch on the target: the closing before it'],
    ['2026-06-06T10:00Z', 1, '2026-06-09T07:00:00Z', 'from a weekend: counted from Monday’s opening'],
    ['2026-06-05T12:00Z', 1, '2026-06-09T07:00:00Z', 'from a closing: it is closed, counted from the next opening'],
    ['2026-06-08T13:00Z', 1, '2026-06-09T10:00:00Z', 'onto half a holiday: its last closing'],
    ['2026-06-06T10:00Z', 0, '2026-06-08T07:00:00Z', 'none, from a weekend: Monday’s opening'],
    ['2026-06-05T10:00Z', 0, '2026-06-05T10:00:00Z', 'none, from open time: that moment'],
  ])('%s + %d = %s (%s)', (from, days, expected) => expect(add(office, from, days)).toBe(expected));

  it('keep the wall time over the end of summer time', () =>
    expect(add(office, '2026-10-22T08:00Z', 2)).toBe('2026-10-26T09:00:00Z'));
  it('land in last night’s shift when the calendar is open then', () => {
    const night = read({ zone: 'UTC', weekly: { 'mon-fri': ['22:00-06:00'] } });
    expect(add(night, '2026-06-02T02:00Z', 1)).toBe('2026-06-03T02:00:00Z');
    expect(add(night, '2026-06-06T02:00Z', 1)).toBe('2026-06-08T22:00:00Z'); // Saturday's tail; Monday 02:00 is closed
  });
  it('do not end before they began where a far part of a union has had its date', () => {
    const coast = { zone: 'America/Los_Angeles', weekly: { 'mon-fri': ['09:00-22:00'] } };
    const tokyo = { zone: 'Asia/Tokyo', weekly: { 'mon-fri': ['09:00-17:00'], sat: ['09:00-12:00'] } };
    const sun = read({ union: [coast, tokyo] });
    // On Friday in Los Angeles: at 19:30 Tokyo's Saturday is still on, at 21:00 it is over.
    expect(add(sun, '2026-06-06T02:30Z', 1)).toBe('2026-06-06T03:00:00Z');
    expect(add(sun, '2026-06-06T04:00Z', 1)).toBe('2026-06-09T04:00:00Z');
    expect(add(sun, '2026-06-06T04:00Z', 2)).toBe('2026-06-10T04:00:00Z');
  });
  it('nor where a date is skipped (Samoa had no 30 December 2011)', () => {
    const apia = { zone: 'Pacific/Apia', weekly: { thu: ['00:00-24:00'] } };
    const kathmandu = { zone: 'Asia/Kathmandu', weekly: { fri: ['00:00-00:15'], mon: ['00:00-24:00'] } };
    const both = read({ union: [apia, kathmandu] });
    expect(add(both, '2011-12-30T09:50Z', 1)).toBe('2012-01-02T09:50:00Z');
  });
  it('give up beyond the horizon and refuse what is no number of days', () => {
    expect(add(office, '2026-06-01T08:00Z', 3000)).toBe('refused: time.beyond-horizon');
    expect(add(office, '2026-06-01T08:00Z', 1.5)).toBe('refused: time.invalid-duration');
    expect(subtract(office, '2026-06-01T08:00Z', 3000)).toBe('refused: time.beyond-horizon');
  });
});

describe('business days subtracted', () => {
  it.each([
    ['2026-06-03T08:00Z', 2, '2026-06-01T08:00:00Z', 'the same wall time two business dates before'],
    ['2026-06-08T07:30Z', 1, '2026-06-05T08:00:00Z', 'the target opens later: its opening'],
    ['2026-06-08T14:00Z', 1, '2026-06-05T12:00:00Z', 'the target closes earlier: its closing'],
    ['2026-06-07T10:00Z', 1, '2026-06-03T12:00:00Z', 'from a weekend: counted from Friday’s closing'],
    ['2026-06-07T10:00Z', 0, '2026-06-05T12:00:00Z', 'none, from a weekend: Friday’s closing'],
  ])('%s - %d = %s (%s)', (from, days, expected) => expect(subtract(office, from, days)).toBe(expected));

  it('do not begin after they end where a far part of a union has its date still to come', () => {
    const tokyo = { zone: 'Asia/Tokyo', weekly: { 'wed-thu': ['09:00-17:00'], sat: ['09:00-17:00'] } };
    const coast = { zone: 'America/Los_Angeles', weekly: { fri: ['20:00-22:00'] } };
    const sun = read({ union: [tokyo, coast] });
    // Saturday 10:00 in Tokyo, before Friday's evening in Los Angeles; then Saturday 14:00, after it.
    expect(subtract(sun, '2026-06-06T01:00Z', 1)).toBe('2026-06-04T01:00:00Z');
    expect(subtract(sun, '2026-06-06T05:00Z', 1)).toBe('2026-06-06T03:00:00Z');
  });
  it('count a closing at 24:00 to the day that it ends', () => {
    const whole = read({ zone: 'UTC', weekly: { 'mon-fri': ['00:00-24:00'] } });
    expect(subtract(whole, '2026-06-06T12:00Z', 1)).toBe('2026-06-05T00:00:00Z');
    const some = read({ zone: 'UTC', weekly: { mon: ['00:00-24:00'], wed: ['00:00-24:00'] } });
    expect(subtract(some, '2026-06-04T12:00Z', 1)).toBe('2026-06-02T00:00:00Z'); // Monday 24:00
  });
});

describe('business dates', () => {
  it('have open time that begins on them', () => {
    const night = read({ zone: 'UTC', weekly: { fri: ['22:00-06:00'] } });
    expect(isBusinessDay(night, date('2026-06-05'))).toBe(true);
    expect(isBusinessDay(night, date('2026-06-06'))).toBe(false); // only Friday's tail
    expect(isBusinessDay(office, date('2026-06-09'))).toBe(true); // half a holiday
  });
  it('are none where the date was skipped', () => {
    const apia = read({ zone: 'Pacific/Apia', weekly: { 'mon-fri': ['09:00-17:00'] } });
    expect(isBusinessDay(apia, date('2011-12-30'))).toBe(false);
    expect(answerOf(businessDaysBetween(apia, date('2011-12-29'), date('2012-01-02')))).toBe(1);
  });
  it('of a union are those of any part, each on its own date', () => {
    const part = (zone: string) => ({ zone, weekly: { 'mon-fri': ['08:00-17:00'] } });
    const union = read({ union: [part('Europe/Berlin'), part('Asia/Tokyo')] });
    expect(isBusinessDay(union, date('2026-06-07'))).toBe(false); // Tokyo's Monday begins on Berlin's Sunday
    expect(isBusinessDay(union, date('2026-06-08'))).toBe(true);
  });
  it('between two dates leave out the first and take in the last; reversed is refused', () => {
    expect(answerOf(businessDaysBetween(office, date('2026-06-01'), date('2026-06-08')))).toBe(4);
    expect(answerOf(businessDaysBetween(office, date('2026-06-08'), date('2026-06-01')))).toBe(
      'refused: time.reversed-interval',
    );
  });
});

describe('holidays of a date', () => {
  it('are whole or half, and an exception replaces them', () => {
    const calendar = read({
      zone: 'UTC',
      weekly: '24x7',
      holidays: ['12-25', { date: '12-24', from: '14:00' }],
      exceptions: { '2027-12-25': ['09:00-10:00'] },
    });
    const days = ['2026-12-23', '2026-12-24', '2026-12-25', '2027-12-25', '2028-12-25'];
    expect(days.map((day) => isHoliday(calendar, date(day)))).toEqual([false, true, true, false, true]);
  });
  it('of a union are those of every part', () => {
    const part = (holidays: string[]) => ({ zone: 'UTC', weekly: '24x7', holidays });
    const union = read({ union: [part(['12-25', '12-26']), part(['12-25'])] });
    expect(['2026-12-25', '2026-12-26'].map((day) => isHoliday(union, date(day)))).toEqual([true, false]);
  });
});

describe('local dates', () => {
  it('are those of the zone, not of UTC', () => {
    expect(localDate(office, at('2026-06-05T22:30Z')).toString()).toBe('2026-06-06');
    expect(localDate(read({ zone: 'Asia/Kathmandu', weekly: '24x7' }), at('2026-06-05T18:15Z')).toString()).toBe(
      '2026-06-06',
    );
  });
});

describe('calendar units', () => {
  const later = (zone: string, from: string, duration: CalendarDuration): string =>
    instantAnswer(addCalendarDuration(zone, at(from), duration));

  it.each<[string, string, CalendarDuration, string, string]>([
    ['Europe/Berlin', '2026-03-28T08:00Z', { days: 1 }, '2026-03-29T07:00:00Z', 'the same wall time, 23 hours later'],
    [
      'Europe/Berlin',
      '2026-03-28T01:30Z',
      { days: 1 },
      '2026-03-29T01:00:00Z',
      'a skipped time is the instant of the skip',
    ],
    ['Europe/Berlin', '2026-10-24T00:30Z', { days: 1 }, '2026-10-25T00:30:00Z', 'a repeated time is its first showing'],
    ['Europe/Berlin', '2026-01-31T08:00Z', { months: 1 }, '2026-02-28T08:00:00Z', 'a short month ends on its last day'],
    ['UTC', '2024-02-29T00:00Z', { years: 1 }, '2025-02-28T00:00:00Z', 'a leap day a year later'],
    ['UTC', '2026-01-30T00:00Z', { months: 1, days: 1 }, '2026-03-01T00:00:00Z', 'months first, then days'],
    ['UTC', '2026-01-01T00:00Z', { weeks: 2 }, '2026-01-15T00:00:00Z', 'weeks'],
    ['Pacific/Apia', '2011-12-29T19:00Z', { days: 1 }, '2011-12-30T10:00:00Z', 'onto the date that was skipped'],
  ])('%s %s + %o = %s (%s)', (zone, from, duration, expected) => expect(later(zone, from, duration)).toBe(expected));

  it('are refused when fractional, negative, endless or in no zone', () => {
    expect(later('UTC', '2026-01-01T00:00Z', { days: 0.5 })).toBe('refused: time.invalid-duration');
    expect(later('UTC', '2026-01-01T00:00Z', { months: -1 })).toBe('refused: time.invalid-duration');
    expect(later('UTC', '2026-01-01T00:00Z', { years: 1e15 })).toBe('refused: time.out-of-range');
    expect(later('UTC', '2026-01-01T00:00Z', { years: 600 })).toBe('refused: time.out-of-range');
    expect(later('+02:00', '2026-01-01T00:00Z', { days: 1 })).toBe('refused: calendar.unknown-zone');
  });
});
