/** Counts: "1..2" times a year, "4", "at least 1"; and how often at most: "once a day". */
import { word, wordOrNumber, type Reading } from './word.ts';
import { CALENDAR_UNITS, type CalendarUnit } from './duration.ts';

/** How many times something is done in a period; `most` is absent where nothing limits it. */
export type Times = { readonly least: number; readonly most?: number };

/** Reads "4", "1..2", "at least 1", "at most 2". */
export function readTimes(text: string): Reading<Times> {
  const plain = text.trim();
  const range = /^(\d{1,6})\.\.(\d{1,6})$/.exec(plain);
  if (range) {
    const least = Number(range[1]);
    const most = Number(range[2]);
    if (least > most) {
      return {
        ok: false,
        sentence: `"${plain}" runs backwards`,
        expected: 'the smaller number first',
        suggestion: `${most}..${least}`,
      };
    }
    return { ok: true, value: { least, most } };
  }
  const exact = /^(\d{1,6})$/.exec(plain);
  if (exact) return { ok: true, value: { least: Number(exact[1]), most: Number(exact[1]) } };
  const least = /^at least (\d{1,6})$/.exec(plain);
  if (least) return { ok: true, value: { least: Number(least[1]) } };
  const most = /^at most (\d{1,6})$/.exec(plain);
  if (most) return { ok: true, value: { least: 0, most: Number(most[1]) } };
  return {
    ok: false,
    sentence: `"${plain}" is not a number of times`,
    expected: 'a count such as "4", "1..2", "at least 1" or "at most 2"',
  };
}

/** The words of a count: "1 to 2 times". */
export function timesInWords(times: Times): string {
  if (times.most === undefined) return `at least ${timesWord(times.least)}`;
  if (times.least === times.most) return timesWord(times.least);
  if (times.least === 0) return `at most ${timesWord(times.most)}`;
  return `${times.least} to ${times.most} times`;
}

function timesWord(count: number): string {
  if (count === 1) return 'once';
  return count === 2 ? 'twice' : `${count} times`;
}

/** A stretch of time in which things are counted; see docs/language.md, "Periods". */
export type Period = { readonly unit: CalendarUnit; readonly aligned: 'contract' | 'calendar' };

/** Reads "week", "year" (counted from the contract's start) and "calendar week", "calendar year". */
function readPeriod(text: string): Reading<Period> {
  const match = /^(calendar )?([a-z]+)$/.exec(text.trim());
  const unit = CALENDAR_UNITS.find((known) => known === match?.[2]);
  if (!match || !unit) {
    return {
      ok: false,
      sentence: `"${text.trim()}" is not a period`,
      expected:
        'day, week, month, quarter or year, counted from the contract\'s start, or "calendar week", "calendar year" …',
    };
  }
  return { ok: true, value: { unit, aligned: match[1] ? 'calendar' : 'contract' } };
}

/** "calendar week", "year of the contract". */
export function periodInWords(period: Period): string {
  return period.aligned === 'calendar' ? `calendar ${period.unit}` : `${period.unit} of the contract`;
}

export const timesWordSchema = wordOrNumber(readTimes, {
  id: 'times',
  description: 'A number of times. A range has a least and a most.',
  examples: ['1..2', '4', 'at least 1'],
});

export const periodWord = word(readPeriod, {
  id: 'period',
  description:
    'A period in which things are counted. It runs from the contract\'s start, or with "calendar" from the Monday, the first of the month, the first of January.',
  examples: ['year', 'calendar week', 'calendar month', 'quarter'],
});
