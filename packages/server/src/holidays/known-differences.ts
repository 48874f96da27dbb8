/**
 * Where date-holidays 3.37.0 and python-holidays 0.105 differ in 2024 to 2030: on how many dates, and why. Whoever
 * agrees on one of these calendars looks at its dates, and corrects them with `add` and `remove`.
 */
export const DIFFERENCES: Readonly<Record<string, { readonly dates: number; readonly because: string }>> = {
  US: { dates: 2, because: 'Veterans Day of 2028 and 2029 is observed on a weekday in one list only' },
  'US-CA': { dates: 13, because: 'Susan B. Anthony Day and Diwali, days of the state, and Veterans Day as above' },
  'US-NY': { dates: 3, because: "Veterans Day as above, and the weekday for Lincoln's Birthday of 2028" },
  'US-TX': { dates: 52, because: 'Texas has days of its own, partial staffing holidays, and no Columbus Day' },
  'GB-SCT': { dates: 1, because: 'a bank holiday of 2026 that was proclaimed for one occasion' },
  IN: { dates: 84, because: 'lunar and Islamic dates, which are announced each year' },
  'IN-MH': { dates: 113, because: 'lunar and Islamic dates, and days of the state' },
  'IN-KA': { dates: 136, because: 'lunar and Islamic dates, and days of the state' },
  BR: { dates: 8, because: 'election days, which are Sundays' },
  'BR-SP': { dates: 15, because: 'election days, and a day of the state that is national since 2024' },
  'CA-ON': { dates: 11, because: 'Easter Monday, which is optional, and days observed on the next weekday' },
  'CA-QC': { dates: 4, because: 'days that are observed on the next weekday' },
};
