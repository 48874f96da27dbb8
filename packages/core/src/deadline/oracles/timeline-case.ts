/**
 * The shape of the cases in shared/data/business-time of format sla-timeline-cases/1. Tests only: the data is not
 * shipped.
 */
import type { OracleCalendar } from '../../calendar/oracles/oracle-case.ts';

export type TimelineFile = {
  readonly calendars: Readonly<Record<string, OracleCalendar>>;
  readonly cases: readonly TimelineCase[];
};

export type TimelineEvent = { readonly at: string; readonly event: string; readonly state?: string };

export type TimelineCase = {
  readonly id: string;
  readonly name: string;
  readonly calendar: string;
  readonly targets_min: { readonly first_response?: number; readonly resolution?: number };
  readonly paused_states: readonly string[];
  readonly timeline: readonly TimelineEvent[];
  readonly window?: { readonly from: string; readonly to?: string; readonly span_min?: number };
  readonly expect: Readonly<Record<string, string | number>>;
};
