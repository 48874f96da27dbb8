import { describe, expect, it } from 'vitest';
import { examineCalendar } from './examine-calendar.ts';
import { isOpen } from './is-open.ts';
import { readCalendar } from './read-calendar.ts';
import { unwrap } from './oracles/oracle-calendar.ts';
import type { HolidayLists } from './holiday-lists.ts';

const lists: HolidayLists = {
  list: 'fake 1',
  publicHolidays: (country, region) => (country === 'DE' && (region ?? 'BY') === 'BY' ? [] : undefined),
};
const office = { zone: 'Europe/Berlin', weekly: { 'mon-fri': ['09:00-17:00'] } };

const problems = (input: unknown): string[] =>
  examineCalendar(input, { holidayLists: lists }).problems.map(({ path, code }) => `${path.join('.')} ${code}`);

describe('a calendar is refused', () => {
  it.each([
    ['no mapping', 5, ' calendar.invalid'],
    ['no zone', { weekly: '24x7' }, 'zone calendar.invalid'],
    ['an unknown zone', { ...office, zone: 'Europe/Nowhere' }, 'zone calendar.unknown-zone'],
    ['an offset for a zone', { ...office, zone: '+02:00' }, 'zone calendar.unknown-zone'],
    ['no hours', { zone: 'UTC' }, 'weekly calendar.invalid'],
    ['24/7 misspelt', { zone: 'UTC', weekly: '24/7' }, 'weekly calendar.invalid'],
    ['a misspelt key', { ...office, holliday: [] }, 'holliday calendar.unknown-key'],
    [
      'a misspelt key of a holiday',
      { ...office, holidays: [{ date: '12-24', form: '14:00' }] },
      'holidays.0.form calendar.unknown-key',
    ],
    [
      'a misspelt key of an exception',
      { ...office, exceptions: [{ date: '2026-12-24', hours: [], nme: '' }] },
      'exceptions.0.nme calendar.unknown-key',
    ],
    ['a misspelt day', { zone: 'UTC', weekly: { 'mon-fry': ['09:00-17:00'] } }, 'weekly.mon-fry calendar.bad-day'],
    ['a day twice', { zone: 'UTC', weekly: { 'mon-fri': ['09:00-17:00'], fri: [] } }, 'weekly.fri calendar.day-twice'],
    [
      'an interval without length',
      { zone: 'UTC', weekly: { mon: ['09:00-09:00'] } },
      'weekly.mon.0 calendar.bad-interval',
    ],
    [
      'an interval at the day’s end',
      { zone: 'UTC', weekly: { mon: ['24:00-06:00'] } },
      'weekly.mon.0 calendar.bad-interval',
    ],
    [
      'a time that does not exist',
      { zone: 'UTC', weekly: { mon: [['09:00', '24:01']] } },
      'weekly.mon.0 calendar.bad-interval',
    ],
    [
      'an hour without its zero',
      { zone: 'UTC', weekly: { mon: ['9:00-17:00'] } },
      'weekly.mon.0 calendar.bad-interval',
    ],
    ['a number for an interval', { zone: 'UTC', weekly: { mon: [540] } }, 'weekly.mon.0 calendar.invalid'],
    ['a number for a date', { ...office, holidays: [{ date: 1224, name: 'Eve' }] }, 'holidays.0.date calendar.invalid'],
    ['30 February', { ...office, holidays: ['2026-02-30'] }, 'holidays.0 calendar.impossible-date'],
    [
      '29 February of no leap year',
      { ...office, holidays: [{ date: '2026-02-29' }] },
      'holidays.0.date calendar.impossible-date',
    ],
    [
      'half a holiday at no time',
      { ...office, holidays: [{ date: '12-24', from: '2 pm' }] },
      'holidays.0.from calendar.bad-time',
    ],
    [
      'half a holiday of no length',
      { ...office, holidays: [{ date: '12-24', from: '14:00', until: '12:00' }] },
      'holidays.0.until calendar.bad-interval',
    ],
    ['a yearly exception', { ...office, exceptions: { '12-24': [] } }, 'exceptions.12-24 calendar.impossible-date'],
    [
      'two exceptions of a date',
      {
        ...office,
        exceptions: [
          { date: '2026-12-24', hours: [] },
          { date: '2026-12-24', hours: [] },
        ],
      },
      'exceptions.1.date calendar.duplicate-exception',
    ],
    ['an unknown country', { ...office, holidays: { country: 'XX' } }, 'holidays.country calendar.unknown-country'],
    [
      'an unknown region',
      { ...office, holidays: [{ country: 'DE', region: 'XX' }] },
      'holidays.0.region calendar.unknown-country',
    ],
    [
      'another list',
      { ...office, holidays: { country: 'DE', list: 'fake 2' } },
      'holidays.list calendar.holiday-list-other',
    ],
    [
      'a removed date that does not exist',
      { ...office, holidays: { country: 'DE', remove: ['2026-02-30'] } },
      'holidays.remove.0 calendar.impossible-date',
    ],
    [
      'an added date that does not exist',
      { ...office, holidays: { country: 'DE', add: ['13-01'] } },
      'holidays.add.0 calendar.impossible-date',
    ],
    ['no part', { union: [] }, 'union calendar.invalid'],
    ['a part that nobody knows', { union: ['berlin'] }, 'union.0 calendar.unknown-part'],
    ['a wrong part', { union: [office, { ...office, zone: 'Mars' }] }, 'union.1.zone calendar.unknown-zone'],
    ['a union with hours', { union: [office], weekly: '24x7' }, 'weekly calendar.unknown-key'],
  ])('for %s', (_, input, expected) => expect(problems(input)).toEqual([expected]));

  it('for having no open time at all: glpi takes such a calendar for 24x7', () => {
    expect(problems({ zone: 'UTC', weekly: {} })).toEqual(['weekly calendar.never-open']);
    expect(problems({ zone: 'UTC', weekly: { 'mon-sun': [] }, exceptions: { '2026-01-01': [] } })).toEqual([
      'weekly calendar.never-open',
    ]);
    expect(problems({ zone: 'UTC', weekly: {}, exceptions: { '2026-01-01': ['09:00-10:00'] } })).toEqual([]);
  });

  it('for public holidays without a list of them: dropping them would open closed days', () => {
    const result = readCalendar({ ...office, holidays: { country: 'DE' } });
    expect(result).toMatchObject({ ok: false, refusal: { code: 'calendar.holiday-list-missing' } });
  });

  it('naming every problem in one sentence, with its place', () => {
    const result = readCalendar({ zone: 'Mars', weekly: { mon: ['9-5'], tues: [] }, x: 1 });
    expect(result).toMatchObject({ ok: false, refusal: { code: 'calendar.invalid' } });
    const sentence = result.ok ? '' : result.refusal.sentence;
    for (const place of ['x:', 'zone:', 'weekly.mon.0:', 'weekly.tues:']) expect(sentence).toContain(place);
  });
});

describe('a calendar may be written', () => {
  const openAt = (weekly: unknown, ...instants: string[]): boolean[] => {
    const calendar = unwrap(readCalendar({ zone: 'UTC', weekly }));
    return instants.map((instant) => isOpen(calendar, Temporal.Instant.from(instant)));
  };

  it('with intervals as text, with seconds, with a dash, or as pairs', () => {
    for (const hours of [['09:00-17:00'], [['09:00', '17:00']], ['09:00:00 – 17:00:00']]) {
      expect(openAt({ mon: hours }, '2026-06-01T08:59:59Z', '2026-06-01T09:00Z', '2026-06-01T17:00Z')).toEqual([
        false,
        true,
        false,
      ]);
    }
  });

  it('with a range of days over the end of the week', () => {
    expect(
      openAt({ 'sun-mon': ['09:00-17:00'] }, '2026-05-31T12:00Z', '2026-06-01T12:00Z', '2026-06-02T12:00Z'),
    ).toEqual([true, true, false]);
  });

  it('as a union of names, which takes the zone of its first part unless it has its own', () => {
    const berlin = unwrap(readCalendar(office, { name: 'berlin' }));
    const named = (name: string) => (name === 'berlin' ? berlin : undefined);
    expect(unwrap(readCalendar({ union: ['berlin'] }, { named })).zone.zone).toBe('Europe/Berlin');
    expect(unwrap(readCalendar({ union: ['berlin'], zone: 'Asia/Tokyo' }, { named })).zone.zone).toBe('Asia/Tokyo');
  });
});
