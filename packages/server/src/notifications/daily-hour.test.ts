import fc from 'fast-check';
import { expect, test } from 'vitest';
import { dailyHourAfter } from './daily-hour.ts';

const at = (text: string) => Temporal.Instant.from(text);

test.each([
  ['in the night before', '2026-06-01T02:00:00Z', 'Europe/Berlin', '2026-06-01T06:00:00Z'],
  [
    'at the very hour: the next day, for that mail is being written',
    '2026-06-01T06:00:00Z',
    'Europe/Berlin',
    '2026-06-02T06:00:00Z',
  ],
  ['after it', '2026-06-01T06:00:01Z', 'Europe/Berlin', '2026-06-02T06:00:00Z'],
  ['over the change to winter time: 25 hours', '2026-10-24T06:30:00Z', 'Europe/Berlin', '2026-10-25T07:00:00Z'],
  [
    'where the date is another one than in Greenwich',
    '2026-06-01T20:00:00Z',
    'Pacific/Auckland',
    '2026-06-02T20:00:00Z',
  ],
  ['over a day that a zone left out', '2011-12-29T20:00:00Z', 'Pacific/Apia', '2011-12-30T18:00:00Z'],
])('%s', (_case, instant, zone, hour) => {
  expect(dailyHourAfter(at(instant), zone).toString()).toBe(hour);
});

test('is 08:00 there, later, and within two days', () => {
  const zones = [
    'UTC',
    'Europe/Berlin',
    'America/St_Johns',
    'Asia/Kathmandu',
    'Australia/Lord_Howe',
    'Pacific/Chatham',
  ];
  fc.assert(
    fc.property(
      fc.date({ min: new Date('2020-01-01'), max: new Date('2040-01-01'), noInvalidDate: true }),
      fc.constantFrom(...zones),
      (date, zone) => {
        const instant = Temporal.Instant.fromEpochMilliseconds(date.getTime());
        const hour = dailyHourAfter(instant, zone);
        const hours = hour.since(instant).total('hours');
        expect(hour.toZonedDateTimeISO(zone).toPlainTime().toString()).toBe('08:00:00');
        expect(hours > 0 && hours <= 25).toBe(true);
      },
    ),
  );
});
