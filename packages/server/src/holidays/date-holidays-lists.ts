import { createRequire } from 'node:module';
import type { HolidayLists, PublicHoliday } from '@tamarack/core';
import type { default as Holidays, HolidaysTypes } from 'date-holidays';

/** The class `Holidays` of the library. */
type Library = typeof Holidays;

/** The language of names: the one that explanations and documents are written in. */
const LANGUAGE = 'en';

/**
 * Public holidays of `date-holidays`, as core asks for them. Each year of a place is computed once. Loading the library
 * takes a tenth of a second and 41 MB: call this only for a description that asks for a country.
 */
export async function dateHolidaysLists(): Promise<HolidayLists> {
  const { default: library } = await import('date-holidays');
  const known = new library();
  const years = new Map<string, readonly PublicHoliday[]>();
  const asked = new Map<string, readonly HolidaysTypes.Holiday[]>();
  // Some follow the sun and the moon: a year takes up to a tenth of a second, and is asked for itself and for the next.
  const entriesOf = (place: Place, year: number) => {
    const key = `${place.join('.')} ${year}`;
    const entries = asked.get(key) ?? entriesOfYear(library, place, year);
    asked.set(key, entries);
    return entries;
  };
  return {
    list: `date-holidays ${versionOfLibrary()}`,
    publicHolidays(country, region, year) {
      const place = findPlace(known, country, region);
      if (place === undefined) return undefined;
      const key = `${place.join('.')} ${year}`;
      const made = years.get(key) ?? holidaysOfYear((each) => entriesOf(place, each), year);
      years.set(key, made);
      return made;
    },
    regionName(country, region) {
      const [, state, part] = findPlace(known, country, region) ?? [];
      if (state === undefined) return undefined;
      return part === undefined
        ? own(states(known, country), state)
        : own(known.getRegions(country, state, LANGUAGE), part);
    },
  };
}

/** Country, state, region: as many as were given. A region within a state is written with a hyphen, `BY-A`. */
type Place = readonly [country: string, state?: string, region?: string];

/** Codes count as they stand in the list, so that `de` is no silent Germany. */
function findPlace(known: Holidays, country: string, region: string | undefined): Place | undefined {
  if (own(known.getCountries(), country) === undefined) return undefined;
  if (region === undefined) return [country];
  if (own(states(known, country), region) !== undefined) return [country, region];
  const hyphen = region.indexOf('-');
  const state = region.slice(0, Math.max(0, hyphen));
  const part = region.slice(hyphen + 1);
  if (own(states(known, country), state) === undefined) return undefined;
  return own(known.getRegions(country, state), part) === undefined ? undefined : [country, state, part];
}

function states(known: Holidays, country: string): Readonly<Record<string, string>> | undefined {
  return known.getStates(country, LANGUAGE);
}

function own(names: Readonly<Record<string, string>> | undefined, code: string | undefined): string | undefined {
  return names !== undefined && code !== undefined && Object.hasOwn(names, code) ? names[code] : undefined;
}

function entriesOfYear(library: Library, [country, state = '', region = '']: Place, year: number) {
  return new library(country, state, region, { types: ['public'] }).getHolidays(year, LANGUAGE);
}

/** The year before is asked as well: a holiday of several days can reach over New Year. */
function holidaysOfYear(
  entriesOf: (year: number) => readonly HolidaysTypes.Holiday[],
  year: number,
): readonly PublicHoliday[] {
  const found = [year - 1, year].flatMap(entriesOf);
  return found.flatMap(datesOf).filter(({ date }) => date.startsWith(`${String(year).padStart(4, '0')}-`));
}

/** One entry a date, whole or from a time on; taken from the local text, never from an instant in this process's zone. */
function datesOf(holiday: HolidaysTypes.Holiday): PublicHoliday[] {
  const { name } = holiday;
  const [text = '', time = '00:00:00'] = holiday.date.split(' ');
  const first = Temporal.PlainDate.from(text);
  // Instants differ by whole days, give or take an hour of daylight saving; a half day ends with its date.
  const days = Math.max(1, Math.round((holiday.end.getTime() - holiday.start.getTime()) / 86_400_000));
  const dates = Array.from({ length: days }, (_, i) => first.add({ days: i }).toString());
  return dates.map((date, i) =>
    i === 0 && time !== '00:00:00' ? { date, name, from: time.slice(0, 5) } : { date, name },
  );
}

function versionOfLibrary(): string {
  const manifest = createRequire(import.meta.url)('date-holidays/package.json') as { readonly version: string };
  return manifest.version;
}
