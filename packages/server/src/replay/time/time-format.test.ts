import { describe, expect, test } from 'vitest';
import { readTimeFormat } from './time-format.ts';
import { isZone, wallClock } from './wall-clock.ts';

const at = (format: string, text: string, zone = 'UTC'): string => {
  const made = readTimeFormat(format);
  if (!made.ok) return made.sentence;
  const seconds = made.read(text, wallClock(zone));
  return Number.isNaN(seconds) ? 'no time' : Temporal.Instant.fromEpochMilliseconds(seconds * 1000).toString();
};

describe('times as logs write them', () => {
  test.each([
    ['d/M/yyyy HH:mm', '29/2/2016 06:58', '2016-02-29T06:58:00Z'],
    ['dd.MM.yyyy HH:mm:ss', '01.12.2026 23:59:59', '2026-12-01T23:59:59Z'],
    ['M/d/yyyy h:mm a', '3/9/2026 12:05 AM', '2026-03-09T00:05:00Z'],
    ['M/d/yyyy h:mm a', '3/9/2026 12:05 pm', '2026-03-09T12:05:00Z'],
    ['yyyy-MM-ddTHH:mm', '2026-03-09T07:00', '2026-03-09T07:00:00Z'],
    ['yyyyMMdd', '20260309', '2026-03-09T00:00:00Z'],
    ['iso', '2026-03-09T07:00:00+01:00', '2026-03-09T06:00:00Z'],
    ['iso', '2026-03-09 07:00:00.123Z', '2026-03-09T07:00:00Z'],
    ['iso', '2026-03-09T07:00', '2026-03-09T07:00:00Z'],
    ['epoch-seconds', '1456729080', '2016-02-29T06:58:00Z'],
    ['epoch-milliseconds', '1456729080999', '2016-02-29T06:58:00Z'],
  ])('%s: %s', (format, text, instant) => {
    expect(at(format, text)).toBe(instant);
  });

  // Each of these is read as some other day by Date.parse or by a parser that rolls over.
  test.each([
    ['d/M/yyyy HH:mm', '31/2/2016 06:58'],
    ['d/M/yyyy HH:mm', '29/2/2015 06:58'],
    ['d/M/yyyy HH:mm', '1/13/2016 06:58'],
    ['d/M/yyyy HH:mm', '1/1/2016 24:00'],
    ['d/M/yyyy HH:mm', '1/1/2016 6:58'],
    ['d/M/yyyy HH:mm', '1/1/2016 06:58 '],
    ['d/M/yyyy HH:mm', ''],
    ['d/M/yyyy HH:mm', '1/1/1066 06:58'],
    ['M/d/yyyy h:mm a', '3/9/2026 13:05 PM'],
    ['iso', '2026-02-30T07:00:00Z'],
    ['iso', 'yesterday'],
    ['epoch-seconds', '99999999999999'],
  ])('%s refuses "%s"', (format, text) => {
    expect(at(format, text)).toBe('no time');
  });

  test('formats that cannot be read are refused by name', () => {
    expect(at('DD/MM/YYYY', '')).toMatch(/"DD" is no token/);
    expect(at('HH:mm', '')).toMatch(/leaves out the year/);
    expect(at('d/M/yyyy h:mm', '')).toMatch(/needs h and a together/);
    expect(at('d/M/yyyy M', '')).toMatch(/month twice/);
  });
});

describe('wall times where clocks are changed', () => {
  test.each([
    ['skipped: the end of the gap', 'Europe/Berlin', '2026-03-29T02:30', '2026-03-29T01:00:00Z'],
    ['just before the gap', 'Europe/Berlin', '2026-03-29T01:59', '2026-03-29T00:59:00Z'],
    ['shown twice: the first showing', 'Europe/Berlin', '2026-10-25T02:30', '2026-10-25T00:30:00Z'],
    ['after the overlap', 'Europe/Berlin', '2026-10-25T03:00', '2026-10-25T02:00:00Z'],
    ['summer', 'America/New_York', '2026-07-01T12:00', '2026-07-01T16:00:00Z'],
    ['a day that was left out', 'Pacific/Apia', '2011-12-30T12:00', '2011-12-30T10:00:00Z'],
    ['a zone of half an hour', 'Asia/Kolkata', '2026-07-01T12:00', '2026-07-01T06:30:00Z'],
  ])('%s', (_, zone, wall, instant) => {
    expect(at('iso', wall, zone)).toBe(instant);
  });

  test('every half hour of two years is what Temporal says', () => {
    for (const zone of ['Europe/Berlin', 'America/St_Johns', 'Australia/Lord_Howe', 'Pacific/Chatham']) {
      const clock = wallClock(zone);
      for (let wall = Date.UTC(2025, 0, 1) / 1000; wall < Date.UTC(2027, 0, 1) / 1000; wall += 1800) {
        const local = Temporal.Instant.fromEpochMilliseconds(wall * 1000)
          .toZonedDateTimeISO('UTC')
          .toPlainDateTime();
        const there = local.toZonedDateTime(zone, { disambiguation: 'earlier' });
        if (there.toPlainDateTime().equals(local)) expect(clock(wall)).toBe(there.epochMilliseconds / 1000);
      }
    }
  });

  test('zones', () => {
    expect(isZone('Europe/Berlin')).toBe(true);
    expect(isZone('+02:00')).toBe(false);
    expect(isZone('Europe/Berln')).toBe(false);
  });
});
