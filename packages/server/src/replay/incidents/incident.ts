import type { Fact } from '@tamarack/core';

/** One incident of the log as clocks and tallies want it. */
export interface Incident {
  readonly id: string;
  readonly firstLine: number;
  readonly lastLine: number;
  /** In the order of time; facts of the same second in the order of the log. */
  readonly facts: readonly Fact[];
  /** Which group held it from when on; undefined where the log names none. */
  readonly groups: readonly Held[];
}

export interface Held {
  readonly from: number;
  readonly group: string | undefined;
}

/** The group that held an incident at an instant. */
export function groupAt({ groups }: Incident, at: number): string | undefined {
  let found = groups[0]?.group;
  for (const held of groups) {
    if (held.from > at) break;
    found = held.group;
  }
  return found;
}

/** More facts of one incident than any desk records; a log with more repeats a number that is none. */
export const MOST_FACTS = 10_000;
