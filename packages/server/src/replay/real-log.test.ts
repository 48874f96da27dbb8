/**
 * The real ServiceNow log (UCI 498), which is not committed. A second implementation, written without clocks, counts the
 * breaches of the first response; both have to agree to the last one.
 */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import { mapOf, root, termsAt, textOf, tryReplay } from './oracles/try-replay.ts';

const path = join(root, '../shared/data/incident-logs/servicenow-incident-events.csv.gz');
const there = existsSync(path);

const HOUR = 3600;
const TARGETS = {
  essential: { 1: 2 * HOUR, 2: 12 * HOUR, 3: '2 days', 4: '5 days' },
  enhanced: { 1: HOUR / 2, 2: 2 * HOUR, 3: 12 * HOUR, 4: '2 days' },
} as const;

/** Holidays of the United States in these years, by hand from the list of the Office of Personnel Management. */
const HOLIDAYS = new Set(
  '2016-01-01 2016-01-18 2016-02-15 2016-05-30 2016-07-04 2016-09-05 2016-10-10 2016-11-11 2016-11-24 2016-12-25 2016-12-26 2017-01-01 2017-01-02 2017-01-16 2017-02-20'.split(
    ' ',
  ),
);

type Level = keyof typeof TARGETS;
interface Row {
  readonly at: number;
  readonly state: string;
  readonly severity: 1 | 2 | 3 | 4;
  readonly opened: number;
}

function seconds(text: string): number {
  const [, day = '', month = '', year = '', hour = '', minute = ''] =
    /^(\d+)\/(\d+)\/(\d+) (\d+):(\d+)$/.exec(text) ?? [];
  return Date.UTC(Number(year), Number(month) - 1, Number(day), Number(hour), Number(minute)) / 1000;
}

function rowsOf(log: string): Map<string, Row[]> {
  const incidents = new Map<string, Row[]>();
  for (const line of log.trim().split('\n').slice(1)) {
    const cells = line.trim().split(',');
    const rows = incidents.get(cells[0] ?? '') ?? [];
    const row = {
      at: seconds(cells[13] ?? ''),
      state: cells[1] ?? '',
      severity: Number((cells[22] ?? '').charAt(0)) as Row['severity'],
      opened: seconds(cells[9] ?? ''),
    };
    if (row.at < row.opened || row.at < (rows.at(-1)?.at ?? 0)) continue;
    rows.push(row);
    incidents.set(cells[0] ?? '', rows);
  }
  return incidents;
}

/** Business days of an office in New York, nine to five, day by day. */
function businessDaysAfter(opened: number, days: number): number {
  const zone = 'America/New_York';
  const works = (date: Temporal.PlainDate) => date.dayOfWeek < 6 && !HOLIDAYS.has(date.toString());
  const wall = Temporal.Instant.fromEpochMilliseconds(opened * 1000)
    .toZonedDateTimeISO(zone)
    .toPlainDateTime();
  let date = wall.toPlainDate();
  let time = wall.toPlainTime();
  const nine = Temporal.PlainTime.from('09:00');
  const five = Temporal.PlainTime.from('17:00');
  if (!works(date) || Temporal.PlainTime.compare(time, five) >= 0) {
    do date = date.add({ days: 1 });
    while (!works(date));
    time = nine;
  } else if (Temporal.PlainTime.compare(time, nine) < 0) time = nine;
  for (let left = days; left > 0; left -= works(date) ? 1 : 0) date = date.add({ days: 1 });
  return date.toPlainDateTime(time).toZonedDateTime(zone).epochMilliseconds / 1000;
}

function dueOf(level: Level, severity: Row['severity'], opened: number): number {
  const target = TARGETS[level][severity];
  return typeof target === 'number' ? opened + target : businessDaysAfter(opened, Number(target.charAt(0)));
}

/** Breaches of one incident: in each of its lives, whether any target in force had passed before the answer. */
function breachesOf(rows: readonly Row[], level: Level): number {
  let breaches = 0;
  let severity = rows[0]?.severity ?? 3;
  let opened: number | undefined = rows[0]?.opened ?? 0;
  let missed = false;
  let over = false;
  for (const { at, state, severity: next } of rows) {
    const ends = state === 'Resolved' || state === 'Closed';
    if (opened !== undefined && dueOf(level, severity, opened) < at) missed = true;
    severity = next;
    if (over && !ends) opened = at;
    over = ends;
    // A new target that has passed already is missed by what comes in the same second.
    if (opened !== undefined && dueOf(level, severity, opened) < at) missed = true;
    if (opened !== undefined && state !== 'New') {
      if (missed) breaches += 1;
      missed = false;
      opened = undefined;
    }
  }
  return breaches + (missed ? 1 : 0);
}

test('the real log is there on CI', () => {
  expect(there || !process.env['CI']).toBe(true);
});

describe.skipIf(!there)(`the real log${there ? '' : ': skipped, it is not at ../shared/data/incident-logs'}`, () => {
  const log = there ? gunzipSync(readFileSync(path)).toString('utf8') : '';
  const map = mapOf(textOf('examples/servicenow.map.yaml'));

  test.each(['essential', 'enhanced'] as const)('counts what a second implementation counts, %s', async (level) => {
    const { result } = tryReplay(map, await termsAt(level), log);
    expect(result).toMatchObject({ incidents: 4145, rows: 23_876, refused: 3 });
    expect(result.refusedBy).toEqual([
      { reason: 'backwards', says: 'earlier than the row before it', count: 2 },
      { reason: 'unborn', says: 'before its incident was received', count: 1 },
    ]);
    const breaches = [...rowsOf(log).values()].reduce((sum, rows) => sum + breachesOf(rows, level), 0);
    expect(breaches).toBeGreaterThan(100);
    expect(result.promises.find(({ promise }) => promise === 'first-response')?.breached).toBe(breaches);
  });
});
