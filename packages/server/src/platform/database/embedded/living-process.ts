import { execFile } from 'node:child_process';
import { readFile, readlink } from 'node:fs/promises';
import { promisify } from 'node:util';

const run = promisify(execFile);

/**
 * The command line of a living process, its arguments apart by NUL (Linux) or space (elsewhere). `undefined` for none and for
 * a zombie: `kill(pid, 0)` counts zombies as living, and under a first process that does not reap they stay for ever.
 */
export async function commandOf(pid: number): Promise<string | undefined> {
  if (process.platform === 'linux') {
    const command = await readFile(`/proc/${pid}/cmdline`, 'utf8').catch(() => '');
    return command === '' ? undefined : command;
  }
  const shown = await run('ps', ['-ww', '-o', 'stat=', '-o', 'command=', '-p', String(pid)]).catch(() => undefined);
  const [, state, command] = /^\s*(\S+)\s+(.*)$/s.exec(shown?.stdout ?? '') ?? [];
  return state === undefined || state.startsWith('Z') ? undefined : command?.trimEnd();
}

/** The working directory of a process as far as the system tells (Linux; root in a container may not ask). */
export async function workingDirectoryOf(pid: number): Promise<string | undefined> {
  return readlink(`/proc/${pid}/cwd`).catch(() => undefined);
}
