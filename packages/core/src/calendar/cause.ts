import type { Weekday } from './weekday.ts';

/** Why a moment is open: by the hours of the calendar, of an exception, or of parts of a union. */
export type OpenCause = {
  readonly kind: 'open';
  /** The exception's name, or its date, where it and not the weekly hours opens. */
  readonly exception?: string;
  /** The names of the union's parts that are open. */
  readonly calendars?: readonly string[];
};

/** Why a moment is closed. */
export type ClosedCause =
  | { readonly kind: 'outside-hours' }
  | { readonly kind: 'no-hours'; readonly weekday: Weekday }
  | { readonly kind: 'holiday'; readonly name: string; readonly country?: string; readonly list?: string }
  | { readonly kind: 'exception'; readonly name?: string }
  | { readonly kind: 'every-part-closed'; readonly parts: readonly PartCause[] };

/** Why one part of a union is closed. */
export type PartCause = { readonly calendar: string; readonly cause: ClosedCause };

export type Cause = OpenCause | ClosedCause;

/** Whether two causes say the same; both were made here, so their keys stand in the same order. */
export function isSameCause(a: Cause, b: Cause): boolean {
  return a === b || JSON.stringify(a) === JSON.stringify(b);
}
