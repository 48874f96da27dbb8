import { fork } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import type { BenchName } from '../benches.ts';
import type { BenchResult, Effort } from './bench.ts';

/**
 * Runs a bench in a process of its own: what another has compiled, cached or thrown away is nothing to it. `undefined`
 * where it failed; the process has said why.
 */
export async function runApart(name: BenchName, effort: Effort): Promise<BenchResult | undefined> {
  const child = fork(fileURLToPath(new URL('../run-bench.ts', import.meta.url)), [name, JSON.stringify(effort)]);
  let result: BenchResult | undefined;
  child.on('message', (message) => (result = message as BenchResult));
  const [code] = (await once(child, 'close')) as [number | null];
  return code === 0 ? result : undefined;
}
