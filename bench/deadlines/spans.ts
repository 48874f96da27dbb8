/** A working day. */
export const DAY_HOURS = 8;

/** Spans and their working hours; a year has 250 working days. */
export const SPANS = [
  ['1 hour', 1],
  ['1 day', DAY_HOURS],
  ['10 days', 10 * DAY_HOURS],
  ['60 days', 60 * DAY_HOURS],
  ['1 year', 250 * DAY_HOURS],
  ['5 years', 1250 * DAY_HOURS],
] as const;
