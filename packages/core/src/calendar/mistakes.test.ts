/* Mistakes that other systems of this trade made, each as a case that ours must pass. */
import { describe, expect, it } from 'vitest';
import { addWorkingTime } from './add-working-time.ts';
import { isOpen } from './is-open.ts';
import { answerOf, instantAnswer, unwrap } from './oracles/oracle-calendar.ts';
import { readCalendar } from './read-calendar.ts';
import { workingTimeBetween } from './working-time-between.ts';

const at = (text: string): Temporal.Instant => Temporal.Instant.from(text);

describe('mistakes of others', () => {
  it('zammad: 23:59 stands for the end of a day, so every midnight loses a minute', () => {
    const days = unwrap(readCalendar({ zone: 'UTC', weekly: { 'mon-sun': ['00:00-24:00'] } }));
    expect(isOpen(days, at('2026-06-01T23:59:30Z'))).toBe(true);
    expect(answerOf(workingTimeBetween(days, at('2026-06-01T00:00Z'), at('2026-06-03T00:00Z')))).toBe(2 * 86_400);
    const written = unwrap(readCalendar({ zone: 'UTC', weekly: { 'mon-sun': ['00:00-23:59'] } }));
    expect(isOpen(written, at('2026-06-01T23:59:30Z'))).toBe(false); // what is written, not what is guessed
  });

  it('zammad: a holiday whose title looks like daylight saving is dropped', () => {
    const holidays = [{ date: '2026-03-30', name: 'Daylight Saving Time begins' }];
    const calendar = unwrap(readCalendar({ zone: 'Europe/Berlin', weekly: '24x7', holidays }));
    expect(isOpen(calendar, at('2026-03-30T10:00Z'))).toBe(false);
    const publicHolidays = () => [{ date: '2026-10-26', name: 'Sommerzeit / DST ends' }];
    const listed = readCalendar(
      { zone: 'Europe/Berlin', weekly: '24x7', holidays: { country: 'DE' } },
      { holidayLists: { list: 'fake 1', publicHolidays } },
    );
    expect(isOpen(unwrap(listed), at('2026-10-26T10:00Z'))).toBe(false);
  });

  it('glpi: an invalid calendar silently means 24x7', () => {
    for (const weekly of [{}, { 'mon-fri': [] }, { funday: ['09:00-17:00'] }, null, undefined, '']) {
      expect(readCalendar({ zone: 'UTC', weekly }).ok).toBe(false);
    }
  });

  it('frappe: local times without a zone; the same hours in two zones are different instants', () => {
    const due = (zone: string): string => {
      const calendar = unwrap(readCalendar({ zone, weekly: { 'mon-fri': ['09:00-17:00'] } }));
      return instantAnswer(addWorkingTime(calendar, at('2026-06-06T00:00Z'), 3600));
    };
    expect([due('Europe/Berlin'), due('Asia/Kathmandu')]).toEqual(['2026-06-08T08:00:00Z', '2026-06-08T04:15:00Z']);
    expect(readCalendar({ weekly: '24x7' }).ok).toBe(false);
  });

  it('dbt_zendesk 25: today’s offset is used for history, so half a year’s edges are an hour off', () => {
    const calendar = unwrap(readCalendar({ zone: 'America/New_York', weekly: { 'mon-fri': ['09:00-17:00'] } }));
    expect(isOpen(calendar, at('2026-01-05T13:30Z'))).toBe(false); // 08:30 in winter
    expect(isOpen(calendar, at('2026-07-06T13:30Z'))).toBe(true); // 09:30 in summer
    expect(isOpen(calendar, at('2006-03-27T13:30Z'))).toBe(false); // in 2006 summer time began in April, not in March
    expect(isOpen(calendar, at('2006-04-03T13:30Z'))).toBe(true);
  });

  it('working_hours: a day of 25 hours is counted as 24', () => {
    const calendar = unwrap(readCalendar({ zone: 'Europe/Paris', weekly: { sun: ['00:00-24:00'] } }));
    expect(answerOf(workingTimeBetween(calendar, at('2020-10-24T22:00Z'), at('2020-10-25T23:00Z')))).toBe(90_000);
  });
});
