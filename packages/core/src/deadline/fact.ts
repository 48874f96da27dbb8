/**
 * A fact of the journal, as clocks read it. `at` is in whole epoch seconds, in the years 1800 to 2499: clocks are folds
 * over millions of facts, and the instant of a fact enters the calendar as this integer anyway.
 */
export type Fact = {
  readonly at: number;
  /** "incident.received" */
  readonly fact: string;
  /** What it happened to: the id of the incident, the leave, the call. */
  readonly subject: string;
  /** The other thing that it serves: the report on an incident is about that incident. */
  readonly about?: string;
  /** Who caused it. */
  readonly by?: string;
  readonly data?: FactData;
};

/**
 * Further particulars: `severity`, `level`, `seconds` (of time logged), `begins` (of leave) … Null: from then on it is not
 * known any more, and conditions that ask for it hold as little as if it had never been.
 */
export type FactData = { readonly [key: string]: string | number | null };

/** What happened, without its subject: "incident.received" → "received". */
export function eventOf(fact: string): string {
  return fact.slice(fact.indexOf('.') + 1);
}

/** A whole number that a fact carries, as a number or in digits; undefined for anything else. */
export function wholeNumber(value: string | number | null | undefined): number | undefined {
  if (value === undefined || value === null || value === '') return undefined;
  const number = Number(value);
  return Number.isSafeInteger(number) ? number : undefined;
}
