import { availableParallelism } from 'node:os';
import { defineConfig } from 'vitest/config';
import { LongestFirst } from './tests/support/longest-first.ts';

if (typeof Temporal === 'undefined') {
  throw new TypeError(
    `This is Node ${process.version}, without Temporal: use npm test or npx vitest, which find Node 26.`,
  );
}

const PURE = ['packages/{core,contract,web}/src/**/*.test.ts', 'tests/services/**/*.test.ts'];

/** Tests run as the program runs: under Node's own Temporal and type stripping's rules, nothing global, nothing mocked. */
export default defineConfig({
  test: {
    environment: 'node',
    projects: [
      // Pure functions leave nothing behind: their files share a worker, and load the core once.
      { extends: true, test: { name: 'pure', include: PURE, isolate: false } },
      {
        extends: true,
        test: {
          name: 'whole',
          include: ['packages/*/src/**/*.test.ts', 'tests/**/*.test.ts', 'bench/**/*.test.ts'],
          exclude: PURE,
          globalSetup: ['tests/support/global-database.ts'],
        },
      },
    ],
    setupFiles: ['tests/support/same-chance-in-ci.ts'],
    pool: 'forks',
    sequence: { sequencer: LongestFirst },
    // Browsers, servers and databases are waited for: one worker a core, where the default leaves one core idle.
    maxWorkers: availableParallelism(),
    // A property with thousands of runs on two busy cores needs more than the usual 5 s, and never minutes.
    testTimeout: 30_000,
    hookTimeout: 30_000,
    // A result that depends on where or when it runs is a bug: the oracles' zones differ from this one.
    env: { TZ: 'Pacific/Chatham', LANG: 'C.UTF-8' },
    allowOnly: false,
    restoreMocks: true,
  },
});
