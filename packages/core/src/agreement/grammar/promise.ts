/**
 * Promises: a small sentence in a closed grammar. Which key opens it decides its form:
 *
 * | form     | opened by                | kept when                                              |
 * | -------- | ------------------------ | ------------------------------------------------------ |
 * | response | `when` … `within`        | `until` happens in time                                |
 * | request  | `when`, no `within`      | `until` happens before the contract ends               |
 * | update   | `while` … `every`        | `until` happens again and again while the state lasts  |
 * | cadence  | `every`                  | `until` happens in every period of the contract        |
 * | count    | `per` … `times`          | `until` happens so often in every period               |
 * | before   | `when` … `before`        | `until` happens ahead of the announced fact            |
 * | limit    | `limit` … `at-most`      | no more than that happens                              |
 * | gate     | `gate`                   | the gated fact happens only once the gate is open      |
 */
import { z } from 'zod';
import { conditionWord } from '../words/condition.ts';
import { readDuration } from '../words/duration.ts';
import { factWord, nameWord, parameterWord, stateWord } from '../words/names.ts';
import { periodWord, readTimes } from '../words/times.ts';
import { quantityWord, readQuantity } from '../words/quantity.ts';
import { tableOf } from '../words/table.ts';
import { clauseKeys, text } from './clause.ts';
import { owner } from './people.ts';

const oneOrMore = z
  .union([factWord, z.array(factWord).min(1)])
  .transform((input) => (Array.isArray(input) ? input : [input]));

/** Facts that open something: any of them. */
const openers = oneOrMore.meta({
  id: 'opening-facts',
  description: 'The fact that opens it, or a list of facts of which any does.',
});

/** Facts that meet something: one, any of a list, or all of a list. */
const evidence = z
  .union([oneOrMore.transform((any) => ({ any })), z.strictObject({ all: z.array(oneOrMore).min(2) })])
  .transform((input): { readonly all: readonly (readonly string[])[] } =>
    'any' in input ? { all: [input.any] } : input,
  )
  .meta({
    id: 'evidence',
    description:
      'The fact that meets it; a list: any of them; `all:` every entry, each of which may again be a list of alternatives.',
  });

const calendarName = z.union([parameterWord, nameWord]);
const calendars = z
  .union([
    calendarName.transform((name) => ({ hours: name, 'business-days': name })),
    z.strictObject({ hours: calendarName, 'business-days': calendarName }),
  ])
  .meta({
    id: 'promise-calendars',
    description: 'The calendar on which time counts, or one for hours and one for business days.',
  });

const consequence = z
  .strictObject({
    notify: z
      .union([nameWord, z.array(nameWord).min(1)])
      .transform((input) => (Array.isArray(input) ? input : [input]))
      .optional()
      .meta({ description: 'Roles that are told.' }),
    escalate: nameWord.optional().meta({ description: 'The ladder whose next step is taken.' }),
    close: text.optional().meta({ description: 'The subject is closed with this reason.' }),
    approval: owner.optional().meta({ description: 'Whose recorded approval is needed to go on.' }),
    route: nameWord.optional().meta({ description: 'The channel that takes over.' }),
    says: text.optional(),
  })
  .refine((input) => Object.keys(input).length > 0, { error: 'expected at least one consequence' })
  .meta({ id: 'consequence', description: 'What a breach does.' });

const durations = tableOf(readDuration, {
  id: 'duration',
  description: 'A duration.',
  examples: ['30 minutes', '2 business days'],
});
const times = tableOf(readTimes, { id: 'times', description: 'A number of times.', examples: ['4', '1..2'] });
const quantities = tableOf(readQuantity, {
  id: 'quantity',
  description: 'What is allowed.',
  examples: ['8 hours', '10'],
});

const deviation = z
  .strictObject({
    tightest: durations.optional(),
    loosest: durations.optional(),
    least: times.optional(),
    most: times.optional(),
    says: text.optional(),
  })
  .meta({
    id: 'deviation',
    description:
      'How far a contract may agree something else for one account: durations between `tightest` and `loosest`, counts between `least` and `most`.',
  });

const common = {
  title: text.meta({ description: 'The promise in a few words.' }),
  says: text
    .optional()
    .meta({ description: 'The promise as the customer reads it; written from the grammar where it is left out.' }),
  by: owner.optional(),
  if: conditionWord.optional().meta({ description: 'On what condition.' }),
  calendar: calendars.optional(),
  else: consequence.optional(),
  'warn-at': z
    .int()
    .min(1)
    .max(99)
    .optional()
    .meta({ description: 'Warn when this percentage of the time or quantity is used.' }),
  deviation: deviation.optional(),
  ...clauseKeys,
};
const pauses = conditionWord.optional().meta({ description: 'While this holds, the clock stands.' });

export const PROMISE_FORMS = {
  response: z.strictObject({ ...common, when: openers, within: durations, until: evidence, pauses }),
  request: z.strictObject({ ...common, when: openers, until: evidence }),
  update: z.strictObject({
    ...common,
    while: stateWord,
    every: durations,
    'at-most': quantityWord.optional(),
    until: evidence,
    pauses,
  }),
  cadence: z.strictObject({ ...common, every: durations, until: evidence, 'excused-by': openers.optional() }),
  count: z.strictObject({ ...common, per: periodWord, times, until: evidence }),
  before: z.strictObject({ ...common, when: openers, before: factWord, ahead: durations.optional(), until: evidence }),
  limit: z.strictObject({
    ...common,
    limit: openers,
    'at-most': quantities,
    per: periodWord.optional(),
    unless: evidence.optional(),
  }),
  gate: z
    .strictObject({ ...common, gate: openers, until: evidence.optional(), while: stateWord.optional() })
    .refine((input) => (input.until === undefined) !== (input.while === undefined), {
      error: 'a gate opens by one of `until` (a fact) and `while` (a state)',
    }),
} as const;

export type PromiseForm = keyof typeof PROMISE_FORMS;

/** Which form a promise has, by the keys that stand in it. */
export function formOf(keys: readonly string[]): PromiseForm | undefined {
  const has = (key: string) => keys.includes(key);
  if (has('gate')) return 'gate';
  if (has('limit')) return 'limit';
  if (has('before')) return 'before';
  if (has('per') || has('times')) return 'count';
  if (has('when')) return has('within') ? 'response' : 'request';
  if (has('while')) return 'update';
  return has('every') ? 'cadence' : undefined;
}

/** A promise as it stands in a description, with the form that its keys give it. */
export const promiseClause = z
  .union([
    PROMISE_FORMS.response.transform((clause) => ({ form: 'response' as const, ...clause })),
    PROMISE_FORMS.request.transform((clause) => ({ form: 'request' as const, ...clause })),
    PROMISE_FORMS.update.transform((clause) => ({ form: 'update' as const, ...clause })),
    PROMISE_FORMS.cadence.transform((clause) => ({ form: 'cadence' as const, ...clause })),
    PROMISE_FORMS.count.transform((clause) => ({ form: 'count' as const, ...clause })),
    PROMISE_FORMS.before.transform((clause) => ({ form: 'before' as const, ...clause })),
    PROMISE_FORMS.limit.transform((clause) => ({ form: 'limit' as const, ...clause })),
    PROMISE_FORMS.gate.transform((clause) => ({ form: 'gate' as const, ...clause })),
  ])
  .meta({ id: 'promise', description: 'A promise; which key opens it decides its form.' });

export type PromiseClause = z.output<typeof promiseClause>;
export type ClauseOf<F extends PromiseForm> = Extract<PromiseClause, { form: F }>;
export type Evidence = z.output<typeof evidence>;
