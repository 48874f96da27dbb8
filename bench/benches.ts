import type { BenchModule } from './measure/bench.ts';

/** Every bench by its name, in the order in which they run. */
const benches = {
  deadlines: () => import('./deadlines/deadlines.ts'),
  'span-growth': () => import('./deadlines/span-growth.ts'),
  explanations: () => import('./deadlines/explanations.ts'),
  check: () => import('./check/check.ts'),
  'start-up': () => import('./check/start-up.ts'),
  clocks: () => import('./clocks/clocks.ts'),
  replay: () => import('./replay/replay.ts'),
  record: () => import('./ledger/record.ts'),
  lists: () => import('./ledger/lists.ts'),
  'due-at-once': () => import('./ledger/due-at-once.ts'),
  tickets: () => import('./tickets/tickets-embedded.ts'),
  'tickets-on-a-server': () => import('./tickets/tickets-on-a-server.ts'),
  'idle-memory': () => import('./ledger/idle-memory.ts'),
  pages: () => import('./web/pages.ts'),
} as const satisfies Record<string, () => Promise<BenchModule>>;

export type BenchName = keyof typeof benches;

export const benchNames = Object.keys(benches) as readonly BenchName[];

export function isBenchName(name: string): name is BenchName {
  return Object.hasOwn(benches, name);
}

/** The module of a bench; loaded only in the process that runs it. */
export async function loadBench(name: BenchName): Promise<BenchModule> {
  return benches[name]();
}
