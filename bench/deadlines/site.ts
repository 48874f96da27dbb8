/** A calendar in words that Tamarack and every peer can be told: weekly hours of one zone, and whole holidays. */
export type Site = {
  readonly name: string;
  readonly zone: string;
  readonly country: string;
  /** Seven days, Sunday first. */
  readonly week: readonly (readonly Hours[])[];
};

/** Open from one wall time until another, "HH:MM", within one day: no peer knows more than that. */
export type Hours = readonly [from: string, to: string];

/** As calendars write the days; the order is the peers'. */
export const DAYS = ['sun', 'mon', 'tue', 'wed', 'thu', 'fri', 'sat'] as const;

/** Five zones on three continents and both hemispheres, the holidays of five countries, one to three intervals a day. */
export const SITES = [
  {
    name: 'Berlin',
    zone: 'Europe/Berlin',
    country: 'DE',
    week: week([
      ['08:00', '12:00'],
      ['13:00', '17:00'],
    ]),
  },
  { name: 'New York', zone: 'America/New_York', country: 'US', week: week([['09:00', '17:00']]) },
  {
    name: 'Tokyo',
    zone: 'Asia/Tokyo',
    country: 'JP',
    week: week([
      ['09:00', '12:00'],
      ['13:00', '18:00'],
    ]),
  },
  {
    name: 'São Paulo',
    zone: 'America/Sao_Paulo',
    country: 'BR',
    week: week([['08:00', '18:00']], [['09:00', '13:00']]),
  },
  {
    name: 'Sydney',
    zone: 'Australia/Sydney',
    country: 'AU',
    week: week(
      [
        ['07:00', '10:00'],
        ['10:30', '14:00'],
        ['15:00', '19:00'],
      ],
      [['08:30', '12:30']],
    ),
  },
] as const satisfies readonly Site[];

function week(workday: readonly Hours[], saturday: readonly Hours[] = []): readonly (readonly Hours[])[] {
  return [[], workday, workday, workday, workday, workday, saturday];
}
