/** A rendered description on the wire: the closed tree of core's `DocumentModel`, without a word about how it looks. */
import { z } from 'zod';
import type { Block, DocumentModel, Section } from '@tamarack/core';

const span = z.union([
  z.string(),
  z.strictObject({ strong: z.string() }),
  z.strictObject({ tag: z.string() }),
  z.strictObject({ link: z.string(), to: z.string() }),
]);
const phrase = z
  .union([z.string(), z.array(span).readonly()])
  .meta({ id: 'Phrase', description: 'Running text; a tag is a short label beside it.' });

const rowGroup = z.strictObject({
  heading: phrase.exactOptional(),
  note: phrase.exactOptional(),
  rows: z.array(z.array(phrase).readonly()).readonly(),
});

const block: z.ZodType<Block> = z
  .lazy(() =>
    z.discriminatedUnion('block', [
      z.strictObject({
        block: z.literal('paragraph'),
        text: phrase,
        tone: z.enum(['lead', 'quiet']).exactOptional(),
      }),
      z.strictObject({ block: z.literal('list'), ordered: z.boolean(), items: z.array(phrase).readonly() }),
      z.strictObject({
        block: z.literal('definitions'),
        entries: z
          .array(z.strictObject({ term: phrase, means: z.array(block).readonly(), anchor: z.string().exactOptional() }))
          .readonly(),
      }),
      z.strictObject({
        block: z.literal('table'),
        caption: z.string(),
        columns: z.array(z.strictObject({ heading: z.string(), centred: z.boolean().exactOptional() })).readonly(),
        over: z
          .array(z.strictObject({ heading: z.string(), columns: z.int() }))
          .readonly()
          .exactOptional(),
        groups: z.array(rowGroup).readonly(),
      }),
      z.strictObject({
        block: z.literal('signatures'),
        parties: z.array(z.strictObject({ party: z.string(), name: z.string() })).readonly(),
        lines: z.array(z.string()).readonly(),
      }),
    ]),
  )
  .meta({ id: 'DocumentBlock', description: 'A paragraph, a list, definitions, a table, or lines to sign on.' });

const section: z.ZodType<Section> = z
  .lazy(() =>
    z.strictObject({
      number: z.string(),
      anchor: z.string(),
      title: z.string(),
      tags: z.array(z.string()).readonly(),
      blocks: z.array(block).readonly(),
      sections: z.array(section).readonly(),
    }),
  )
  .meta({ id: 'DocumentSection', description: 'A numbered part with a stable anchor.' });

export const documentModel: z.ZodType<DocumentModel> = z
  .strictObject({
    language: z.literal('en'),
    title: z.string(),
    subtitle: z.string(),
    provider: z.string(),
    summary: z.string(),
    running: z.string(),
    control: z.array(block).readonly(),
    sections: z.array(section).readonly(),
  })
  .meta({ id: 'Document', description: 'A service description as the document that a customer signs.' });
