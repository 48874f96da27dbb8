import { spawnSync } from 'node:child_process';

/** What a command said, and how long it took from its start to its end. */
export type Finished = { readonly milliseconds: number; readonly output: string };

/**
 * Runs a program as a user does, once. Whoever measures a program that fails measures nothing: any exit code but those
 * named throws with what it wrote.
 */
export function runProcess(program: string, args: readonly string[], options: RunOptions = {}): Finished {
  const started = performance.now();
  const { status, stdout, stderr, error } = spawnSync(program, args, {
    encoding: 'utf8',
    maxBuffer: 2 ** 28,
    env: { ...process.env, ...options.environment },
    ...(options.input === undefined ? {} : { input: options.input }),
  });
  const milliseconds = performance.now() - started;
  if (error || !(options.exitCodes ?? [0]).includes(status ?? -1)) {
    const why = error ? error.message : stderr.trim();
    throw new Error(`${program} ${args.join(' ')} ended with ${String(status)}: ${why}`);
  }
  return { milliseconds, output: stdout };
}

export type RunOptions = {
  readonly input?: string;
  readonly environment?: Readonly<Record<string, string>>;
  readonly exitCodes?: readonly number[];
};
