/**
 * `npm test`: everything that a change has to pass, here and on CI alike. All steps run even when one fails.
 * With names (`node scripts/test.ts lint types`) only those checks run.
 */
import { spawnSync } from 'node:child_process';
import { chmodSync, existsSync, mkdtempSync, readFileSync, rmSync, statfsSync } from 'node:fs';
import { availableParallelism, freemem, tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Check, checks, root } from './checks.ts';
import { type CheckResult, runChecks } from './run-check.ts';
import { type Counts, parseCounts } from './vitest-counts.ts';

/** Bytes: twice what all of it ever took at once. */
const ROOM = 8 * 1024 ** 3;

const wanted = process.argv.slice(2);
const unknown = wanted.filter((name) => !checks.some((check) => check.name === name));
if (unknown.length > 0) {
  const known = [...new Set(checks.map((check) => check.name))].join(', ');
  console.error(`There is no check called ${unknown.join(', ')}. There are: ${known}.`);
  process.exit(2);
}

const failures: string[] = [];
await runSelected(wanted.length === 0 ? checks : checks.filter(({ name }) => wanted.includes(name)));
const counts = wanted.length === 0 ? test() : undefined;

if (failures.length > 0) {
  process.exitCode = 1;
  console.log(`\nNot passed:\n${failures.map((failure) => `  ${failure}`).join('\n')}`);
}
if (counts) console.log(`\n${counts.passed} passed, ${counts.failed} failed, ${counts.skipped} skipped`);

async function runSelected(selected: readonly Check[]): Promise<void> {
  await runChecks(selected, Math.min(2, availableParallelism()), (result: CheckResult) => {
    heading(result.check.heading, `${result.passed ? 'passed' : 'FAILED'}, ${result.seconds.toFixed(1)} s`);
    if (!result.passed) {
      failures.push(result.check.heading);
      console.log(result.output.trim());
    }
  });
}

function test(): Counts {
  const title = 'Tests: unit, property, oracle';
  heading(title);
  const folder = temporaryFolder();
  // Whoever interrupts the tests means them, and what they wrote goes with them.
  process.on('SIGINT', () => undefined);
  const report = join(folder, 'report.json');
  try {
    const args = ['run', '--reporter=default', '--reporter=json', `--outputFile.json=${report}`];
    // vitest itself under this very Node, so that its workers have Temporal.
    const program = join(root, 'node_modules', 'vitest', 'vitest.mjs');
    const result = spawnSync(process.execPath, [program, ...args], {
      cwd: root,
      env: { ...process.env, TMPDIR: folder },
      stdio: ['ignore', 'inherit', 'inherit'],
    });
    const found = parseCounts(readIfThere(report));
    if (result.status !== 0 || found.failed > 0 || found.passed === 0) failures.push(title);
    return found;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/**
 * Where databases, browsers and files of tests lie, and go with the end of them: in memory where there is plenty (Linux), for they
 * write to disk what nobody will read. A process that is killed loses nothing there, as it would not on a disk.
 */
function temporaryFolder(): string {
  const memory = '/dev/shm';
  const { bavail, bsize } = existsSync(memory) ? statfsSync(memory) : { bavail: 0, bsize: 0 };
  const isRoomy = bavail * bsize >= ROOM && freemem() >= ROOM;
  const folder = mkdtempSync(join(isRoomy ? memory : tmpdir(), 'tamarack-test-'));
  // PostgreSQL runs as another user where root tests.
  chmodSync(folder, 0o1777);
  return folder;
}

function readIfThere(path: string): string | undefined {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return undefined;
  }
}

function heading(text: string, outcome = ''): void {
  console.log(`\n== ${text}${outcome && `: ${outcome}`}`);
}
