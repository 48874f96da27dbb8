/** What `--format json` gives, and what text and HTML are written from. Keys are stable; instants are RFC 3339 UTC. */
import type { Percentiles } from '../tally/durations.ts';
import type { Counts } from '../tally/counts.ts';
import type { RefusalReason, RefusedRow } from '../log/refusals.ts';
import type { DrillDown } from './drill-down.ts';

/** Counts, and the share of decided clocks that were met in time (`null` where none was decided). */
export type Outcome = Counts & { readonly attainment: number | null };

export interface PromiseResult extends Outcome {
  readonly promise: string;
  readonly title: string;
  readonly form: string;
  readonly owedBy: 'provider' | 'customer' | 'nobody';
  readonly severities: readonly SeverityResult[];
}

export interface SeverityResult extends Outcome {
  /** `null` where the log names no severity. */
  readonly severity: number | null;
  /** As it stands at the contract's level: "30 minutes"; `null` where no time is promised. */
  readonly target: string | null;
  readonly endedBecause: readonly { readonly because: string; readonly count: number }[];
  /** Counted seconds until it was met, in time or late. */
  readonly elapsedSeconds: Percentiles | null;
  /** The same as shares of the target: how many used up to `upTo` of it (`null`: more than all others). */
  readonly shareOfTarget: readonly Bin[];
}

export interface Bin {
  readonly upTo: number | null;
  readonly count: number;
}

export interface SliceResult extends Outcome {
  readonly promise: string;
  readonly severity: number | null;
}

export interface ResolutionResult {
  readonly severity: number | null;
  readonly resolved: number;
  readonly open: number;
  readonly elapsedSeconds: Percentiles | null;
  readonly workingSeconds: Percentiles | null;
  readonly seconds: readonly Bin[];
}

export interface BreachResult {
  readonly incident: string;
  readonly promise: string;
  readonly title: string;
  readonly severity: number | null;
  readonly group: string;
  readonly cycle: number;
  readonly turn: number;
  readonly opened: string;
  readonly breachedAt: string;
  readonly metAt: string | null;
  readonly lateSeconds: number;
  readonly targetSeconds: number;
  readonly lateTargets: number;
  /** Lines of plain text, indented under their headings. */
  readonly explanation: readonly string[];
}

export interface ReplayResult {
  readonly incidents: number;
  readonly facts: number;
  readonly refused: number;
  readonly rows: number;
  readonly description: {
    readonly reference: string;
    readonly version: string;
    readonly service: string;
    readonly level: string;
    readonly levelName: string;
  };
  readonly log: {
    readonly name: string;
    readonly map: string;
    readonly zone: string;
    readonly from: string | null;
    readonly to: string | null;
  };
  /** The instant at which clocks that still ran were judged. */
  readonly judgedAt: string | null;
  readonly severities: readonly { readonly severity: number; readonly name: string }[];
  /** Promises that the provider owes, or nobody by name, together. */
  readonly overall: Outcome;
  readonly promises: readonly PromiseResult[];
  readonly byMonth: readonly (SliceResult & { readonly month: string })[];
  readonly byGroup: readonly (SliceResult & { readonly group: string })[];
  readonly resolution: readonly ResolutionResult[];
  readonly paused: readonly {
    readonly promise: string;
    readonly because: string;
    readonly severity: number | null;
    readonly pauses: number;
    readonly seconds: number;
  }[];
  readonly withCustomer: readonly {
    readonly severity: number | null;
    readonly times: number;
    readonly seconds: number;
  }[];
  readonly worst: readonly BreachResult[];
  readonly drillDowns: readonly DrillDown[];
  readonly notFollowed: readonly { readonly promise: string; readonly title: string; readonly because: string }[];
  readonly refusedBy: readonly { readonly reason: RefusalReason; readonly says: string; readonly count: number }[];
  readonly refusedRows: readonly RefusedRow[];
  readonly notes: readonly string[];
}
