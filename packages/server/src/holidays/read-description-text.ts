import { type DescriptionReading, type HolidayLists, readDescription } from '@tamarack/core';
import { dateHolidaysLists } from './date-holidays-lists.ts';

/** Loaded once, when the first description asks for a country: a tenth of a second and 41 MB. */
let lists: Promise<HolidayLists> | undefined;

/** The public holidays of this program's list, for what asks for them; years are computed once. */
export function holidayLists(): Promise<HolidayLists> {
  return (lists ??= dateHolidaysLists());
}

/** Reads a description that is at hand as text, with the public holidays that it asks for. */
export async function readDescriptionText(text: string): Promise<DescriptionReading> {
  return readDescription(text, await listsFor(text));
}

/** A word too many (in a comment, say) costs a tenth of a second; one too few would refuse the calendar. */
export async function listsFor(text: string): Promise<HolidayLists | undefined> {
  return /\bcountry\b/.test(text) ? holidayLists() : undefined;
}
