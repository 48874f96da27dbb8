import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { describeCalendar } from './describe-calendar.ts';
import { explain } from './explain.ts';
import { frozenHolidays, frozenLists, type FrozenHolidays } from './frozen-holidays.ts';
import type { HolidayLists, PublicHoliday } from './holiday-lists.ts';
import { dueSeconds, openSecondsBetween } from './open-time.ts';
import { unwrap } from './oracles/oracle-calendar.ts';
import { readCalendar } from './read-calendar.ts';

const SPAN = { from: 2016, to: 2046 };
const at = (text: string) => Temporal.Instant.from(text).epochMilliseconds / 1000;

/** The last noon of the span: the next day is another year's in no zone. */
const LAST = at('2046-12-31T11:00Z');

/** A list with other holidays in each year: movable ones, halves, and several on one date. */
function listOf(seed: number): HolidayLists {
  return {
    list: 'made up 1',
    regionName: (_, region) => (region === 'BY' ? 'Bavaria' : undefined),
    publicHolidays(country, region, year) {
      if (country !== 'DE' && country !== 'PT') return undefined;
      const first = Temporal.PlainDate.from({ year, month: 1, day: 1 });
      return Array.from({ length: 9 }, (_, i): PublicHoliday => {
        const days = Math.abs(seed * (i + 3) + year * 31 + (region?.length ?? country.length) * 57) % 365;
        const date = first.add({ days }).toString();
        return i % 4 === 3 ? { date, name: `Half ${i}`, from: '12:00' } : { date, name: `Day ${i}` };
      });
    },
  };
}

const SHAPES = {
  office: {
    zone: 'Europe/Berlin',
    weekly: { 'mon-fri': ['09:00-17:00'] },
    holidays: [{ country: 'DE', region: 'BY', list: 'made up 1', remove: ['12-25'], add: ['2030-07-07'] }, '05-01'],
  },
  sun: {
    union: [
      { zone: 'Europe/Lisbon', weekly: { 'mon-sat': ['22:00-06:00'] }, holidays: { country: 'PT' } },
      { zone: 'Asia/Tokyo', weekly: { mon: ['09:00-12:00'] }, holidays: { country: 'DE' } },
    ],
  },
};

const read = (holidayLists: HolidayLists) =>
  new Map(Object.entries(SHAPES).map(([name, shape]) => [name, unwrap(readCalendar(shape, { name, holidayLists }))]));

function frozen(lists: HolidayLists): FrozenHolidays {
  const data = frozenHolidays({ calendars: read(lists) }, lists, SPAN);
  return JSON.parse(JSON.stringify(data)) as FrozenHolidays;
}

describe('frozen holidays', () => {
  it('give the same deadlines, hours and causes as the list, inside the span', () => {
    const instant = fc.integer({ min: at('2016-01-01T12:00Z'), max: LAST });
    fc.assert(
      fc.property(fc.nat(10_000), fc.array(fc.tuple(instant, fc.nat(900_000)), { minLength: 8 }), (seed, asked) => {
        const live = read(listOf(seed));
        const kept = read(frozenLists(frozen(listOf(seed))));
        for (const [name, calendar] of live) {
          const other = kept.get(name);
          if (!other) throw new Error(name);
          for (const [from, seconds] of asked) {
            const due = dueSeconds(calendar, from, seconds);
            if (due > LAST - 86_400) continue;
            expect(dueSeconds(other, from, seconds)).toBe(due);
            expect(openSecondsBetween(other, from, due + 86_400)).toBe(
              openSecondsBetween(calendar, from, due + 86_400),
            );
          }
          const [[first] = [0]] = asked;
          const until = Math.min(first + 900_000, LAST);
          expect(explain(other, first, until)).toEqual(explain(calendar, first, until));
        }
      }),
      { numRuns: 40 },
    );
  });
  it('keep the places that are asked for, each once, and nothing else', () => {
    const { list, from, to, places } = frozen(listOf(1));
    expect({ list, from, to }).toEqual({ list: 'made up 1', ...SPAN });
    expect(places.map(({ country, region, regionName }) => [country, region, regionName])).toEqual([
      ['DE', 'BY', 'Bavaria'],
      ['PT', undefined, undefined],
      ['DE', undefined, undefined],
    ]);
    for (const { years } of places) expect(Object.keys(years)).toHaveLength(31);
  });
  it('leave out what comes from another list', () => {
    const lists = listOf(1);
    expect(frozenHolidays({ calendars: read(lists) }, { ...lists, list: 'made up 2' }, SPAN).places).toEqual([]);
  });
  it('refuse a place that was not frozen, and another version than the one named', () => {
    const lists = frozenLists(frozen(listOf(1)));
    const code = (holidays: unknown) => {
      const calendar = readCalendar({ zone: 'UTC', weekly: '24x7', holidays }, { holidayLists: lists });
      return calendar.ok ? 'granted' : calendar.refusal.code;
    };
    expect(code({ country: 'PT' })).toBe('granted');
    expect(code({ country: 'ES' })).toBe('calendar.unknown-country');
    expect(code({ country: 'DE', region: 'HH' })).toBe('calendar.unknown-country');
    expect(code({ country: 'PT', list: 'made up 2' })).toBe('calendar.holiday-list-other');
  });
  it('close nothing outside the span, and the document says so', () => {
    const lists = frozenLists(frozen(listOf(1)));
    expect(lists.publicHolidays('DE', 'BY', 2015)).toEqual([]);
    expect(lists.publicHolidays('DE', 'BY', 2047)).toEqual([]);
    const [office] = read(lists).values();
    expect(office && describeCalendar(office)[1]).toBe(
      'Closed on the public holidays of Germany, Bavaria in the years 2016 to 2046 (list made up 1), except 25 December of every year. Of other years the list is not known, and no holiday of it closes.',
    );
  });
});
