/** What a JSON Schema allows at a path; only the keywords that the schema of descriptions uses. */
export type JsonSchema = {
  readonly $ref?: string;
  readonly description?: string;
  readonly properties?: Readonly<Record<string, JsonSchema>>;
  readonly additionalProperties?: JsonSchema | boolean;
  readonly items?: JsonSchema;
  readonly anyOf?: readonly JsonSchema[];
  readonly allOf?: readonly JsonSchema[];
  readonly enum?: readonly unknown[];
  readonly const?: unknown;
  readonly type?: string;
  readonly required?: readonly string[];
  readonly examples?: readonly unknown[];
  readonly definitions?: Readonly<Record<string, JsonSchema>>;
};

export type Offer = { readonly label: string; readonly says: string | undefined; readonly isRequired: boolean };

/** A chain of references that leads back to itself is cut here. */
const DEEPEST = 20;

/** The keys that may still be written at a path, beside those that are there: of the forms that fit them. */
export function keysAt(root: JsonSchema, path: readonly string[], beside: readonly string[]): readonly Offer[] {
  const fitting = schemasAt(root, path).filter(
    ({ properties }) => properties !== undefined && beside.every((key) => Object.hasOwn(properties, key)),
  );
  const offers = fitting.flatMap(({ properties = {}, required = [] }) =>
    Object.entries(properties).map(([label, schema]) => ({
      label,
      says: saysOf(root, schema),
      isRequired: required.includes(label),
    })),
  );
  return unique(offers.filter(({ label }) => !beside.includes(label)));
}

/** The values that may be written at a path: enumerated ones, yes and no, and examples of others. */
export function valuesAt(root: JsonSchema, path: readonly string[]): readonly Offer[] {
  const offers = schemasAt(root, path).flatMap((schema) => {
    const values = [...(schema.enum ?? []), ...(schema.const === undefined ? [] : [schema.const])];
    const known = schema.type === 'boolean' ? [true, false] : values;
    const examples = known.length > 0 ? [] : (schema.examples ?? []);
    return [
      ...known.filter(isScalar).map((value) => ({ label: String(value), says: schema.description, isRequired: false })),
      ...examples.filter(isScalar).map((value) => ({ label: String(value), says: 'for example', isRequired: false })),
    ];
  });
  return unique(offers);
}

function schemasAt(root: JsonSchema, path: readonly string[]): readonly JsonSchema[] {
  let at = alternatives(root, root, DEEPEST);
  for (const key of path)
    at = at.flatMap((schema) => below(schema, key)).flatMap((each) => alternatives(root, each, DEEPEST));
  return at;
}

function below(schema: JsonSchema, key: string): readonly JsonSchema[] {
  if (key === '[]') return schema.items ? [schema.items] : [];
  const own = schema.properties && Object.hasOwn(schema.properties, key) ? schema.properties[key] : undefined;
  if (own) return [own];
  return typeof schema.additionalProperties === 'object' ? [schema.additionalProperties] : [];
}

/** The schema with its references followed and its alternatives laid out. */
function alternatives(root: JsonSchema, schema: JsonSchema, depth: number): readonly JsonSchema[] {
  if (depth === 0) return [];
  const { $ref, anyOf = [], allOf = [] } = schema;
  const referred = $ref === undefined ? undefined : root.definitions?.[$ref.replace('#/definitions/', '')];
  const inner = [...(referred ? [referred] : []), ...anyOf, ...allOf];
  return [schema, ...inner.flatMap((each) => alternatives(root, each, depth - 1))];
}

function saysOf(root: JsonSchema, schema: JsonSchema): string | undefined {
  return alternatives(root, schema, DEEPEST).find(({ description }) => description !== undefined)?.description;
}

function isScalar(value: unknown): value is string | number | boolean {
  return ['string', 'number', 'boolean'].includes(typeof value);
}

function unique(offers: readonly Offer[]): readonly Offer[] {
  return [...new Map(offers.map((offer) => [offer.label, offer])).values()];
}
