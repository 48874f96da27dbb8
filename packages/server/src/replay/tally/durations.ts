import { createHistogram, type RecordableHistogram } from 'node:perf_hooks';

/** Percentiles of durations in whole seconds, exact to three figures: 1,234,567 is told as 1,235,000 or nearer. */
export interface Percentiles {
  readonly count: number;
  readonly p50: number;
  readonly p75: number;
  readonly p90: number;
  readonly p95: number;
  readonly p99: number;
  readonly most: number;
}

/** Seconds in 20 years: whatever lasts longer counts as that. */
const LONGEST = 631_152_000;

/** Collects durations in a histogram of fixed size, made when the first one comes. */
export class Durations {
  #histogram: RecordableHistogram | undefined;
  #most = 0;

  add(seconds: number): void {
    this.#histogram ??= createHistogram({ lowest: 1, highest: LONGEST + 1, figures: 3 });
    // A histogram holds no 0, and much is done within the same minute.
    this.#histogram.record(Math.min(LONGEST, Math.max(0, seconds)) + 1);
    if (seconds > this.#most) this.#most = seconds;
  }

  percentiles(): Percentiles | null {
    const histogram = this.#histogram;
    if (!histogram) return null;
    const at = (share: number) => Math.min(this.#most, histogram.percentile(share) - 1);
    const [p50, p75, p90, p95, p99] = [at(50), at(75), at(90), at(95), at(99)];
    return { count: histogram.count, p50, p75, p90, p95, p99, most: this.#most };
  }
}
