import type { HolidayLists } from '@tamarack/core';
import { dateHolidaysLists } from '../packages/server/src/holidays/date-holidays-lists.ts';

/** The public holidays that the command line uses, loaded once. */
export async function loadHolidayLists(): Promise<HolidayLists> {
  return dateHolidaysLists();
}
