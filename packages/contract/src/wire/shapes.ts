/** Shapes that many routes share. */
import { z } from 'zod';

/** An instant in RFC 3339, UTC: "2026-11-21T13:38:06Z". */
export const instant = z.iso.datetime().meta({ id: 'Instant', description: 'An instant in UTC (RFC 3339).' });
/** A date of the calendar. */
export const date = z.iso.date().meta({ id: 'Date', description: 'A date, year-month-day.' });
/** However it was spelt, as the database writes it (RFC 9562): ids are compared, and locks are named by them. */
export const id = z.uuid().toLowerCase().meta({ id: 'Id', description: 'The id of a row (UUID version 7).' });

/** An IANA time zone that this machine knows. */
export const zone = z
  .string()
  .max(64)
  .refine(isZone, { error: 'expected an IANA time zone such as Europe/Berlin' })
  .meta({ id: 'Zone', description: 'An IANA time zone.', examples: ['Europe/Berlin'] });

function isZone(name: string): boolean {
  if (!/^[A-Za-z]+(\/[A-Za-z0-9_+-]+)*$/.test(name)) return false;
  try {
    Temporal.Instant.fromEpochMilliseconds(0).toZonedDateTimeISO(name);
    return true;
  } catch {
    return false;
  }
}

/** Something that is seen: spaces of any width, joiners, fillers and the blank of Braille alone make a link without a name. */
const SEEN = /[^\p{Z}\p{C}\p{Default_Ignorable_Code_Point}\u2800]/u;

/** One line that people write: trimmed, not blank, no control characters. */
export function line(max: number) {
  return z
    .string()
    .trim()
    .min(1, { error: 'expected a text, and found an empty one' })
    .max(max)
    .regex(/^[^\p{Cc}\u2028\u2029\u202a-\u202e\u2066-\u2069]*$/u, {
      error: 'expected one line without control characters',
    })
    .refine((input) => SEEN.test(input), { error: 'expected a text, and found nothing that is seen' });
}

/** A text of several lines, empty or with something to be seen; control characters but tab and line breaks are refused. */
export function prose(max: number) {
  return (
    z
      .string()
      .trim()
      .max(max)
      // Unpaired surrogates and NUL cannot be stored by PostgreSQL.
      .refine((input) => input.isWellFormed() && !/[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f]/.test(input), {
        error: 'expected a text without control characters',
      })
      .refine((input) => input === '' || SEEN.test(input), {
        error: 'expected a text, and found nothing that is seen',
      })
  );
}

/** A page of rows: `next` is the cursor of the following page and is absent on the last one. */
export function pageOf<T extends z.ZodType>(row: T) {
  return z.strictObject({ rows: z.array(row), next: z.string().optional(), total: z.int().optional() });
}

/** The query of every list: how many rows, after which cursor. */
export const pageQuery = z.strictObject({
  limit: z.coerce.number().int().min(1).max(200).default(50),
  after: z.string().max(500).optional().meta({ description: 'The `next` of the page before.' }),
});
