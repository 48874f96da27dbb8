/** Document control: what makes a description a controlled document (ISO/IEC 20000-1, 7.5). */
import { z } from 'zod';
import { clauseKeys, date, named, text, texts } from './clause.ts';

const version = text.meta({ description: 'The version, in quotes so that "1.10" stays 1.10.', examples: ['1.4'] });

export const documentControl = z
  .strictObject({
    reference: text.meta({ description: 'The reference under which the document is filed.' }),
    version,
    date: date.meta({ description: 'The date of this version.' }),
    owner: text.meta({ description: 'Who keeps the document.' }),
    approver: text.meta({ description: 'Who approves it; a published version was approved by this person.' }),
    classification: text.meta({ description: 'Who may read it: public, internal, confidential …' }),
    distribution: texts.meta({ description: 'To whom it is given.' }),
    history: z
      .array(z.strictObject({ version, date, author: text, change: text }))
      .min(1, { error: 'expected at least the entry of this version' })
      .meta({ description: 'Change history, the newest first.' }),
    related: z
      .array(z.strictObject({ title: text, reference: text.optional() }))
      .optional()
      .meta({ description: 'Related documents; an empty list says that there are none.' }),
    source: clauseKeys.source,
  })
  .meta({ id: 'document', description: 'Document control.' });

export const service = z
  .strictObject({
    name: text.meta({ description: 'The name under which the service is sold.' }),
    provider: text.meta({ description: 'Who provides it.' }),
    summary: text.meta({ description: 'What it is, in a sentence or two.' }),
    'attaches-to': z
      .strictObject({
        services: z.array(text).min(1).meta({
          description:
            'Base services to which this add-on can be attached; "any support service" in words where all will do.',
        }),
        says: text,
        source: clauseKeys.source,
      })
      .optional()
      .meta({
        description:
          'Makes the service an add-on: a contract for it needs a contract for a base service and adds to it.',
      }),
  })
  .meta({ id: 'service', description: 'The service that is described.' });

export const terms = named(z.strictObject({ name: text.optional(), means: text, source: clauseKeys.source })).meta({
  id: 'terms',
  description: 'Definitions. The key is the term; `name` writes it otherwise where needed.',
});

export const residency = z
  .strictObject({
    data: z.array(text).meta({ description: 'Where customer data is kept; an empty list says that none is.' }),
    support: z.array(text).meta({ description: 'From where support is given.' }),
    source: clauseKeys.source,
  })
  .meta({ id: 'residency', description: 'Data residency and support locations.' });
