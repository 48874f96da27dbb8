import { describe, expect, it } from 'vitest';
import { localDay, offsetAt, secondsOfWall, wallOf, zoneTable } from './zone-table.ts';

const second = (text: string): number => Temporal.Instant.from(text).epochMilliseconds / 1000;
const wall = (text: string): number => second(`${text}Z`);
const table = (zone: string) => {
  const found = zoneTable(zone);
  if (!found) throw new Error(zone);
  return found;
};
const instantOfWall = (zone: string, text: string): string =>
  Temporal.Instant.fromEpochMilliseconds(secondsOfWall(table(zone), wall(text)) * 1000).toString();

describe('a wall time becomes the first instant at which the clock shows it or later', () => {
  it.each([
    ['Europe/Berlin', '2026-06-01T09:00', '2026-06-01T07:00:00Z', 'an ordinary time'],
    ['Europe/Berlin', '2026-10-25T02:30', '2026-10-25T00:30:00Z', 'shown twice: the first showing'],
    ['Europe/Berlin', '2026-10-25T03:00', '2026-10-25T02:00:00Z', 'the end of the repeated hour comes once'],
    [
      'Europe/Berlin',
      '2026-03-29T02:30',
      '2026-03-29T01:00:00Z',
      'skipped: when the clock skips it, not an hour later',
    ],
    ['Europe/Berlin', '2026-03-29T03:00', '2026-03-29T01:00:00Z', 'the end of the gap is the same instant'],
    ['America/New_York', '2026-11-01T01:30', '2026-11-01T05:30:00Z', 'shown twice'],
    ['Pacific/Apia', '2011-12-30T09:00', '2011-12-30T10:00:00Z', 'a date that did not exist'],
    ['Pacific/Apia', '2011-12-31T09:00', '2011-12-30T19:00:00Z', 'the day after it'],
    ['America/Sao_Paulo', '2018-11-04T00:00', '2018-11-04T03:00:00Z', 'a midnight that does not exist'],
    ['Asia/Beirut', '2022-03-27T00:00', '2022-03-26T22:00:00Z', 'a midnight that does not exist'],
    ['America/Havana', '2025-11-02T00:00', '2025-11-02T04:00:00Z', 'a midnight that comes twice'],
    ['Australia/Lord_Howe', '2026-04-05T01:45', '2026-04-04T14:45:00Z', 'half an hour is repeated'],
    ['Asia/Kathmandu', '1986-01-01T00:05', '1985-12-31T18:30:00Z', 'a quarter of an hour was skipped'],
    ['Europe/Berlin', '1890-01-01T12:00', '1890-01-01T11:06:32Z', 'local mean time has seconds'],
  ])('%s %s is %s (%s)', (zone, text, expected) => {
    expect(instantOfWall(zone, text)).toBe(expected);
  });
});

describe('the table', () => {
  const ZONES = [
    'UTC',
    'Europe/Berlin',
    'America/New_York',
    'Pacific/Apia',
    'America/Sao_Paulo',
    'Asia/Beirut',
    'America/Havana',
    'Asia/Kathmandu',
    'Australia/Lord_Howe',
    'Africa/Casablanca',
    'Asia/Manila',
    'America/Juneau',
    'Africa/Monrovia',
    'Europe/Dublin',
    'Antarctica/Troll',
    'Asia/Tehran',
    'America/Caracas',
  ];

  it.each(ZONES)('shows the wall clock of %s as Temporal does, from 1800 to 2499', (zone) => {
    const found = table(zone);
    for (let seconds = second('1800-01-01T00:00Z'); seconds < second('2500-01-01T00:00Z'); seconds += 3_333_337) {
      const zoned = Temporal.Instant.fromEpochMilliseconds(seconds * 1000).toZonedDateTimeISO(zone);
      expect([seconds, offsetAt(found, seconds)]).toEqual([seconds, zoned.offsetNanoseconds / 1e9]);
    }
  });

  it.each(ZONES)('agrees with Temporal at every transition of %s and a second before', (zone) => {
    const found = table(zone);
    for (const at of [...found.at.slice(1)].flatMap((each) => [each - 1, each])) {
      const zoned = Temporal.Instant.fromEpochMilliseconds(at * 1000).toZonedDateTimeISO(zone);
      expect([at, offsetAt(found, at)]).toEqual([at, zoned.offsetNanoseconds / 1e9]);
    }
  });

  it('knows the date of an instant', () => {
    const before = second('2011-12-30T09:59:59Z');
    expect(localDay(table('Pacific/Apia'), before + 1) - localDay(table('Pacific/Apia'), before)).toBe(2);
    expect(wallOf(table('Asia/Kathmandu'), 0)).toBe(5.5 * 3600);
  });

  it.each(['+02:00', 'Z', '', 'Europe/Nowhere', '2026-01-01T00:00[Europe/Berlin]', 'GMT+2', ' UTC'])(
    'refuses "%s": no zone, so no rules for the other half of the year',
    (zone) => expect(zoneTable(zone)).toBeUndefined(),
  );

  it('gives names in their own spelling', () => expect(table('europe/berlin').zone).toBe('Europe/Berlin'));
});
