import fc from 'fast-check';
import { readCalendar } from '../read-calendar.ts';
import type { Calendar } from '../calendar.ts';
import type { NaiveCalendar, NaiveHours, NaiveWeekly } from './naive-model.ts';

/** Zones with a moment at which something about their clocks is unusual. */
const MOMENTS: readonly (readonly [zone: string, moment: string, why: string])[] = [
  ['Europe/Berlin', '2026-03-29T01:00Z', 'spring gap'],
  ['Europe/Berlin', '2026-10-25T01:00Z', 'autumn overlap'],
  ['America/New_York', '2026-03-08T07:00Z', 'spring gap'],
  ['America/New_York', '2026-11-01T06:00Z', 'autumn overlap'],
  ['Pacific/Apia', '2011-12-30T10:00Z', 'a whole date is skipped'],
  ['America/Sao_Paulo', '2018-11-04T03:00Z', 'gap at midnight'],
  ['America/Sao_Paulo', '2018-02-18T02:00Z', 'overlap up to midnight'],
  ['Asia/Beirut', '2022-03-26T22:00Z', 'gap at midnight'],
  ['America/Havana', '2025-11-02T05:00Z', 'overlap at midnight'],
  ['Asia/Kathmandu', '1985-12-31T18:30Z', 'a quarter of an hour is skipped at new year'],
  ['Australia/Lord_Howe', '2026-04-04T15:00Z', 'half an hour is repeated'],
  ['Australia/Lord_Howe', '2025-10-04T15:30Z', 'half an hour is skipped'],
  ['Africa/Casablanca', '2026-02-15T02:00Z', 'Ramadan sets the clock back'],
  ['UTC', '2025-04-16T19:08Z', 'the edge of a block of open time'],
  ['UTC', '2028-02-29T12:00Z', 'leap day'],
];

/** A generated calendar, as written and as read, with an instant near its zone's unusual moment. */
export type Sample = {
  readonly naive: NaiveCalendar;
  readonly calendar: Calendar;
  /** Epoch seconds of a whole minute. */
  readonly at: number;
};

const wallTime = fc
  .oneof(fc.constantFrom('00:00', '02:00', '02:30', '03:00', '23:45', '09:00'), fc.nat(95).map(quarterText))
  .map((text) => text);

const interval = fc
  .tuple(wallTime, fc.oneof(wallTime, fc.constant('24:00')))
  .filter(([from, to]) => from !== to)
  .map(([from, to]) => [from, to] as const);

const hours: fc.Arbitrary<NaiveHours> = fc.oneof(
  { weight: 3, arbitrary: fc.array(interval, { maxLength: 3 }) },
  { weight: 1, arbitrary: fc.constant([['00:00', '24:00'] as const]) },
);

function weekly(zone: string, date: Temporal.PlainDate): fc.Arbitrary<NaiveWeekly> {
  const near = fc.integer({ min: -3, max: 3 }).map((days) => date.add({ days }).toString());
  const holiday = fc
    .tuple(
      fc.oneof(
        near,
        near.map((text) => text.slice(5)),
      ),
      fc.nat(3),
      wallTime,
    )
    .map(([day, half, time]) => {
      if (half === 1) return { date: day, from: time };
      if (half === 2 && time !== '00:00') return { date: day, until: time };
      return { date: day };
    });
  return fc.record({
    zone: fc.constant(zone),
    weekly: fc.record({ mon: hours, tue: hours, wed: hours, thu: hours, fri: hours, sat: hours, sun: hours }),
    holidays: fc.array(holiday, { maxLength: 2 }),
    exceptions: fc.uniqueArray(fc.record({ date: near, hours }), { maxLength: 2, selector: (each) => each.date }),
  });
}

/** Calendars of one to three parts, near moments at which clocks are unusual. */
export const arbitrarySample: fc.Arbitrary<Sample> = fc
  .tuple(fc.constantFrom(...MOMENTS), fc.integer({ min: -3600, max: 3600 }), fc.constantFrom(...MOMENTS), fc.nat(3))
  .chain(([[zone, moment], minutes, [otherZone], kind]) => {
    const instant = Temporal.Instant.from(moment);
    const date = instant.toZonedDateTimeISO(zone).toPlainDate();
    const at = instant.epochMilliseconds / 1000 + minutes * 60;
    const one = weekly(zone, date);
    const naive: fc.Arbitrary<NaiveCalendar> =
      kind === 0 ? fc.record({ union: fc.tuple(one, weekly(otherZone, date)) }) : one;
    return naive.map((each) => ({ naive: each, at, read: readCalendar(each) }));
  })
  .filter(({ read }) => read.ok)
  .map(({ naive, at, read }) => {
    if (!read.ok) throw new Error(read.refusal.sentence);
    return { naive, calendar: read.value, at };
  });

function quarterText(quarter: number): string {
  return `${String(Math.floor(quarter / 4)).padStart(2, '0')}:${String((quarter % 4) * 15).padStart(2, '0')}`;
}
