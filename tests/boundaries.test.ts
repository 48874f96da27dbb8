import { globSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { capabilities, packages, sentences, type SentenceName } from '../boundaries.ts';
import { compile, filesToLint, plantTree, repository } from './support/planted-tree.ts';

const IMPORT = 'eslint(no-restricted-imports)';
const GLOBAL = 'eslint(no-restricted-globals)';
const PROPERTY = 'eslint(no-restricted-properties)';

interface Case {
  readonly refusedBy: SentenceName;
  readonly rule: string;
  /** The folder and file name it is planted in; `*` becomes a number. */
  readonly at: string;
  readonly forbidden: string;
  /** The counterpart at the same place that must pass. */
  readonly innocent: string;
}

const core = 'packages/core/src/planted/*.ts';
const coreTest = 'packages/core/src/planted/*.test.ts';
const contract = 'packages/contract/src/*.ts';
const web = 'packages/web/src/*.ts';
const server = 'packages/server/src/*.ts';
const platform = 'packages/server/src/platform/http/*.ts';
const due = 'packages/server/src/due/*.ts';
const dueDeeper = 'packages/server/src/due/words/*.ts';
const dueTest = 'packages/server/src/due/*.test.ts';
const store = 'packages/server/src/due/*-store.ts';
const view = 'packages/server/src/due/*-views.ts';

const from = (specifier: string) => `import { x } from '${specifier}';\nexport const y = x;\n`;
const imports =
  (refusedBy: SentenceName) =>
  (at: string, forbidden: string, innocent: string): Case => ({
    refusedBy,
    rule: IMPORT,
    at,
    forbidden: from(forbidden),
    innocent: from(innocent),
  });
const uses = (at: string, rule: string, forbidden: string, innocent: string): Case => ({
  refusedBy: 'pure-globals',
  rule,
  at,
  forbidden: `export const y = ${forbidden};\n`,
  innocent: `export const y = ${innocent};\n`,
});

const pure = imports('pure-imports');
const direction = imports('package-direction');
const door = imports('package-door');
const noCapability = imports('platform-knows-no-capability');
const capabilityDoor = imports('capability-door');
const notListed = imports('capability-not-listed');
const main = imports('nothing-imports-main');
const sqlOnly = imports('sql-in-stores-and-views');
const testOnly = imports('test-libraries');
const clock = (forbidden: string): Case => ({
  refusedBy: 'clock-at-the-edge',
  rule: PROPERTY,
  at: due,
  forbidden: `export const y = ${forbidden};\n`,
  innocent: 'export const y = (now: Temporal.Instant) => now;\n',
});

const cases: readonly Case[] = [
  pure(core, 'node:fs', 'zod'),
  pure(core, 'fs', 'yaml'),
  pure(core, 'commander', '../refusals.ts'),
  pure(core, 'zod/v3', './neighbour.ts'),
  pure(contract, 'node:crypto', 'zod'),
  {
    refusedBy: 'pure-imports',
    rule: IMPORT,
    at: core,
    forbidden: "export const y = await import('node:fs');\n",
    innocent: "export const y = await import('./neighbour.ts');\n",
  },
  {
    refusedBy: 'pure-imports',
    rule: IMPORT,
    at: core,
    forbidden: "export * from 'node:path';\n",
    innocent: "export * from './neighbour.ts';\n",
  },
  {
    refusedBy: 'pure-imports',
    rule: IMPORT,
    at: core,
    forbidden: "import type { Stats } from 'node:fs';\nexport type Y = Stats;\n",
    innocent: "import type { ZodType } from 'zod';\nexport type Y = ZodType;\n",
  },
  uses(core, GLOBAL, 'new Date()', "Temporal.Instant.from('2026-01-01T00:00Z')"),
  uses(core, GLOBAL, 'Date.now()', '1'),
  uses(core, GLOBAL, 'process.env', '{}'),
  uses(core, GLOBAL, 'globalThis.process', '{}'),
  uses(core, GLOBAL, 'setTimeout(() => {}, 1)', '1'),
  uses(core, GLOBAL, "fetch('there')", "'there'"),
  uses(core, GLOBAL, 'console', "'text'"),
  uses(contract, GLOBAL, 'new Date()', '1'),
  uses(core, PROPERTY, 'Temporal.Now.instant()', "Temporal.PlainDate.from('2026-01-01')"),
  uses(core, PROPERTY, 'Math.random()', 'Math.floor(1.5)'),

  direction(core, '@tamarack/server', './neighbour.ts'),
  direction(core, '../../../server/src/main.ts', '../neighbour.ts'),
  direction(core, '@tamarack/contract', 'zod'),
  direction(coreTest, '@tamarack/server', 'node:fs'),
  direction(contract, '@tamarack/server', '@tamarack/core'),
  direction(contract, '@tamarack/web', '@tamarack/core'),
  direction(server, '@tamarack/web', '@tamarack/contract'),
  direction(web, '@tamarack/server', '@tamarack/contract'),
  direction(web, '../../server/src/main.ts', '@tamarack/core'),

  door(server, '@tamarack/core/src/refusals.ts', '@tamarack/core'),
  door(due, '../../../core/src/refusals.ts', '@tamarack/core'),
  door(platform, '@tamarack/core/refusals', '@tamarack/core'),
  door(store, '@tamarack/core/refusals', '@tamarack/core'),
  door(dueTest, '../../../core/src/refusals.ts', '@tamarack/core'),
  door(contract, '../../core/src/refusals.ts', '@tamarack/core'),
  door(web, '@tamarack/contract/src/routes.ts', '@tamarack/contract'),
  door('scripts/*.ts', '../packages/core/src/refusals.ts', '@tamarack/core'),
  door('tests/*.test.ts', '../packages/core/src/refusals.ts', '@tamarack/core'),
  door('bench/*.ts', '@tamarack/core/src/refusals.ts', '@tamarack/core'),

  noCapability(platform, '../../due/index.ts', '../log.ts'),
  noCapability('packages/server/src/platform/*.ts', '../holidays/holiday-years.ts', './log.ts'),

  capabilityDoor(due, '../holidays/holiday-years.ts', '../holidays/index.ts'),
  capabilityDoor(dueDeeper, '../../holidays/holiday-years.ts', '../../holidays/index.ts'),
  capabilityDoor(dueTest, '../holidays/holiday-years.ts', '../holidays/index.ts'),
  capabilityDoor(store, '../holidays/holiday-years.ts', '../holidays/index.ts'),
  capabilityDoor('packages/server/src/*.ts', './due/next-due.ts', './due/index.ts'),

  notListed(due, '../render/index.ts', '../platform/log.ts'),
  notListed(dueDeeper, '../../render/page.ts', './render/page.ts'),
  notListed('packages/server/src/holidays/*.ts', '../due/index.ts', './own.ts'),

  main(due, '../main.ts', '../platform/log.ts'),
  main(platform, '../../main.ts', '../log.ts'),

  sqlOnly(due, 'pg', 'commander'),
  sqlOnly(due, 'pg/lib/client', 'commander'),
  sqlOnly('packages/server/src/platform/clock/*.ts', 'pg', 'commander'),

  testOnly(core, 'vitest', 'zod'),
  testOnly(core, '../oracles/naive-model.ts', '../naive-model.ts'),
  testOnly(due, 'fast-check', 'commander'),
  testOnly(platform, 'vitest', 'commander'),
  testOnly(store, 'vitest', 'pg'),
  testOnly(view, 'vitest/node', 'pg'),
  testOnly('scripts/*.ts', 'vitest', 'node:fs'),

  clock('Temporal.Now.instant()'),
  clock('Date.now()'),
];

/** What is allowed where, beyond the innocent counterparts above. */
const allowed: readonly (readonly [at: string, source: string])[] = [
  [coreTest, from('node:fs')],
  [coreTest, from('vitest')],
  [coreTest, from('../oracles/naive-model.ts')],
  ['packages/core/src/planted/oracles/*.ts', from('fast-check')],
  [coreTest, from('fast-check')],
  [coreTest, 'export const y = Temporal.Now.instant();\n'],
  [dueTest, from('pg')],
  ['tests/*.test.ts', from('vitest')],
  ['bench/*.ts', from('fast-check')],
  [platform, 'export const y = Temporal.Now.instant();\n'],
  ['packages/server/src/render/*.ts', from('../platform/files.ts')],
];

const place = (at: string, name: string) => at.replace('*', name);
const planted = Object.fromEntries([
  ...cases.flatMap(({ at, forbidden, innocent }, i) => [
    [place(at, `forbidden-${i}`), forbidden],
    [place(at, `innocent-${i}`), innocent],
  ]),
  ...allowed.map(([at, source], i) => [place(at, `allowed-${i}`), source]),
]) as Record<string, string>;

const report = (() => {
  using tree = plantTree(planted);
  return tree.lint();
})();

const restrictions = (file: string) =>
  report.findings.filter((finding) => finding.startsWith(`${file}:`) && finding.includes('(no-restricted-'));

describe('the door table bites', () => {
  test('lint read every planted file', () => {
    expect(report.files).toBe(Object.keys(planted).length);
  });

  test('every sentence of the table has a planted case', () => {
    expect(new Set(cases.map((planting) => planting.refusedBy))).toEqual(new Set(Object.keys(sentences)));
  });

  test.for(cases.map((planting, number) => ({ ...planting, number })))(
    '$refusedBy: $at refuses $forbidden',
    ({ refusedBy, rule, at, number }) => {
      expect(restrictions(place(at, `forbidden-${number}`))).toContainEqual(
        expect.stringMatching(new RegExp(`${RegExp.escape(rule)}.*\\b${refusedBy}: `)),
      );
    },
  );

  test.for(cases.map((planting, number) => ({ ...planting, number })))('$at lets pass $innocent', ({ at, number }) => {
    expect(restrictions(place(at, `innocent-${number}`))).toEqual([]);
  });

  test.for(allowed.map(([at, source], number) => ({ at, source, number })))('$at may $source', ({ at, number }) => {
    expect(restrictions(place(at, `allowed-${number}`))).toEqual([]);
  });
});

describe('the rest of the lint configuration bites', () => {
  const sources = {
    'packages/core/src/a.ts': "import { b } from './b.ts';\nexport const a = (): number => b();\n",
    'packages/core/src/b.ts': "import { a } from './a.ts';\nexport const b = (): number => a();\n",
    'packages/core/src/type-a.ts': "import type { B } from './type-b.ts';\nexport interface A { b: B }\n",
    'packages/core/src/type-b.ts': "import type { A } from './type-a.ts';\nexport interface B { a?: A }\n",
    'packages/core/src/fine.ts': 'export const fine = (): Promise<number> => Promise.resolve(1);\n',
    'packages/core/src/floats.ts': "import { fine } from './fine.ts';\nexport function run(): void {\n  fine();\n}\n",
    'packages/core/src/floats.test.ts':
      "import { fine } from './fine.ts';\nexport function run(): void {\n  fine();\n}\n",
    'packages/core/src/switch.ts':
      "export function f(side: 'customer' | 'provider'): number {\n  switch (side) {\n    case 'customer':\n      return 1;\n    default:\n      return 2;\n  }\n}\n",
    'packages/core/src/default.ts': 'export default 1;\n',
    'packages/core/src/any.ts': 'export const f = (x: any): unknown => x;\n',
    'packages/core/src/bang.ts': 'export const f = (x: number[]): number => x[0]!;\n',
    'packages/core/src/calendar/timeline-cut.ts': 'export const f = (x: Float64Array): number => x[0]!;\n',
    'packages/core/src/long.ts': `${'// A line.\n'.repeat(351)}export const long = 1;\n`,
    'packages/server/src/due/print.ts': "console.log('due');\n",
    'vitest.config.ts': "import { defineConfig } from 'vitest/config';\nexport default defineConfig({});\n",
  };
  const found = (() => {
    using tree = plantTree(sources);
    return tree.lint().findings;
  })();

  test.for([
    ['packages/core/src/a.ts', 'import(no-cycle)'],
    ['packages/core/src/type-a.ts', 'import(no-cycle)'],
    ['packages/core/src/floats.ts', 'typescript(no-floating-promises)'],
    ['packages/core/src/floats.test.ts', 'typescript(no-floating-promises)'],
    ['packages/core/src/switch.ts', 'typescript(switch-exhaustiveness-check)'],
    ['packages/core/src/default.ts', 'import(no-default-export)'],
    ['packages/core/src/any.ts', 'typescript(no-explicit-any)'],
    ['packages/core/src/bang.ts', 'typescript(no-non-null-assertion)'],
    ['packages/core/src/long.ts', 'eslint(max-lines)'],
    ['packages/server/src/due/print.ts', 'eslint(no-console)'],
  ] as const)('%s is refused by %s', ([file, rule]) => {
    expect(found).toContainEqual(expect.stringContaining(`${file}: ${rule}: `));
  });

  test.for(['packages/core/src/fine.ts', 'packages/core/src/calendar/timeline-cut.ts', 'vitest.config.ts'])(
    '%s passes',
    (file) => {
      expect(found.filter((finding) => finding.startsWith(`${file}:`))).toEqual([]);
    },
  );
});

describe("the core's own compiler settings", () => {
  test.for([
    [
      "import { readFileSync } from 'node:fs';\nexport const f = readFileSync;\n",
      /Cannot find (module|name) .*node:fs/,
    ],
    ['export const f = process.env;\n', /Cannot find name 'process'/],
    ['export enum Side { Customer }\n', /erasableSyntaxOnly/],
  ] as const)('refuse %s', ([source, complaint]) => {
    using tree = plantTree({ 'packages/core/src/planted.ts': source });
    const result = compile(tree.root, 'packages/core');
    expect(result.output).toMatch(complaint);
    expect(result.passed).toBe(false);
  });

  test('let a pure file pass', () => {
    using tree = plantTree({
      'packages/core/src/planted.ts': "export const f = Temporal.Instant.from('2026-01-01T00:00Z');\n",
    });
    expect(compile(tree.root, 'packages/core')).toEqual({ passed: true, output: '' });
  });
});

describe('the real tree', () => {
  const sources = ['packages/*/{src,bin}/**/*.{ts,tsx,mjs}', '{scripts,tests,bench}/**/*.{ts,mjs}', '*.ts'];

  test('lint reads all of it, not nothing', () => {
    const files = globSync(sources, { cwd: repository, exclude: ['**/node_modules/**'] });
    expect(files.length).toBeGreaterThan(20);
    expect(filesToLint(repository)).toEqual(expect.arrayContaining(files));
  });

  test('every package and every folder of the server is in the table', () => {
    const folders = (path: string) =>
      readdirSync(join(repository, path), { withFileTypes: true }).filter((entry) => entry.isDirectory());
    expect(Object.keys(packages)).toEqual(expect.arrayContaining(folders('packages').map(({ name }) => name)));
    const known = ['platform', ...Object.keys(capabilities)];
    expect(known).toEqual(expect.arrayContaining(folders('packages/server/src').map(({ name }) => name)));
  });

  test('the table names only capabilities that it has', () => {
    const known = Object.keys(capabilities);
    expect(known).toEqual(expect.arrayContaining(Object.values(capabilities).flat()));
  });
});
