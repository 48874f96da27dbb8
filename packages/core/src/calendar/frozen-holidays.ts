/**
 * The dates of a holiday list, frozen with what was agreed on them: a published description gives the same deadlines
 * when the list is another version, or gone. Frozen dates are plain data and go through JSON unchanged.
 */
import type { Calendar } from './calendar.ts';
import { placeCode, type CountryHolidays } from './holiday-book.ts';
import type { HolidayLists, PublicHoliday } from './holiday-lists.ts';

/** The frozen dates of one country or region. */
export type FrozenPlace = {
  readonly country: string;
  readonly region?: string;
  /** As documents call the region, where the list did. */
  readonly regionName?: string;
  /** By year, each with all its public holidays; a calendar takes back or adds its own. */
  readonly years: Readonly<Record<string, readonly PublicHoliday[]>>;
};

export type FrozenHolidays = {
  /** The list's name and version, such as "date-holidays 3.37.0". */
  readonly list: string;
  /** First and last year whose dates are kept. */
  readonly from: number;
  readonly to: number;
  readonly places: readonly FrozenPlace[];
};

/**
 * Freezes what these calendars (of a description, or of a contract's terms) take from a list, for the years `from` to
 * `to`. Places that they take from another list are left out: those are frozen elsewhere already.
 */
export function frozenHolidays(
  { calendars }: { readonly calendars: ReadonlyMap<string, Calendar> },
  lists: HolidayLists,
  { from, to }: { readonly from: number; readonly to: number },
): FrozenHolidays {
  const used = [...calendars.values()].flatMap(countriesOf).filter((country) => country.lists.list === lists.list);
  const places = new Map(used.map(({ country, region }) => [placeCode(country, region), { country, region }]));
  return {
    list: lists.list,
    from,
    to,
    places: [...places.values()].map(({ country, region }) => placeOf(country, region, lists, from, to)),
  };
}

/**
 * Frozen dates as the list that they came from; `readDescription` and `termsOf` take it in its stead. A place that was
 * not frozen is unknown. Years outside the span have no public holidays, and `describeCalendar` says so.
 */
export function frozenLists({ list, from, to, places }: FrozenHolidays): HolidayLists {
  const known = new Map(places.map((place) => [placeCode(place.country, place.region), place]));
  return {
    list,
    years: { from, to },
    publicHolidays(country, region, year) {
      const place = known.get(placeCode(country, region));
      return place && (place.years[year] ?? []);
    },
    regionName: (country, region) => known.get(placeCode(country, region))?.regionName,
  };
}

function countriesOf(calendar: Calendar): readonly CountryHolidays[] {
  return calendar.kind === 'weekly' ? calendar.holidays.countries : calendar.parts.flatMap(countriesOf);
}

function placeOf(
  country: string,
  region: string | undefined,
  lists: HolidayLists,
  from: number,
  to: number,
): FrozenPlace {
  const years: Record<string, readonly PublicHoliday[]> = {};
  for (let year = from; year <= to; year += 1) years[year] = lists.publicHolidays(country, region, year) ?? [];
  const regionName = region === undefined ? undefined : lists.regionName?.(country, region);
  return {
    country,
    ...(region === undefined ? {} : { region }),
    ...(regionName === undefined ? {} : { regionName }),
    years,
  };
}
