/** Tickets on a PostgreSQL server, which DATABASE_URL names. */
import type { BenchResult, Effort } from '../measure/bench.ts';
import { serverPlace } from './places.ts';
import { runAt } from './tickets.ts';

export async function run(effort: Effort): Promise<BenchResult> {
  const place = await serverPlace();
  if (place) return runAt(place, effort);
  return {
    title: 'Tickets on a PostgreSQL server',
    figures: [],
    notes: ['No PostgreSQL server is installed on this machine.'],
  };
}
