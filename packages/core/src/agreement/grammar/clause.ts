/** What every clause of a description has in common: its words and where it comes from. */
import { z } from 'zod';
import { nameWord } from '../words/names.ts';
import { kindOf } from '../words/word.ts';

/** A text that people read; never empty, no control characters. */
export const text = z
  .string({
    error: (issue) =>
      `expected a text, and found ${kindOf(issue.input)}${typeof issue.input === 'number' ? '; put it in quotes' : ''}`,
  })
  .trim()
  .min(1, { error: 'expected a text, and found an empty one' })
  .regex(/^[^\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f]*$/, { error: 'a text holds no control characters' });

/** A list of texts with at least one in it. */
export const texts = z.array(text).min(1, { error: 'expected at least one text' });

/** true or false; `yes` and `no` are what people write. */
export const yesOrNo = z
  .union([z.boolean(), z.enum(['yes', 'no'])], {
    error: (issue) => `expected yes or no, and found ${kindOf(issue.input)}`,
  })
  .transform((input) => input === true || input === 'yes')
  .meta({ id: 'yes-or-no', description: 'yes or no' });

/** A date of the calendar, YYYY-MM-DD, that exists. */
export const date = z
  .string({ error: (issue) => `expected a date such as 2026-11-21, and found ${kindOf(issue.input)}` })
  .refine(isDate, { error: 'expected a date that exists, written 2026-11-21' })
  .meta({ id: 'date', description: 'A date, year-month-day.', examples: ['2026-11-21'] });

function isDate(input: string): boolean {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(input)) return false;
  try {
    return Temporal.PlainDate.from(input, { overflow: 'reject' }).toString() === input;
  } catch {
    return false;
  }
}

const levelNames = z.array(nameWord).min(1).meta({
  description:
    'The levels to which the clause belongs; a level that includes one of them has it as well. All levels where it is left out.',
});

/** Keys that every clause may carry. */
export const clauseKeys = {
  levels: levelNames.optional(),
  source: z.array(text).optional().meta({
    description:
      'Where the clause comes from: ids of requirements, paragraphs of a contract. Carried along for traceability, without effect.',
  }),
};

/** Clauses by name, in the order of the file. */
export function named<T extends z.ZodType>(clause: T) {
  return z.record(nameWord, clause, { error: (issue) => `expected named entries, and found ${kindOf(issue.input)}` });
}
