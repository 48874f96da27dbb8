import type { Fact } from '@tamarack/core';
import type { RefusalReason } from '../log/refusals.ts';
import type { Held, Incident } from './incident.ts';

/** An incident whose rows are still coming in. */
export interface Draft {
  readonly id: string;
  readonly firstLine: number;
  lastLine: number;
  /** The instant of its last row; -Infinity before the first. */
  at: number;
  /** Whether it is resolved, closed, merged or declined as far as its rows say. */
  over: boolean;
  readonly facts: Fact[];
  readonly groups: Held[];
}

/** Why a row was not taken; a row that was refused has changed nothing. */
export type Taking = { readonly reason: RefusalReason; readonly sentence: string } | undefined;

/** Turns rows of one kind into incidents. `D` is what it remembers of an incident between two rows. */
export interface RowReader<D extends Draft> {
  readonly begin: (id: string, line: number) => D;
  readonly take: (draft: D, cells: readonly string[], line: number) => Taking;
  /** Undefined where all rows were refused. */
  readonly finish: (draft: D) => Incident | undefined;
}

/** Notes who holds the incident, where that has changed. */
export function hold(draft: Draft, group: string | undefined): void {
  const last = draft.groups.at(-1);
  if (draft.groups.length === 0 || last?.group !== group) draft.groups.push({ from: draft.at, group });
}

/** Facts in the order of time; those of the same second stay as they were. Nearly all are in order already. */
export function inOrder(facts: Fact[]): Fact[] {
  for (let i = 1; i < facts.length; i += 1) {
    const fact = facts[i];
    if (fact === undefined || (facts[i - 1]?.at ?? 0) <= fact.at) continue;
    let j = i;
    for (let before = facts[j - 1]; before !== undefined && before.at > fact.at; before = facts[j - 1]) {
      facts[j] = before;
      j -= 1;
    }
    facts[j] = fact;
  }
  return facts;
}
