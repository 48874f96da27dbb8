import { describe, expect, it } from 'vitest';
import { civilDate, dayNumber, plainDate } from './civil-day.ts';
import { dateText, readDate } from './date-text.ts';
import { weekdayIndex } from './weekday.ts';

describe('day numbers', () => {
  it('agree with Temporal over the whole range', () => {
    for (let day = dayNumber(1789, 1, 1); day < dayNumber(2511, 1, 1); day += 13) {
      const date = new Temporal.PlainDate(1970, 1, 1).add({ days: day });
      expect(civilDate(day)).toEqual({ year: date.year, month: date.month, day: date.day });
      expect(dayNumber(date.year, date.month, date.day)).toBe(day);
      expect(weekdayIndex(day)).toBe(date.dayOfWeek - 1);
      expect(dateText(day)).toBe(date.toString());
      expect(plainDate(day).equals(date)).toBe(true);
    }
  });
});

describe('dates of a calendar file', () => {
  it.each(['2026-02-30', '2026-02-29', '2026-13-01', '2026-00-10', '02-30', '1-1', '2026-1-1', 'tomorrow', ''])(
    '"%s" is none',
    (text) => expect(readDate(text)).toBeUndefined(),
  );

  it('29 February is a yearly date, and a date of leap years', () => {
    expect(readDate('02-29')).toEqual({ kind: 'yearly', monthDay: 229 });
    expect(readDate('2028-02-29')?.kind).toBe('once');
  });
});
