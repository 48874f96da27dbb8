/** Tickets on the embedded PostgreSQL, which is what an installation has that was told nothing. */
import type { BenchResult, Effort } from '../measure/bench.ts';
import { embeddedPlace } from './places.ts';
import { runAt } from './tickets.ts';

export async function run(effort: Effort): Promise<BenchResult> {
  return runAt(await embeddedPlace(), effort);
}
