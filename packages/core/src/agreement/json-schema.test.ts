import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Ajv } from 'ajv';
import formatsPlugin from 'ajv-formats';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { FINDING_CASES } from './examples/finding-cases.ts';
import { textOf } from './examples/finding-case.ts';
import { SMALL_DESCRIPTION } from './examples/small-description.ts';
import { description } from './grammar/description.ts';
import { descriptionJsonSchema } from './json-schema.ts';
import { readDescription } from './read-description.ts';

const services = join(import.meta.dirname, '../../../../services');
const shipped = ['almacare', 'aws-enterprise', 'calligo-tam', 'gitlab-tam', 'tuxcare-tam'];

const ajv = new Ajv({ strict: true, allErrors: true });
formatsPlugin.default(ajv);
const accepts = ajv.compile(descriptionJsonSchema());

/** What an editor's YAML server hands to the schema. */
function valueOf(text: string): unknown {
  return parse(text, { stringKeys: true, uniqueKeys: false, logLevel: 'error' }) as unknown;
}

test('services/tamarack.schema.json is current: if not, run `npm run generate`', () => {
  const written = readFileSync(join(services, 'tamarack.schema.json'), 'utf8');
  const isCurrent = written === `${JSON.stringify(descriptionJsonSchema(), undefined, 2)}\n`;
  expect(isCurrent).toBe(true);
});

test('every part has a name, and what helps an editor is there', () => {
  const text = JSON.stringify(descriptionJsonSchema());
  expect(text).not.toContain('__schema');
  expect(descriptionJsonSchema()).toMatchObject({
    $id: 'urn:tamarack:description:1',
    title: 'Tamarack service description',
    additionalProperties: false,
    definitions: {
      duration: {
        examples: expect.arrayContaining(['30 minutes']),
        description: expect.stringContaining('business days'),
      },
      name: { pattern: '^[a-z][a-z0-9]*(-[a-z0-9]+)*$' },
    },
  });
});

describe('a JSON-Schema validator says the same of real descriptions', () => {
  test.for(shipped)('services/%s.yaml is accepted', (name) => {
    const path = join(services, `${name}.yaml`);
    expect(existsSync(path)).toBe(true);
    accepts(valueOf(readFileSync(path, 'utf8')));
    expect(accepts.errors ?? []).toEqual([]);
  });

  test('the small one is accepted', () => {
    expect(accepts(valueOf(SMALL_DESCRIPTION))).toBe(true);
  });

  test.for([
    ['a misspelt section', 'scope:', 'scop:'],
    ['a misspelt key of a promise', '    within:', '    witin:'],
    ['a section that is missing', 'service:\n  name: Care\n  provider: Provider\n  summary: A service.\n', ''],
    ['a name that is none', '  visit: {', '  Visit: {'],
    ['an unknown kind', 'is: meeting', 'is: meting'],
    ['a number where a text belongs', 'version: "1.1"\n', 'version: 1.1\n'],
    ['hours that are none', '"09:00-12:00"', '"9-12"'],
    ['another version of the language', 'tamarack: 1', 'tamarack: 2'],
  ] as const)('%s is refused', ([, from, to]) => {
    expect(accepts(valueOf(SMALL_DESCRIPTION.replace(from, () => to)))).toBe(false);
  });
});

describe('it is never stricter than the reader', () => {
  // `__proto__` is refused in the text: the grammar would overlook it, and the JSON Schema does not.
  const readable = FINDING_CASES.filter(
    ({ code, to }) => !code.startsWith('file.') && !code.startsWith('yaml.') && !to.includes('__proto__'),
  );

  test.for(readable)('$code: $why', (given) => {
    const value = valueOf(textOf(given).text);
    if (description.safeParse(value).success && !given.code.startsWith('calendar.')) expect(accepts(value)).toBe(true);
  });

  /** Values that somebody may write where another stands, right ones and wrong ones. */
  const values = fc.oneof(
    fc.constantFrom<unknown>(
      '30 minutes',
      '2 business days',
      '1 week',
      4,
      '1..2',
      'at least 1',
      'none',
      'on request',
      '$visits',
      'unlimited',
      'once a day',
      'year',
      'calendar week',
      'incident.received',
      'severity = 1',
      'yes',
      'no',
      true,
      'A',
      ['A', 'R'],
      ' padded ',
      '\tx',
      '2026-02-28',
      { basic: '1 hour' },
      { 1: '1 hour' },
      { hours: 'office', 'business-days': '$hours' },
      { all: ['visit.held', 'audit.passed'] },
      ['visit.held', 'audit.passed'],
      { provider: 'manager' },
      [],
      {},
      'office',
      ['basic'],
      '24x7',
      { mon: [['09:00', '17:00']] },
    ),
    fc.jsonValue({ maxDepth: 1 }),
  );

  test('what the grammar and the calendars accept after any change, the schema accepts', () => {
    const paths = pathsOf(valueOf(SMALL_DESCRIPTION));
    let accepted = 0;
    fc.assert(
      fc.property(fc.constantFrom(...paths), values, (path, value) => {
        const changed = valueOf(SMALL_DESCRIPTION);
        replaceAt(changed, path, value);
        const text = JSON.stringify(changed);
        const grammatical = readDescription(text).diagnostics.every(
          ({ code }) => !/^(yaml|grammar|calendar)\./.test(code),
        );
        if (!grammatical) return;
        accepted += 1;
        accepts(changed);
        expect(accepts.errors ?? []).toEqual([]);
      }),
      { numRuns: 500 },
    );
    expect(accepted).toBeGreaterThan(30);
  });
});

type Path = readonly (string | number)[];

function pathsOf(value: unknown, path: Path = []): Path[] {
  if (typeof value !== 'object' || value === null) return [path];
  const inner = Object.entries(value).flatMap(([key, item]) =>
    pathsOf(item, [...path, Array.isArray(value) ? Number(key) : key]),
  );
  return path.length === 0 ? inner : [path, ...inner];
}

function replaceAt(root: unknown, path: Path, value: unknown): void {
  const parent = path.slice(0, -1).reduce<unknown>((inner, step) => Reflect.get(inner as object, step), root);
  Reflect.set(parent as object, path.at(-1) ?? '', value);
}
