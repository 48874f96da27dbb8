/** One public holiday of a list; `from` ("HH:MM") where only the afternoon is free. */
export type PublicHoliday = { readonly date: string; readonly name: string; readonly from?: string };

/**
 * Where public holidays come from. The core never imports a list: whoever reads a calendar hands
 * one in, and its name stays with every closing that it causes, so that an explanation can be
 * checked years later.
 */
export type HolidayLists = {
  /** The list's name and version, such as "date-holidays 3.37.0". */
  readonly list: string;
  /**
   * The public holidays of a year by date, `[]` for a year without any. `undefined` means that the
   * country or region is unknown, for every year alike.
   */
  readonly publicHolidays: (
    country: string,
    region: string | undefined,
    year: number,
  ) => readonly PublicHoliday[] | undefined;
  /** First and last year whose dates it holds, where it does not hold all: other years have no public holidays. */
  readonly years?: { readonly from: number; readonly to: number };
  /** The region's name for documents ("Bavaria"); its code is shown where this is absent. */
  readonly regionName?: (country: string, region: string) => string | undefined;
};
