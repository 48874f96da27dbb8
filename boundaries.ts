/**
 * The door table: who may import what. The lint configuration is generated from it (`npm run generate`), and
 * tests/boundaries.test.ts plants one forbidden import for each rule and sees it refused.
 *
 * To add a capability, add its folder to `capabilities` and name the capabilities whose `index.ts` it may use.
 * To add a package, add it to `packages`. Then run `npm run generate`.
 */

/** One package of the workspace and what its sources may import. Its own files are always allowed, by relative path. */
export interface PackageRule {
  /** Workspace packages it may import, each by its name and never by a path. */
  readonly uses: readonly string[];
  /** Libraries it may import; `any` leaves that to its package.json. */
  readonly libraries: readonly string[] | 'any';
  /** Pure: no clock, no chance, no I/O, nothing of Node or a browser. */
  readonly pure: boolean;
}

export const packages = {
  core: { uses: [], libraries: ['zod', 'yaml', 'fastest-levenshtein'], pure: true },
  contract: { uses: ['core'], libraries: ['zod'], pure: true },
  server: { uses: ['core', 'contract'], libraries: 'any', pure: false },
  web: { uses: ['core', 'contract'], libraries: 'any', pure: false },
} as const satisfies Record<string, PackageRule>;

export type PackageName = keyof typeof packages;

/** Folders of packages/server/src beside platform/, and the capabilities whose door each may use. */
export const capabilities = {
  'account-export': ['agreements', 'render', 'terms'],
  accounts: ['obligations', 'terms'],
  agreements: ['holidays', 'render'],
  application: [
    'account-export',
    'erasure',
    'accounts',
    'agreements',
    'contracts',
    'files',
    'identity',
    'notifications',
    'obligations',
    'people',
    'journal',
    'operations',
    'tickets',
    'webhooks',
  ],
  backup: [],
  check: ['holidays'],
  compare: ['holidays'],
  contracts: ['agreements', 'holidays', 'obligations', 'terms'],
  demo: ['application', 'identity', 'journal', 'obligations', 'terms'],
  doctor: ['serve'],
  due: ['holidays'],
  erasure: ['journal'],
  files: [],
  holidays: [],
  identity: [],
  journal: [],
  notifications: ['identity'],
  obligations: ['due', 'journal', 'terms'],
  operations: [],
  people: ['accounts', 'identity'],
  render: ['holidays'],
  replay: ['holidays'],
  serve: ['application', 'demo', 'identity', 'obligations', 'webhooks'],
  terms: ['agreements', 'holidays'],
  tickets: ['journal', 'obligations', 'terms'],
  verify: ['backup', 'obligations'],
  webhooks: ['identity'],
} as const satisfies Record<string, readonly string[]>;

/** Only these files speak SQL: the stores and views of capabilities, and the platform that opens the pool and writes backups. */
export const sql = {
  libraries: ['pg', 'sql-template-tag', 'graphile-worker', 'pg-copy-streams'],
  files: ['*-store.ts', '*-views.ts'],
  platformFolders: ['database', 'jobs', 'http'],
} as const;

/** Libraries that only tests (and bench/) may import. */
export const testLibraries = ['vitest', 'fast-check'] as const;

/** Test code inside a package: tests, and folders of what only tests use (naive models, other projects' cases). */
export const testFiles = ['*.test.ts', 'oracles/**'] as const;

/** Hot loops over typed arrays, where a checked index would cost more than it tells: `array[i]!` is allowed there. */
export const hotFiles = ['edges', 'open-block*', 'open-time', 'timeline*', 'zone-table'].map(
  (name) => `packages/core/src/calendar/${name}.ts`,
);

/**
 * The sentence that the person who met a rule reads. Each is printed as `name: sentence`.
 * Written for someone who does not know the table yet: what is wrong, why, and what to do instead.
 */
export const sentences = {
  'pure-imports':
    'this package is pure, so that every deadline can be recomputed anywhere: it imports its own files and the few libraries listed in boundaries.ts. Take what you need as an argument and do the I/O in packages/server.',
  'pure-globals':
    'this package asks nothing of the machine it runs on: no clock, no chance, no I/O. Take the instant, the text or the number as an argument; packages/server owns the one clock.',
  'package-direction':
    'dependencies run core <- contract <- server, and core, contract <- web. Move what both need into the package that both may use, or turn the call round.',
  'package-door':
    'reach another package by its name (@tamarack/core), never by a path into it: what its index.ts does not export is free to change. Export it there if it is meant for others.',
  'platform-knows-no-capability':
    'platform/ serves every capability and knows none of them. Pass the behaviour in from the capability or from main.ts.',
  'capability-door':
    'a capability is reached only through its index.ts. Export what you need there, or ask whether it belongs to your capability in the first place.',
  'capability-not-listed':
    'the door table does not list this capability for yours. If the dependency is meant, add it to `capabilities` in boundaries.ts, run `npm run generate`, and say why in the commit.',
  'nothing-imports-main':
    'main.ts is where everything is put together, so nothing may depend on it. Move the shared part into platform/ or into a capability.',
  'sql-in-stores-and-views':
    'SQL lives in *-store.ts (writes) and *-views.ts (reads) only, so that locking and access can be reviewed in one place. Call the store or the view.',
  'test-libraries':
    'test libraries and oracles/ stay in *.test.ts files, oracles/, tests/ and bench/: they are not there where Tamarack runs.',
  'clock-at-the-edge':
    'a capability is handed the instant (`now`) by main.ts or by platform/clock, so that tests can move the clock and a decision can be replayed.',
} as const;

export type SentenceName = keyof typeof sentences;
