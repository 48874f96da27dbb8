/** A figure of the table: the median of several rounds, with how far the rounds lay apart. */
export type Figure = {
  readonly what: string;
  readonly unit: string;
  readonly median: number;
  readonly least: number;
  readonly most: number;
  readonly rounds: number;
  readonly aim?: Aim;
};

/** What a figure is held against. A missed aim is shown and never fails the run: machines differ. */
export type Aim = { readonly atLeast: number } | { readonly atMost: number };

/** A figure from the samples of its rounds. */
export function figure(what: string, unit: string, samples: readonly number[], aim?: Aim): Figure {
  const sorted = samples.toSorted((a, b) => a - b);
  const [least = Number.NaN] = sorted;
  return {
    what,
    unit,
    median: medianOf(sorted),
    least,
    most: sorted.at(-1) ?? Number.NaN,
    rounds: samples.length,
    ...(aim ? { aim } : {}),
  };
}

/** `some` over `others`, round by round: both sides of a round met the machine in the same mood. */
export function ratios(some: readonly number[], others: readonly number[]): number[] {
  return some.map((sample, i) => sample / (others[i] ?? Number.NaN));
}

/** Whether the median keeps the aim; `undefined` where there is none. */
export function isMet({ aim, median }: Figure): boolean | undefined {
  if (aim === undefined) return undefined;
  return 'atLeast' in aim ? median >= aim.atLeast : median <= aim.atMost;
}

function medianOf(sorted: readonly number[]): number {
  const upper = sorted[sorted.length >> 1] ?? Number.NaN;
  return sorted.length % 2 === 1 ? upper : (upper + (sorted[(sorted.length >> 1) - 1] ?? Number.NaN)) / 2;
}
