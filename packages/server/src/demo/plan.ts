/** What is going to happen, by instant. */

export type Planned = {
  /** Epoch seconds. */
  readonly at: number;
  /** Orders what happens in one second, and is the same in every run. */
  readonly key: string;
  readonly act: () => Promise<void>;
};

export type Plan = {
  readonly add: (planned: Planned) => void;
  /** When the next thing happens; undefined where nothing is left. */
  readonly next: () => number | undefined;
  readonly take: () => Planned | undefined;
};

export function newPlan(): Plan {
  // In the order of time, the next one last: taking is cheap, and a few thousand entries are moved quickly.
  const planned: Planned[] = [];
  return {
    add(one) {
      let [low, high] = [0, planned.length];
      while (low < high) {
        const middle = (low + high) >>> 1;
        const other = planned[middle];
        if (other && isBefore(one, other)) low = middle + 1;
        else high = middle;
      }
      planned.splice(low, 0, one);
    },
    next: () => planned.at(-1)?.at,
    take: () => planned.pop(),
  };
}

function isBefore(a: Planned, b: Planned): boolean {
  return a.at === b.at ? a.key < b.key : a.at < b.at;
}
