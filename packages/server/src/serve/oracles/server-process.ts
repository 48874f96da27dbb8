/** `tamarack` as a process of its own, as an operator runs it: what it says line by line, and how it ends. */
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { createInterface } from 'node:readline';

const program = join(import.meta.dirname, '../../../bin/tamarack.mjs');

export type ServerProcess = {
  readonly child: ChildProcess;
  /** Everything it has said, on both streams. */
  readonly lines: readonly string[];
  /** Resolves with the first line, said already or to come, in which `text` occurs; rejects where it ends before. */
  readonly says: (text: string) => Promise<string>;
  /** The address it listens on, once it is ready. */
  readonly ready: () => Promise<string>;
  /** Resolves with the exit code. */
  readonly ended: Promise<number | null>;
  /** Sends the signal and waits for the end. */
  readonly end: (signal?: NodeJS.Signals) => Promise<number | null>;
};

/** Starts it with these arguments and nothing in its environment but what is given. */
export function startProcess(args: readonly string[], environment: Readonly<Record<string, string>>): ServerProcess {
  const child = spawn(process.execPath, [program, ...args], {
    env: { PATH: process.env['PATH'] ?? '', TZ: 'UTC', ...environment },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const lines: string[] = [];
  const waiting: ((line: string) => void)[] = [];
  for (const input of [child.stdout, child.stderr])
    createInterface({ input }).on('line', (line) => {
      lines.push(line);
      for (const look of waiting) look(line);
    });
  const ended = once(child, 'close').then(([code]) => code as number | null);
  const says = (text: string) => {
    const { promise, resolve, reject } = Promise.withResolvers<string>();
    const look = (line: string) => {
      if (line.includes(text)) resolve(line);
    };
    lines.forEach(look);
    waiting.push(look);
    void ended.then(() => reject(new Error(`It ended before it said ${text}:\n${lines.slice(-20).join('\n')}`)));
    return promise;
  };
  return {
    child,
    lines,
    says,
    ended,
    ready: async () => {
      const { port } = JSON.parse(await says('"msg":"ready"')) as { port: number };
      return `http://127.0.0.1:${port}`;
    },
    end: (signal = 'SIGTERM') => {
      child.kill(signal);
      return ended;
    },
  };
}
