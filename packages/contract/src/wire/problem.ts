/** Problem details (RFC 9457), the one shape of everything that the API refuses. */
import { z } from 'zod';

export const problem = z
  .strictObject({
    type: z.string().meta({ description: 'The address of the refusal in the documentation.' }),
    title: z.string(),
    status: z.int(),
    detail: z.string().meta({ description: 'What is wrong, in a sentence.' }),
    code: z.string().meta({ description: 'The code of the catalogue; stable.' }),
    remedy: z.string().meta({ description: 'What to do about it.' }),
    'request-id': z.string().optional(),
    fields: z
      .array(z.strictObject({ path: z.string(), says: z.string() }))
      .optional()
      .meta({ description: 'Which fields of the request are wrong, and why.' }),
  })
  .meta({ id: 'Problem', description: 'Why something was refused (RFC 9457).' });
export type Problem = z.output<typeof problem>;
