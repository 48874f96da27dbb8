import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { type Check, root } from './checks.ts';

export interface CheckResult {
  readonly check: Check;
  readonly passed: boolean;
  readonly output: string;
  readonly seconds: number;
}

/** Runs one check to its end and keeps what it says, so that checks that run side by side do not mix their lines. */
export async function runCheck(check: Check): Promise<CheckResult> {
  const started = performance.now();
  const [program, ...args] = check.command;
  const path = program === 'node' ? process.execPath : join(root, 'node_modules', '.bin', program);
  const child = spawn(path, args, {
    cwd: root,
    stdio: ['ignore', 'pipe', 'pipe'],
    shell: process.platform === 'win32' && program !== 'node',
  });
  let output = '';
  for (const stream of [child.stdout, child.stderr]) {
    stream.setEncoding('utf8').on('data', (text: string) => (output += text));
  }
  const passed = await once(child, 'close').then(
    ([code]) => code === 0,
    (error: unknown) => {
      output += `${program} could not be started: ${String(error)}\n`;
      return false;
    },
  );
  return { check, passed, output, seconds: (performance.now() - started) / 1000 };
}

/** Runs all checks, `width` at a time, and hands on each result as it comes. */
export async function runChecks(
  checks: readonly Check[],
  width: number,
  report: (result: CheckResult) => void,
): Promise<CheckResult[]> {
  const waiting = [...checks];
  const results: CheckResult[] = [];
  const lane = async () => {
    for (let check = waiting.shift(); check !== undefined; check = waiting.shift()) {
      const result = await runCheck(check);
      results.push(result);
      report(result);
    }
  };
  await Promise.all(Array.from({ length: width }, lane));
  return results;
}
