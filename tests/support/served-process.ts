/** `tamarack serve` as a process of its own, as an operator runs it: started, used over HTTP, killed. */
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { createInterface } from 'node:readline';

export type Served = {
  readonly url: string;
  readonly pid: number;
  /** The one-time link of an empty installation, once it is printed. */
  readonly setUpToken: () => Promise<string>;
  readonly lines: readonly string[];
  /** Sends the signal and waits until the process is gone. */
  readonly end: (signal: NodeJS.Signals) => Promise<void>;
};

const program = join(import.meta.dirname, '../../packages/server/bin/tamarack.mjs');

/** A port that is free now. */
export async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  server.close();
  await once(server, 'close');
  return typeof address === 'object' && address ? address.port : 0;
}

/** Starts it and waits until it says that it is ready. Throws with what it printed where it ends before. */
export async function serve(
  environment: Readonly<Record<string, string>>,
  flags: readonly string[] = [],
): Promise<Served> {
  const child: ChildProcess = spawn(process.execPath, [program, 'serve', ...flags], {
    env: { PATH: process.env['PATH'] ?? '', TZ: 'UTC', RATE_LIMIT: '1000000', ...environment },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const lines: string[] = [];
  const gone = once(child, 'exit');
  const link = Promise.withResolvers<string>();
  const ready = new Promise<void>((resolve, reject) => {
    for (const stream of [child.stdout, child.stderr]) {
      if (!stream) continue;
      createInterface({ input: stream }).on('line', (line) => {
        lines.push(line);
        const token = /\/set-up\/([A-Za-z0-9_-]{43})/.exec(line)?.[1];
        if (token !== undefined) link.resolve(token);
        if (/"msg":"ready"/.test(line)) resolve();
      });
    }
    void gone.then(() => reject(new Error(`tamarack serve ended:\n${lines.slice(-20).join('\n')}`)));
  });
  await ready;
  return {
    url: `http://localhost:${environment['PORT'] ?? ''}`,
    pid: child.pid ?? 0,
    setUpToken: () => link.promise,
    lines,
    end: async (signal) => {
      child.kill(signal);
      await gone;
    },
  };
}
