/** Values of a shape of the contract, and values that only nearly are: made from its JSON Schema. */
import fc from 'fast-check';
import { z } from 'zod';

type Schema = {
  readonly type?: string;
  readonly enum?: readonly unknown[];
  readonly const?: unknown;
  readonly anyOf?: readonly Schema[];
  readonly oneOf?: readonly Schema[];
  readonly allOf?: readonly Schema[];
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly required?: readonly string[];
  readonly additionalProperties?: boolean | Schema;
  readonly propertyNames?: Schema;
  readonly items?: Schema;
  readonly minItems?: number;
  readonly maxItems?: number;
  readonly format?: string;
  readonly pattern?: string;
  readonly minLength?: number;
  readonly maxLength?: number;
  readonly minimum?: number;
  readonly maximum?: number;
};

/** What people and programs with bad intent write into any text. */
export const HOSTILE_TEXTS = [
  `<script>alert(1)</script>`,
  `"><img src=x onerror=alert(1)>`,
  `'; drop table account; --`,
  `../../etc/passwd`,
  `%2e%2e%2f`,
  `a\r\nSet-Cookie: x=1`,
  `\u0000`,
  `\ud800`,
  `\u202Egnp.exe`,
  `{{7*7}}\${7*7}`,
  `=HYPERLINK("http://x")`,
  `__proto__`,
  'x'.repeat(5000),
  '',
  '١٢٣',
  '🦔',
];

const hostileText = fc.constantFrom(...HOSTILE_TEXTS);
const hostileValue = fc.oneof(
  hostileText,
  fc.anything({ withNullPrototype: false }).filter(isJson),
  fc.constantFrom(null, -1, 1e308, [], {}, true),
);

function isJson(value: unknown): boolean {
  try {
    return typeof (JSON.stringify(value) as unknown) === 'string';
  } catch {
    return false;
  }
}

/** Values that the shape accepts, as far as JSON Schema can say so. */
export function arbitraryOf(shape: z.ZodType, ids: readonly string[] = []): fc.Arbitrary<unknown> {
  return fromSchema(z.toJSONSchema(shape, { io: 'input', unrepresentable: 'any' }) as Schema, ids);
}

/** The same with one value somewhere exchanged for a hostile one. */
export function nearlyOf(shape: z.ZodType, ids: readonly string[] = []): fc.Arbitrary<unknown> {
  return fc
    .tuple(arbitraryOf(shape, ids), hostileValue, fc.nat())
    .map(([value, hostile, pick]) => spoiled(value, hostile, pick));
}

function spoiled(value: unknown, hostile: unknown, pick: number): unknown {
  if (typeof value !== 'object' || value === null) return hostile;
  const keys = Object.keys(value);
  const key = keys[pick % (keys.length + 1)];
  if (key === undefined) return Array.isArray(value) ? [...value, hostile] : { ...value, unexpected: hostile };
  const inner = (value as Record<string, unknown>)[key];
  const next = pick % 3 === 0 && typeof inner === 'object' ? spoiled(inner, hostile, Math.floor(pick / 3)) : hostile;
  return Array.isArray(value) ? value.with(Number(key), next) : { ...value, [key]: next };
}

function fromSchema(schema: Schema, ids: readonly string[]): fc.Arbitrary<unknown> {
  if (schema.const !== undefined) return fc.constant(schema.const);
  if (schema.enum) return fc.constantFrom(...schema.enum);
  const some = schema.anyOf ?? schema.oneOf;
  if (some) return fc.oneof(...some.map((one) => fromSchema(one, ids)));
  if (schema.type === 'string') return textOf(schema, ids);
  if (schema.type === 'integer')
    return fc.integer({ min: bound(schema.minimum, -1e6), max: bound(schema.maximum, 1e6) });
  if (schema.type === 'number')
    return fc.integer({ min: bound(schema.minimum, -1e6), max: bound(schema.maximum, 1e6) });
  if (schema.type === 'boolean') return fc.boolean();
  if (schema.type === 'null') return fc.constant(null);
  if (schema.type === 'array')
    return fc.array(fromSchema(schema.items ?? {}, ids), {
      minLength: schema.minItems ?? 0,
      maxLength: Math.min(schema.maxItems ?? 4, 4),
    });
  if (schema.type === 'object' || schema.properties) return objectOf(schema, ids);
  return hostileValue;
}

function bound(value: number | undefined, otherwise: number): number {
  return Math.max(-2_000_000_000, Math.min(2_000_000_000, value ?? otherwise));
}

function textOf(
  { format, pattern, minLength = 0, maxLength = 60 }: Schema,
  ids: readonly string[],
): fc.Arbitrary<string> {
  if (format === 'uuid') return ids.length > 0 ? fc.oneof(fc.constantFrom(...ids), fc.uuid()) : fc.uuid();
  if (format === 'date-time')
    return fc
      .date({ min: new Date('2020-01-01'), max: new Date('2030-01-01'), noInvalidDate: true })
      .map((date) => date.toISOString());
  if (format === 'date')
    return fc
      .date({ min: new Date('2020-01-01'), max: new Date('2030-01-01'), noInvalidDate: true })
      .map((date) => date.toISOString().slice(0, 10));
  if (format === 'email') return fc.emailAddress();
  if (pattern !== undefined && !pattern.includes('\\p')) return fc.stringMatching(new RegExp(pattern));
  return fc.oneof(
    fc.string({ minLength, maxLength: Math.min(maxLength, 60) }),
    fc.constantFrom('Europe/Berlin', 'Alder Bank', 'incident.received', ...HOSTILE_TEXTS),
  );
}

function objectOf(
  { properties = {}, required = [], additionalProperties, propertyNames }: Schema,
  ids: readonly string[],
): fc.Arbitrary<unknown> {
  const model = Object.fromEntries(Object.entries(properties).map(([name, schema]) => [name, fromSchema(schema, ids)]));
  const known = fc.record(model, { requiredKeys: required.filter((name) => Object.hasOwn(model, name)) });
  if (typeof additionalProperties !== 'object' || Object.keys(properties).length > 0) return known;
  return fc.dictionary(
    propertyNames ? textOf(propertyNames, ids) : fc.string({ maxLength: 10 }),
    fromSchema(additionalProperties, ids),
    { maxKeys: 4 },
  );
}
