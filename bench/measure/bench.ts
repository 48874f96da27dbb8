import type { Figure } from './figure.ts';

/** How much to run. `quick` shows that everything works; its figures are not for quoting. */
export type Effort = { readonly quick: boolean; readonly rounds: number };

/** What one bench found: its figures, and what a reader has to know to take them rightly. */
export type BenchResult = {
  readonly title: string;
  readonly figures: readonly Figure[];
  readonly notes: readonly string[];
};

/** Every bench is a module with this one export; it runs in a process of its own. */
export type BenchModule = { readonly run: (effort: Effort) => BenchResult | Promise<BenchResult> };
