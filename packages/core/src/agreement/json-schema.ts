/**
 * The JSON Schema of descriptions, for editors: completion, help and early warnings. It is looser than the reader,
 * never stricter: names, dates and contradictions are for `tamarack check`.
 *
 * Draft 7, because that is what the YAML language servers of editors know whole.
 */
import { z } from 'zod';
import { description, LANGUAGE_VERSION } from './grammar/description.ts';

export type JsonSchema = { readonly [keyword: string]: unknown };

/** The schema as it is written to services/tamarack.schema.json. */
export function descriptionJsonSchema(): JsonSchema {
  const { $schema, definitions } = z.toJSONSchema(description, {
    io: 'input',
    target: 'draft-7',
    override: ({ zodSchema, jsonSchema }) => finish(jsonSchema, z.globalRegistry.get(zodSchema)?.examples),
  });
  const { description: whole, ...parts } = tidy(definitions) as Record<string, JsonSchema>;
  return { $schema, $id: `urn:tamarack:description:${LANGUAGE_VERSION}`, ...whole, definitions: parts };
}

/** What the schema would refuse and the reader takes, and what it needs and zod leaves out. */
function finish(schema: z.core.JSONSchema.BaseSchema, examples: unknown): void {
  // Of a word zod drops them, since they might be examples of its meaning; ours are of its text.
  if (Array.isArray(examples)) schema.examples = examples;
  // The reader looks for control characters behind the white space that it takes off.
  if (schema.pattern?.startsWith('^[^\\u0000')) Reflect.deleteProperty(schema, 'pattern');
  if (schema.id === 'date') schema.pattern = '^\\d{4}-\\d{2}-\\d{2}$';
}

/** Names the calendars' own schema, which has none, and takes the wrapping off a reference that stands alone. */
function tidy(value: unknown): unknown {
  if (typeof value === 'string') return value.replace('__schema0', 'calendar');
  if (Array.isArray(value)) return value.map(tidy);
  if (typeof value !== 'object' || value === null) return value;
  const entries = Object.entries(value).map(
    ([key, inner]) => [key.replace('__schema0', 'calendar'), tidy(inner)] as const,
  );
  const [only] = entries;
  if (entries.length === 1 && only?.[0] === 'allOf' && Array.isArray(only[1]) && only[1].length === 1)
    return only[1][0];
  return Object.fromEntries(entries);
}
