/** What changed between two versions of an agreement, in words and with what it means to the customer. */
import { z } from 'zod';
import { VERDICTS } from '@tamarack/core';

const difference = z
  .strictObject({
    path: z.string().meta({ description: 'Where it stands in the description, keys joined by dots.' }),
    clause: z.string().meta({ description: 'The clause that it belongs to, by its title.' }),
    verdict: z.enum(VERDICTS).meta({ description: 'What it means to the customer.' }),
    sentence: z.string(),
    before: z.string().nullable(),
    after: z.string().nullable(),
  })
  .meta({ id: 'Difference', description: 'One thing that changed.' });

export const differences = {
  differences: z.array(difference),
  stronger: z.int(),
  weaker: z.int(),
  neutral: z.int(),
  cannotTell: z.int(),
};
