/** `tamarack serve` whose log goes to a file, as to a service manager's: whoever asks it has no lines to read meanwhile. */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { closeSync, mkdtempSync, openSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { command } from '../root.ts';

const LOOK_AGAIN_MILLISECONDS = 50;

/** Starts it and waits until it says that it is ready. Throws with its log where it ends before. */
export async function serveIntoFile(
  environment: Readonly<Record<string, string>>,
  flags: readonly string[] = [],
): Promise<{ readonly pid: number; readonly end: () => Promise<void> }> {
  const folder = mkdtempSync(join(tmpdir(), 'tamarack-log-'));
  const path = join(folder, 'log');
  const log = openSync(path, 'a');
  const child = spawn(process.execPath, [command, 'serve', ...flags], {
    env: { PATH: process.env['PATH'] ?? '', TZ: 'UTC', RATE_LIMIT: '1000000', ...environment },
    stdio: ['ignore', log, log],
  });
  closeSync(log);
  const gone = once(child, 'exit');
  while (!readFileSync(path, 'utf8').includes('"msg":"ready"')) {
    if (child.exitCode !== null || child.signalCode !== null) throw new Error(readFileSync(path, 'utf8'));
    await pause(LOOK_AGAIN_MILLISECONDS);
  }
  return {
    pid: child.pid ?? 0,
    end: async () => {
      child.kill('SIGTERM');
      await gone;
      rmSync(folder, { recursive: true });
    },
  };
}
