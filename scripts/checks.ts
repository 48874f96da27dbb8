import { globSync } from 'node:fs';
import { join } from 'node:path';

export const root = join(import.meta.dirname, '..');

/** One check that reads the sources and runs none of them, or builds what the tests open. */
export interface Check {
  readonly name: string;
  readonly heading: string;
  /** A program of node_modules/.bin, or `node` for the one that runs, and its arguments. */
  readonly command: readonly [program: string, ...args: string[]];
}

/** The server's sources are among the root's, whose settings are the same: most of them would be read a second time. */
const projects = globSync('packages/*/tsconfig.json', { cwd: root, exclude: ['packages/server/**'] }).toSorted();

/** Slow ones first: they run two at a time. */
export const checks: readonly Check[] = [
  {
    name: 'lint',
    heading: 'Lint: rules, types in use, and the door table of boundaries.ts',
    command: ['oxlint', '--type-aware'],
  },
  // Before the tests: in a fresh clone the first of them would each build it at the same moment.
  { name: 'build', heading: 'Build: the web application', command: ['node', 'scripts/build-web.ts'] },
  { name: 'build', heading: 'Build: the server, packed', command: ['node', 'scripts/pack-server.ts'] },
  { name: 'types', heading: 'Types: packages/server, tests, scripts, bench', command: ['tsc', '-p', '.'] },
  ...projects.map((project): Check => {
    const name = project.replace('/tsconfig.json', '');
    return { name: 'types', heading: `Types: ${name}`, command: ['tsc', '-p', name] };
  }),
  { name: 'dead-code', heading: 'Dead code: every file, export and dependency is used', command: ['knip'] },
  { name: 'format', heading: 'Format (npm run fmt writes it)', command: ['oxfmt', '--check'] },
];
