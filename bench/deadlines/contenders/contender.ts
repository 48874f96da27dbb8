import type { Cases } from '../case-set.ts';

/** Something that computes deadlines. */
export type DeadlineContender = {
  readonly name: string;
  /** Computes all deadlines of the cases once; what it needs for the site has been told to it outside the time. */
  readonly run: (cases: Cases) => Run;
};

export type Run = {
  readonly milliseconds: number;
  /** Epoch seconds; NaN where the contender has no answer. */
  readonly due: Float64Array;
};
