import { z } from 'zod';

/*
 * The shape of a calendar file. It says what may stand where; whether a time, a date or a zone
 * makes sense is said by `examineCalendar`, with a code and a sentence of its own. Patterns are
 * kept as `meta`, so that editors check them from the JSON Schema while every problem of a value is
 * reported once, by its reader.
 */
const TIME = '([01]\\d|2[0-4]):[0-5]\\d(:[0-5]\\d)?';
const DATE = '(\\d{4}-)?\\d{2}-\\d{2}';
const DAY = '(mon|tue|wed|thu|fri|sat|sun)';

const time = z.string().meta({ description: 'A wall time, "HH:MM" up to "24:00".', pattern: `^${TIME}$` });
const date = z.string().meta({ description: '"YYYY-MM-DD", or "MM-DD" for every year.', pattern: `^${DATE}$` });
const onceDate = z.string().meta({ description: '"YYYY-MM-DD".', pattern: '^\\d{4}-\\d{2}-\\d{2}$' });

/** The name of a zone. */
export const zoneSchema = z
  .string()
  .meta({ description: 'The IANA time zone, such as Europe/Berlin. Offsets such as +02:00 are no zones.' });

const interval = z
  .union(
    [
      z.string().meta({ description: '"09:00-17:00"', pattern: `^\\s*${TIME}\\s*[-–]\\s*${TIME}\\s*$` }),
      z.tuple([time, time]).meta({ description: '["09:00", "17:00"]' }),
    ],
    { error: 'An interval is "09:00-17:00" or the pair ["09:00", "17:00"].' },
  )
  .meta({
    description:
      'Open from the first time until the second. "00:00-24:00" is a whole day; "22:00-06:00" runs past midnight and belongs to the day on which it begins.',
  });

const hours = z.array(interval).meta({ description: 'The open intervals of a day; [] is closed.' });

/** The hours of a week. */
export const weeklySchema = z
  .union(
    [
      z.literal('24x7').meta({ description: 'Open at every moment of every day.' }),
      z.record(z.string(), hours).meta({
        description: 'Hours by day or range of days, such as mon-fri; days that are not named are closed.',
        propertyNames: { pattern: `^${DAY}(-${DAY})?$` },
      }),
    ],
    { error: 'Weekly hours are 24x7, or days such as mon-fri with their intervals.' },
  )
  .meta({ description: 'The open hours of a week.' });

const datedHoliday = z
  .strictObject({
    date,
    name: z.string().optional().meta({ description: 'What explanations and documents call the day.' }),
    from: time.optional().meta({ description: 'Half a day: closed from this time on.' }),
    until: time.optional().meta({ description: 'Half a day: closed until this time.' }),
  })
  .meta({ description: 'A holiday with a name, or half a one.' });

const holidayEntry = z.union([date, datedHoliday], {
  error: 'A holiday is a date, or a mapping with a date.',
});

const countryHolidays = z
  .strictObject({
    country: z.string().meta({ description: 'ISO 3166-1 code of the country, such as DE.' }),
    region: z.string().optional().meta({ description: 'The region within the country, such as BY.' }),
    list: z.string().optional().meta({
      description: 'The list, by name and version, that this calendar was agreed with; another is refused.',
    }),
    add: z.array(holidayEntry).optional().meta({ description: 'Holidays beside those of the list.' }),
    remove: z.array(date).optional().meta({ description: 'Dates of the list that are no holidays here.' }),
  })
  .meta({ description: 'The public holidays of a country or region.' });

/** The holidays of a calendar. */
export const holidaysSchema = z
  .union(
    [
      countryHolidays,
      z.array(
        z.union([date, datedHoliday, countryHolidays], {
          error: 'A holiday is a date, a mapping with a date, or a mapping with a country.',
        }),
      ),
    ],
    { error: 'Holidays are a list of dates and countries, or one country.' },
  )
  .meta({ description: 'Holidays, whole or half. Those of several countries are entries of one list.' });

/** The dates with hours of their own. */
export const exceptionsSchema = z
  .union(
    [
      z.array(
        z
          .strictObject({
            date: onceDate,
            hours,
            name: z.string().optional().meta({ description: 'What explanations and documents call the day.' }),
          })
          .meta({ description: 'The hours of one date.' }),
      ),
      z.record(z.string(), hours).meta({
        description: 'The short form: dates with their intervals.',
        propertyNames: { pattern: '^\\d{4}-\\d{2}-\\d{2}$' },
      }),
    ],
    { error: 'Exceptions are a list of {date, hours}, or dates with their intervals.' },
  )
  .meta({ description: 'Dates whose hours replace the weekly hours and any holiday; they open or close.' });

/** Weekly hours in one zone. */
export const weeklyCalendarSchema = z
  .strictObject({
    zone: zoneSchema,
    weekly: weeklySchema,
    holidays: holidaysSchema.optional(),
    exceptions: exceptionsSchema.optional(),
  })
  .meta({ description: 'Open hours of a week in one zone, with holidays and exceptions.' });

export type WeeklyCalendarShape = z.infer<typeof weeklyCalendarSchema>;

/** A union of calendars, as it is written: parts are names or calendars. */
export type UnionCalendarShape = { union: (string | CalendarShape)[]; zone?: string | undefined };

export type CalendarShape = WeeklyCalendarShape | UnionCalendarShape;

/** Open whenever any part is open. */
export const unionCalendarSchema: z.ZodType<UnionCalendarShape> = z
  .strictObject({
    union: z
      .array(z.union([z.string(), z.lazy(() => calendarSchema)], { error: 'A part is a calendar or the name of one.' }))
      .min(1, { error: 'A union has at least one part.' })
      .meta({ description: 'Calendars, or names of calendars; open whenever any of them is.' }),
    zone: zoneSchema
      .optional()
      .meta({ description: 'The zone of its dates; that of the first part where it is absent.' }),
  })
  .meta({ description: 'Follow the sun: open whenever any part is open.' });

/** Everything that `readCalendar` accepts. */
export const calendarSchema: z.ZodType<CalendarShape> = z.union([weeklyCalendarSchema, unionCalendarSchema], {
  error: 'A calendar is a mapping with weekly hours, or with a union.',
});

export type HolidaysShape = NonNullable<WeeklyCalendarShape['holidays']>;
export type HolidayEntryShape = z.infer<typeof holidayEntry>;
export type CountryHolidaysShape = z.infer<typeof countryHolidays>;
export type ExceptionsShape = NonNullable<WeeklyCalendarShape['exceptions']>;
export type HoursShape = z.infer<typeof hours>;
