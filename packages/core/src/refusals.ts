/**
 * The catalogue of refusals: every "no" that core can say, with what the reader can do about it.
 *
 * A refusal is a value, never an exception. The code is stable and is part of the interface; the
 * sentence may be made more exact by whoever refuses (`refuse(code, "…")`), the remedy belongs to
 * the code. `docs/refusals.md` is generated from this table.
 */
export const REFUSALS = {
  'calendar.invalid': {
    sentence: 'The calendar cannot be read.',
    remedy: 'Correct the named value; docs/language.md describes calendars.',
  },
  'calendar.unknown-key': {
    sentence: 'The calendar has a key that calendars do not have.',
    remedy: 'Remove the key or correct its spelling.',
  },
  'calendar.unknown-zone': {
    sentence: 'The time zone is unknown.',
    remedy: 'Name an IANA time zone such as Europe/Berlin; an offset such as +02:00 is none.',
  },
  'calendar.bad-day': {
    sentence: 'The weekly hours name no day.',
    remedy: 'Use mon, tue, wed, thu, fri, sat, sun, or a range such as mon-fri.',
  },
  'calendar.day-twice': {
    sentence: 'The weekly hours name a day twice.',
    remedy: 'Name each day once.',
  },
  'calendar.bad-interval': {
    sentence: 'An interval cannot be read or has no length.',
    remedy: 'Write "09:00-17:00"; a whole day is "00:00-24:00", a night "22:00-06:00".',
  },
  'calendar.bad-time': {
    sentence: 'A time cannot be read.',
    remedy: 'Write a time from "00:00" to "24:00".',
  },
  'calendar.impossible-date': {
    sentence: 'A date does not exist.',
    remedy: 'Write a date that exists, such as "2026-12-24"; a yearly holiday is "12-24".',
  },
  'calendar.duplicate-exception': {
    sentence: 'A date has two exceptions.',
    remedy: 'Keep one exception a date, with all its hours.',
  },
  'calendar.name-taken': {
    sentence: 'The contract brings a calendar with a name that the description has already.',
    remedy: 'Give the calendar of the contract another name, and name it where a parameter asks for a calendar.',
  },
  'calendar.never-open': {
    sentence: 'The calendar has no open time at all.',
    remedy: 'Give it weekly hours or an exception that opens; always open is weekly: 24x7.',
  },
  'calendar.holiday-list-missing': {
    sentence: 'Public holidays are asked for, but no list of them is at hand.',
    remedy: 'Give a list of holidays where the calendar is read, or list the holidays by date.',
  },
  'calendar.holiday-list-other': {
    sentence: 'The calendar was agreed with another list of holidays.',
    remedy: 'Use the list that the calendar names, or agree on the new one and name it.',
  },
  'calendar.unknown-country': {
    sentence: 'The list of holidays does not know the country or region.',
    remedy: 'Use the codes of the list, such as DE and BY, or list the holidays by date.',
  },
  'calendar.unknown-part': {
    sentence: 'A part of a union is not a known calendar.',
    remedy: 'Name a calendar of the same file, or write the part in place.',
  },
  'time.out-of-range': {
    sentence: 'The instant lies outside the years 1800 to 2499.',
    remedy: 'Check the year.',
  },
  'time.beyond-horizon': {
    sentence: 'The result lies more than 3653 days away.',
    remedy: 'Check the duration and the calendar: is there enough open time?',
  },
  'time.invalid-duration': {
    sentence: 'The duration is not a whole number from 0.',
    remedy: 'Give whole seconds, days, weeks, months or years; subtract with the function that subtracts.',
  },
  'time.reversed-interval': {
    sentence: 'The interval ends before it begins.',
    remedy: 'Exchange its ends.',
  },
  'level.unknown': {
    sentence: 'The description has no such level.',
    remedy: 'Name one of the levels of the description.',
  },
  'level.not-sold': {
    sentence: 'The level is not sold by itself.',
    remedy: 'Name a level that includes it.',
  },
  'parameter.missing': {
    sentence: 'The contract leaves out what the description asks it to agree.',
    remedy: 'Give the parameter a value; on the command line with --set name=value.',
  },
  'parameter.unknown': {
    sentence: 'The description has no such parameter.',
    remedy: 'Name one of the parameters of the description.',
  },
  'parameter.invalid': {
    sentence: 'The value does not fit the parameter.',
    remedy: "Give a value of the parameter's kind and within its bounds.",
  },
  'deviation.not-allowed': {
    sentence: 'The description does not allow this deviation.',
    remedy: 'Agree a value within the bounds that the promise sets, or change the description.',
  },
} as const satisfies Record<string, { sentence: string; remedy: string }>;

export type RefusalCode = keyof typeof REFUSALS;

/** Which value is meant: its keys from what was given, joined by dots ("parameters.call-interval"), and what is wrong with it. */
export type RefusedValue = { readonly path: string; readonly says: string };

/** Why something was not done: a stable code, a sentence for the reader, and the way out; with the values, where some are at fault. */
export type Refusal = {
  readonly code: RefusalCode;
  readonly sentence: string;
  readonly remedy: string;
  readonly fields?: readonly RefusedValue[];
};

/** Either a value or the refusal to give one. */
export type Result<T> = { readonly ok: true; readonly value: T } | { readonly ok: false; readonly refusal: Refusal };

/** A value that was granted. */
export function granted<T>(value: T): { readonly ok: true; readonly value: T } {
  return { ok: true, value };
}

/** A named refusal; `sentence` replaces the catalogue's general one with the case at hand. */
export function refuse(
  code: RefusalCode,
  sentence?: string,
  fields?: readonly RefusedValue[],
): { readonly ok: false; readonly refusal: Refusal } {
  const entry = REFUSALS[code];
  const refusal = { code, sentence: sentence ?? entry.sentence, remedy: entry.remedy };
  return { ok: false, refusal: fields ? { ...refusal, fields } : refusal };
}
