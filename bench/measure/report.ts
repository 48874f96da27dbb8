import type { BenchResult } from './bench.ts';
import type { Machine } from './machine.ts';

/** What a run writes as JSON, and what the table of docs/performance.md is made from. */
export type Report = {
  readonly machine: Machine;
  readonly quick: boolean;
  readonly benches: Readonly<Record<string, BenchResult>>;
};
