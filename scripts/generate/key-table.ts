/** JSON Schema as a table of keys for people. */
export type Schema = {
  readonly type?: string;
  readonly $ref?: string;
  readonly const?: string | number;
  readonly enum?: readonly (string | number)[];
  readonly anyOf?: readonly Schema[];
  readonly allOf?: readonly Schema[];
  readonly items?: Schema;
  readonly description?: string;
  readonly examples?: readonly unknown[];
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly additionalProperties?: Schema | boolean;
  readonly required?: readonly string[];
  readonly definitions?: Readonly<Record<string, Schema>>;
};

/** A Markdown table of an object's keys: name, whether it must be there, what stands there, what it means. */
export function keyTable(schema: Schema, definitions: Definitions, without: readonly string[] = []): string {
  const shown = Object.entries(schema.properties ?? {}).filter(([key]) => !without.includes(key));
  const rows = shown.map(([key, value]) => {
    const must = schema.required?.includes(key) ? 'yes' : '';
    const meaning = value.description ?? definitions[(value.$ref ?? '').split('/').at(-1) ?? '']?.description ?? '';
    return `| \`${key}\` | ${must} | ${valueOf(value)} | ${meaning} |`;
  });
  return ['| key | must | value | meaning |', '| --- | --- | --- | --- |', ...rows].join('\n');
}

export type Definitions = Readonly<Record<string, Schema>>;

const PLAIN: Readonly<Record<string, string>> = {
  string: 'text',
  integer: 'whole number',
  boolean: 'yes or no',
  object: 'mapping',
};

function valueOf(schema: Schema): string {
  if (schema.$ref !== undefined) return referenceOf(schema.$ref);
  if (schema.const !== undefined) return `\`${String(schema.const)}\``;
  if (schema.enum) return schema.enum.map((value) => `\`${String(value)}\``).join(', ');
  const parts = schema.allOf ?? schema.anyOf;
  if (parts) return [...new Set(parts.map(valueOf))].join(' or ');
  if (schema.type === 'array') return `list of ${schema.items ? valueOf(schema.items) : 'values'}`;
  if (schema.type === 'object' && !schema.properties && typeof schema.additionalProperties === 'object')
    return `named ${valueOf(schema.additionalProperties)}s`;
  if (schema.type === 'object')
    return `mapping (${Object.keys(schema.properties ?? {})
      .map((key) => `\`${key}\``)
      .join(', ')})`;
  return PLAIN[schema.type ?? ''] ?? 'value';
}

/** Definitions are named after the words of the language. */
function referenceOf(reference: string): string {
  return (reference.split('/').at(-1) ?? '').replace(/-(cell|table)$/, '').replaceAll('-', ' ');
}
