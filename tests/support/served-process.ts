/** `tamarack serve` as a process of its own, as an operator runs it: started, used over HTTP, killed. */
import { once } from 'node:events';
import { createServer } from 'node:net';
import { startProcess } from '../../packages/server/src/serve/oracles/server-process.ts';

export type Served = {
  readonly url: string;
  readonly pid: number;
  /** The one-time link of an empty installation, once it is printed. */
  readonly setUpToken: () => Promise<string>;
  readonly lines: readonly string[];
  /** Sends the signal and waits until the process is gone. */
  readonly end: (signal: NodeJS.Signals) => Promise<void>;
};

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
  const { child, lines, says } = startProcess(['serve', ...flags], { RATE_LIMIT: '1000000', ...environment });
  // Not its output's end: what a killed server started may hold that for a while.
  const gone = once(child, 'exit');
  await says('"msg":"ready"');
  return {
    url: `http://localhost:${environment['PORT'] ?? ''}`,
    pid: child.pid ?? 0,
    setUpToken: async () => /\/set-up\/([A-Za-z0-9_-]{43})/.exec(await says('/set-up/'))?.[1] ?? '',
    lines,
    end: async (signal) => {
      child.kill(signal);
      await gone;
    },
  };
}
