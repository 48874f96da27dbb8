import { availableParallelism } from 'node:os';
import { defineConfig } from 'vitest/config';
import { LongestFirst } from './tests/support/longest-first.ts';

if (typeof Temporal === 'undefined') {
  throw new TypeError(
    `This is Node ${process.version}, without Temporal: use npm test or npx vitest, which find Node 26.`,
  );
}

const PURE = ['packages/{core,contract,web}/src/**/*.test.ts', 'tests/services/**/*.test.ts'];
/** Those that have to do with how a process begins, dies and holds a folder; they bring databases of their own. */
const APART = ['tests/{crash-of-*,two-servers}.test.ts', 'packages/server/src/platform/database/embedded/*.test.ts'];

/** Tests run as the program runs: under Node's own Temporal and type stripping's rules, nothing global, nothing mocked. */
export default defineConfig({
  test: {
    environment: 'node',
    projects: [
      // Pure functions leave nothing behind: their files share a worker, and load the core once.
      { extends: true, test: { name: 'pure', include: PURE, isolate: false } },
      { extends: true, test: { name: 'apart', include: APART } },
      // Each file has a database of its own. To load the server takes longer than most of them, so a worker does it once.
      {
        extends: true,
        test: {
          name: 'whole',
          include: ['packages/*/src/**/*.test.ts', 'tests/**/*.test.ts', 'bench/**/*.test.ts'],
          exclude: [...PURE, ...APART],
          isolate: false,
          globalSetup: ['tests/support/global-database.ts'],
        },
      },
    ],
    setupFiles: ['tests/support/same-chance-in-ci.ts'],
    pool: 'forks',
    // Half a megabyte of anything, read again and again: with room for what is young, a tenth less is spent on collecting it.
    execArgv: ['--max-semi-space-size=64'],
    sequence: { sequencer: LongestFirst },
    // Browsers, killed servers and disks are waited for: one worker more than cores, where the default leaves one core idle.
    maxWorkers: availableParallelism() + 1,
    // A property with thousands of runs, or a browser, needs more than the usual 5 s on two busy cores, and never minutes.
    testTimeout: 60_000,
    hookTimeout: 60_000,
    // What is waited for comes soon; on a busy machine not within the usual second.
    expect: { poll: { timeout: 10_000 } },
    // A result that depends on where or when it runs is a bug: the oracles' zones differ from this one.
    env: { TZ: 'Pacific/Chatham', LANG: 'C.UTF-8' },
    allowOnly: false,
    restoreMocks: true,
  },
});
