/**
 * Durations as people write them. A duration counts in one of three ways, and the unit says which:
 * seconds, minutes and hours are **working time** on the promise's calendar; business days count
 * dates on which that calendar opens; days, weeks, months and years count by the **calendar date**
 * in the calendar's zone, the wall time kept.
 */
import { nearest } from '../nearest.ts';
import { word, type Reading } from './word.ts';

export const CALENDAR_UNITS = ['day', 'week', 'month', 'quarter', 'year'] as const;
export type CalendarUnit = (typeof CALENDAR_UNITS)[number];

export type Duration =
  | { readonly counts: 'working-time'; readonly seconds: number }
  | { readonly counts: 'business-days'; readonly days: number }
  | { readonly counts: 'calendar'; readonly unit: CalendarUnit; readonly count: number };

const SECONDS_IN = { second: 1, minute: 60, hour: 3600 } as const;
const EXPECTED =
  'a whole number and a unit: seconds, minutes, hours, business days, days, weeks, months, quarters or years';
const ITEM = /^(\d{1,9}) (second|minute|hour|business day|day|week|month|quarter|year)s?$/;

/** Reads "30 minutes", "1 hour 30 minutes", "2 business days", "1 week". */
export function readDuration(text: string): Reading<Duration> {
  const items = text.trim().split(/\s+(?=\d)/);
  if (items.length === 1) return readItem(items[0] ?? '');
  let seconds = 0;
  for (const item of items) {
    const reading = readItem(item);
    if (!reading.ok) return reading;
    if (reading.value.counts !== 'working-time') {
      return wrong(`"${text}" mixes units that count in different ways`);
    }
    seconds += reading.value.seconds;
  }
  return { ok: true, value: { counts: 'working-time', seconds } };
}

function readItem(item: string): Reading<Duration> {
  const match = ITEM.exec(item.trim().replace(/\s+/g, ' '));
  const unit = match?.[2];
  if (!match || unit === undefined) return wrong(`"${item}" is not a duration`, suggest(item));
  const count = Number(match[1]);
  if (count === 0) return wrong(`"${item}" lasts no time at all`);
  if (unit === 'business day') return { ok: true, value: { counts: 'business-days', days: count } };
  if (isClockUnit(unit)) return { ok: true, value: { counts: 'working-time', seconds: count * SECONDS_IN[unit] } };
  const calendarUnit = CALENDAR_UNITS.find((known) => known === unit);
  if (!calendarUnit) return wrong(`"${item}" is not a duration`);
  return { ok: true, value: { counts: 'calendar', unit: calendarUnit, count } };
}

function isClockUnit(unit: string): unit is keyof typeof SECONDS_IN {
  return Object.hasOwn(SECONDS_IN, unit);
}

/** A suggestion whose number no duration has would only lead to the next finding. */
function wrong(sentence: string, suggested?: string): Reading<Duration> {
  const suggestion = suggested !== undefined && /^\d{1,6} /.test(suggested) ? suggested : undefined;
  return { ok: false, sentence, expected: EXPECTED, ...(suggestion === undefined ? {} : { suggestion }) };
}

/** "1:30" and "30m" are the two forms that people try first; a misspelt unit is the third. */
function suggest(item: string): string | undefined {
  const clock = /^(\d+):(\d{2})$/.exec(item);
  if (clock) return secondsInWords(Number(clock[1]) * 3600 + Number(clock[2]) * 60);
  const short = /^(\d+)\s*(s|sec|m|min|mins|h|hr|hrs|bd|d|w|wk|y)$/i.exec(item);
  if (!short) return misspelt(item);
  const names: Record<string, string> = {
    s: 'second',
    m: 'minute',
    h: 'hour',
    b: 'business day',
    d: 'day',
    w: 'week',
    y: 'year',
  };
  const name = names[(short[2] ?? '').charAt(0).toLowerCase()];
  return name === undefined ? undefined : plural(Number(short[1]), name);
}

function misspelt(item: string): string | undefined {
  const match = /^(\d+)\s*([a-z ]+)$/i.exec(item);
  if (!match) return undefined;
  const unit = nearest(
    match[2] ?? '',
    [...Object.keys(SECONDS_IN), 'business day', ...CALENDAR_UNITS].map((name) => `${name}s`),
  );
  return unit ? plural(Number(match[1]), unit.slice(0, -1)) : undefined;
}

/** "1 hour", "2 hours". */
export function plural(count: number, unit: string): string {
  return `${count} ${unit}${count === 1 ? '' : 's'}`;
}

/** A duration in words, as the rendered document says it. */
export function durationInWords(duration: Duration): string {
  switch (duration.counts) {
    case 'business-days':
      return plural(duration.days, 'business day');
    case 'calendar':
      return plural(duration.count, duration.unit);
    case 'working-time':
      return secondsInWords(duration.seconds);
  }
}

/** Seconds of working time in the largest units that are exact: 5400 → "1 hour 30 minutes". */
export function secondsInWords(seconds: number): string {
  if (seconds === 0) return '0 seconds';
  const hours = Math.floor(seconds / 3600);
  const minutes = Math.floor((seconds % 3600) / 60);
  const rest = seconds % 60;
  const parts = [];
  if (hours > 0) parts.push(plural(hours, 'hour'));
  if (minutes > 0) parts.push(plural(minutes, 'minute'));
  if (rest > 0) parts.push(plural(rest, 'second'));
  return parts.join(' ');
}

export const durationWord = word(readDuration, {
  id: 'duration',
  description:
    'A duration. Hours and shorter count working time, business days count dates on which the calendar opens, days and longer count by the date.',
  examples: ['30 minutes', '1 hour 30 minutes', '2 business days', '1 week', '5 days'],
});
