import { describe, expect, it } from 'vitest';
import { causeInWords } from './cause-in-words.ts';
import { answerOf, unwrap } from './oracles/oracle-calendar.ts';
import { readCalendar } from './read-calendar.ts';
import { segments } from './segments.ts';
import type { Calendar } from './calendar.ts';
import type { HolidayLists } from './holiday-lists.ts';

const at = (text: string): Temporal.Instant => Temporal.Instant.from(text);
const holidayLists: HolidayLists = {
  list: 'date-holidays 3.37.0',
  publicHolidays: (_country, _region, year) => [{ date: `${year}-04-06`, name: 'Easter Monday' }],
};
const read = (input: unknown): Calendar => unwrap(readCalendar(input, { holidayLists }));

/** "begins → cause" of each segment, in local time. */
const told = (calendar: Calendar, from: string, to: string): string[] =>
  unwrap(segments(calendar, at(from), at(to))).map((segment) => {
    const local = segment.from.toZonedDateTimeISO(calendar.zone.zone).toPlainDateTime();
    return `${local.toString({ smallestUnit: 'minute' })} ${causeInWords(segment.cause)}`;
  });

describe('segments say why', () => {
  it('outside hours, days without hours, and public holidays with their list', () => {
    const calendar = read({
      zone: 'Europe/Berlin',
      weekly: { 'mon-fri': ['09:00-17:00'] },
      holidays: { country: 'DE', region: 'BY' },
    });
    expect(told(calendar, '2026-04-03T12:00Z', '2026-04-07T12:00Z')).toEqual([
      '2026-04-03T14:00 open',
      '2026-04-03T17:00 closed: outside hours',
      '2026-04-04T00:00 closed: no hours on Saturday',
      '2026-04-05T00:00 closed: no hours on Sunday',
      '2026-04-06T00:00 holiday: Easter Monday (DE-BY, list date-holidays 3.37.0)',
      '2026-04-07T00:00 closed: outside hours',
      '2026-04-07T09:00 open',
    ]);
  });

  it('half a holiday, from the time at which it takes hours away', () => {
    const holidays = [{ date: '12-24', name: 'Christmas Eve', from: '14:00' }, '2026-12-25'];
    const calendar = read({ zone: 'UTC', weekly: { 'mon-fri': ['09:00-17:00'] }, holidays });
    expect(told(calendar, '2026-12-24T00:00Z', '2026-12-26T00:00Z')).toEqual([
      '2026-12-24T00:00 closed: outside hours',
      '2026-12-24T09:00 open',
      '2026-12-24T14:00 holiday: Christmas Eve',
      '2026-12-24T17:00 closed: outside hours',
      '2026-12-25T00:00 holiday: 25 December 2026',
    ]);
  });

  it('a whole holiday before half a one of the same date', () => {
    const holidays = [
      { date: '12-24', name: 'Half', until: '12:00' },
      { date: '2026-12-24', name: 'Whole', from: '00:00' },
    ];
    const calendar = read({ zone: 'UTC', weekly: { thu: ['09:00-17:00'] }, holidays: holidays.toReversed() });
    expect(told(calendar, '2026-12-24T00:00Z', '2026-12-25T00:00Z')).toEqual(['2026-12-24T00:00 holiday: Whole']);
    const listed = read({
      zone: 'UTC',
      weekly: { thu: ['09:00-17:00'] },
      holidays: [{ ...holidays[0], date: '2026-12-24' }, holidays[1]],
    });
    expect(told(listed, '2026-12-24T00:00Z', '2026-12-25T00:00Z')).toEqual(['2026-12-24T00:00 holiday: Whole']);
  });

  it('a night that a holiday took away, also past midnight', () => {
    const calendar = read({
      zone: 'UTC',
      weekly: { 'mon-sun': ['22:00-06:00'] },
      holidays: [{ date: '2026-06-02', name: 'Fair' }],
    });
    expect(told(calendar, '2026-06-02T00:00Z', '2026-06-03T12:00Z')).toEqual([
      '2026-06-02T00:00 open',
      '2026-06-02T06:00 holiday: Fair',
      '2026-06-03T06:00 closed: outside hours',
    ]);
  });

  it('nights that overlap the next day’s hours, once', () => {
    const calendar = read({ zone: 'UTC', weekly: { mon: ['22:00-08:00'], tue: ['05:00-06:00', '07:00-09:00'] } });
    expect(told(calendar, '2026-06-01T22:00Z', '2026-06-02T12:00Z')).toEqual([
      '2026-06-01T22:00 open',
      '2026-06-02T09:00 closed: outside hours',
    ]);
  });

  it('exceptions that open and that close, before any holiday', () => {
    const calendar = read({
      zone: 'UTC',
      weekly: { 'mon-fri': ['09:00-17:00'] },
      holidays: ['2026-12-31'],
      exceptions: [
        { date: '2026-12-05', hours: ['10:00-14:00'], name: 'Stocktaking Saturday' },
        { date: '2026-12-31', hours: [], name: 'Inventory' },
        { date: '2026-12-06', hours: ['10:00-11:00'] },
      ],
    });
    expect(told(calendar, '2026-12-05T00:00Z', '2026-12-06T23:00Z')).toEqual([
      '2026-12-05T00:00 closed: exception (Stocktaking Saturday)',
      '2026-12-05T10:00 open: exception (Stocktaking Saturday)',
      '2026-12-05T14:00 closed: exception (Stocktaking Saturday)',
      '2026-12-06T00:00 closed: exception',
      '2026-12-06T10:00 open: exception (2026-12-06)',
      '2026-12-06T11:00 closed: exception',
    ]);
    expect(told(calendar, '2026-12-31T00:00Z', '2027-01-01T00:00Z')).toEqual([
      '2026-12-31T00:00 closed: exception (Inventory)',
    ]);
  });

  it('for a union, each part’s cause, and the names of the open ones', () => {
    const berlin = unwrap(
      readCalendar({ zone: 'Europe/Berlin', weekly: { 'mon-fri': ['09:00-17:00'] } }, { name: 'berlin' }),
    );
    const york = unwrap(
      readCalendar({ zone: 'America/New_York', weekly: { 'mon-fri': ['09:00-17:00'] } }, { name: 'york' }),
    );
    const named = (name: string) => ({ berlin, york })[name];
    const union = unwrap(readCalendar({ union: ['berlin', 'york'] }, { named }));
    expect(told(union, '2026-06-05T12:00Z', '2026-06-06T05:00Z')).toEqual([
      '2026-06-05T14:00 open: berlin',
      '2026-06-05T15:00 open: berlin, york',
      '2026-06-05T17:00 open: york',
      '2026-06-05T23:00 berlin: closed: outside hours; york: closed: outside hours',
      '2026-06-06T00:00 berlin: closed: no hours on Saturday; york: closed: outside hours',
      '2026-06-06T06:00 berlin: closed: no hours on Saturday; york: closed: no hours on Saturday',
    ]);
  });

  it('nothing about no time, and refuse a reversed window', () => {
    const calendar = read({ zone: 'UTC', weekly: '24x7' });
    expect(told(calendar, '2026-06-05T12:00Z', '2026-06-05T12:00Z')).toEqual([]);
    expect(answerOf(segments(calendar, at('2026-06-05T12:00Z'), at('2026-06-05T11:00Z')))).toBe(
      'refused: time.reversed-interval',
    );
  });

  it('24x7 is one segment, and a date that was skipped leaves no trace', () => {
    expect(told(read({ zone: 'UTC', weekly: '24x7' }), '2020-01-01T00:00Z', '2026-01-01T00:00Z')).toEqual([
      '2020-01-01T00:00 open',
    ]);
    const apia = read({ zone: 'Pacific/Apia', weekly: { 'mon-thu': ['09:00-17:00'] } });
    expect(told(apia, '2011-12-30T00:00Z', '2012-01-01T10:00Z')).toEqual([
      '2011-12-29T14:00 open',
      '2011-12-29T17:00 closed: outside hours',
      '2011-12-31T00:00 closed: no hours on Saturday',
      '2012-01-01T00:00 closed: no hours on Sunday',
    ]);
  });
});
