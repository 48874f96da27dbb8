import type { Calendar } from './calendar.ts';
import type { HolidayLists } from './holiday-lists.ts';

/** What a calendar may need to be read. */
export type ReadCalendarOptions = {
  /** What explanations and documents call the calendar. */
  readonly name?: string;
  /** Needed where holidays name a country. */
  readonly holidayLists?: HolidayLists;
  /** Other calendars by name, for the parts of a union. */
  readonly named?: (name: string) => Calendar | undefined;
};
