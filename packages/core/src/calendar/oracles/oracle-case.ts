/**
 * The shape of the cases in shared/data/business-time (format business-time-cases/1). Tests only:
 * the data is not shipped.
 */
export type OracleFile = {
  readonly calendars: Readonly<Record<string, OracleCalendar>>;
  readonly cases: readonly OracleCase[];
};

export type OracleHours = [string, string][];

export type OracleCalendar = {
  readonly zone: string;
  readonly weekly: Record<string, OracleHours>;
  readonly holidays?: readonly string[];
  readonly yearly_holidays?: readonly string[];
  readonly date_hours?: Record<string, OracleHours>;
};

/** One operation with what its source expects; which fields are there depends on `op`. */
export type OracleCase = {
  readonly id: string;
  readonly op: string;
  readonly calendar: string;
  readonly name: string;
  readonly start?: string;
  readonly end?: string;
  readonly at?: string;
  readonly date?: string;
  readonly amount_s?: number;
  readonly days?: number;
  readonly end_of_day?: boolean;
  readonly expect?: string | number | boolean;
  readonly expect_s?: number;
  /** Where the source rolls over an edge and we land on it. */
  readonly boundary?: { readonly land_on_edge: string };
};

/** What our calendar answers, in the words of the case: to be compared with `expectation`. */
export type Answer = string | number | boolean;

/** What a case expects of a calendar that lands on edges. */
export function expectation(test: OracleCase): Answer {
  const expected = test.boundary?.land_on_edge ?? test.expect_s ?? test.expect;
  if (expected === undefined) throw new Error(`${test.id} expects nothing.`);
  return expected;
}

/** A field that the case's operation needs. */
export function needed<T>(value: T | undefined, test: OracleCase): T {
  if (value === undefined) throw new Error(`${test.id} (${test.op}) lacks a field.`);
  return value;
}
