/** Roles of both sides, seats, responsibilities, escalation and cover for absence. */
import { z } from 'zod';
import { conditionWord } from '../words/condition.ts';
import { durationWord } from '../words/duration.ts';
import { factWord, nameWord } from '../words/names.ts';
import { clauseKeys, named, text, texts } from './clause.ts';

const role = z.strictObject({
  name: text,
  says: text.optional(),
  duties: texts.optional().meta({ description: 'What the role does, a sentence each.' }),
  may: z
    .array(factWord)
    .optional()
    .meta({ description: 'Facts that only this role (and others that say so) may cause, such as incident.received.' }),
  ...clauseKeys,
});

export const roles = z
  .strictObject({ provider: named(role), customer: named(role) })
  .meta({ id: 'roles', description: 'The roles of provider and customer.' });

/** Who owes something: one role of one side. */
export const owner = z
  .strictObject({ provider: nameWord.optional(), customer: nameWord.optional() })
  .refine((sides) => (sides.provider === undefined) !== (sides.customer === undefined), {
    error: 'expected one side, provider or customer, and its role',
  })
  .meta({
    id: 'owner',
    description: 'Who owes it: one role of the provider or of the customer.',
    examples: [{ provider: 'support-engineer' }],
  });

export const seats = named(
  z.strictObject({
    role: nameWord,
    each: z.int().min(1).meta({ description: 'How many seats …' }),
    'per-started': z.int().min(1).optional().meta({
      description:
        '… for each started so many units; a customer with one unit more than a multiple has the next step. Left out: whatever the size.',
    }),
    unit: text.optional().meta({ description: 'What is counted, such as hosts.' }),
    'at-most': z.int().min(1).optional().meta({ description: 'Never more than this.' }),
    says: text,
    ...clauseKeys,
  }),
).meta({ id: 'seats', description: 'How many people of a role the customer can name.' });

const letters = z
  .union([z.enum(['R', 'A', 'C', 'I']), z.array(z.enum(['R', 'A', 'C', 'I'])).min(1)])
  .transform((input) => (Array.isArray(input) ? input : [input]));

export const responsibilities = named(
  z.strictObject({
    activity: text,
    provider: z.record(nameWord, letters).optional(),
    customer: z.record(nameWord, letters).optional(),
    ...clauseKeys,
  }),
).meta({
  id: 'responsibilities',
  description: 'The responsibility matrix: R does it, A answers for it, C is asked, I is told.',
});

export const escalations = named(
  z.strictObject({
    name: text,
    grounds: texts.meta({ description: 'When it may be used.' }),
    by: owner.meta({ description: 'Who may use it.' }),
    steps: z
      .array(z.strictObject({ role: nameWord, says: text.optional(), within: durationWord.optional() }))
      .min(1)
      .meta({ description: 'The steps, the first one first.' }),
    ...clauseKeys,
  }),
).meta({ id: 'escalations', description: 'Escalation ladders.' });

export const cover = named(
  z.strictObject({
    absent: nameWord.meta({ description: 'The role whose absence is covered.' }),
    if: conditionWord.optional(),
    by: z
      .array(z.strictObject({ role: nameWord, for: text, if: text.optional() }))
      .min(1)
      .meta({ description: 'Who stands in, for what, and on what condition in words.' }),
    beforehand: texts.optional().meta({ description: 'What happens before the absence begins.' }),
    says: text,
    ...clauseKeys,
  }),
).meta({ id: 'cover', description: 'Who stands in for whom.' });
