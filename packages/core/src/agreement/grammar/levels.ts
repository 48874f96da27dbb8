/** Levels, what a contract fills in, and who may have the service. */
import { z } from 'zod';
import { conditionWord } from '../words/condition.ts';
import { durationWord } from '../words/duration.ts';
import { nameWord } from '../words/names.ts';
import { timesWordSchema } from '../words/times.ts';
import { quantityWord } from '../words/quantity.ts';
import { clauseKeys, named, text, yesOrNo } from './clause.ts';

export const levels = named(
  z.strictObject({
    name: text,
    says: text.optional(),
    includes: nameWord.optional().meta({
      description:
        'The level whose clauses this one contains. Where a table has no cell for this level and a severity, the cell of that level holds.',
    }),
    sold: yesOrNo.optional().meta({ description: 'no: the level exists only to be included by others.' }),
    source: clauseKeys.source,
  }),
).meta({ id: 'levels', description: 'The levels at which the service is sold.' });

const common = {
  says: text.meta({ description: 'What the contract agrees here, in words.' }),
  source: clauseKeys.source,
};

export const parameters = named(
  z.union([
    z.strictObject({ is: z.literal('times'), ...common, between: timesWordSchema, agreed: timesWordSchema.optional() }),
    z.strictObject({
      is: z.literal('duration'),
      ...common,
      'at-least': durationWord.optional(),
      'at-most': durationWord.optional(),
      agreed: durationWord.optional(),
    }),
    z.strictObject({
      is: z.literal('quantity'),
      ...common,
      'at-most': quantityWord.optional(),
      agreed: quantityWord.optional(),
    }),
    z.strictObject({ is: z.literal('calendar'), ...common, agreed: nameWord.optional() }),
    z.strictObject({ is: z.literal('text'), ...common, agreed: text.optional() }),
  ]),
).meta({
  id: 'parameters',
  description:
    'What each contract fills in, within bounds. `agreed` is what holds where a contract says nothing; without it every contract has to say.',
});

export const eligibility = z
  .strictObject({
    rules: named(
      z.strictObject({ says: text, if: conditionWord, level: nameWord.optional(), source: clauseKeys.source }),
    ),
    exceptions: named(
      z.strictObject({ says: text, 'decided-by': z.array(nameWord).min(1), source: clauseKeys.source }),
    ).optional(),
  })
  .meta({
    id: 'eligibility',
    description:
      'Which customers can have the service: one rule that holds is enough; an exception is decided by all the roles it names, on record.',
  });
