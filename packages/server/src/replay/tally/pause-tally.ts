/** What stood still and why: pauses of clocks by reason, and the time that incidents spent with the customer. */
import { workingTimeBetween, type Clock } from '@tamarack/core';
import type { Incident } from '../incidents/incident.ts';
import { instant } from './resolution-tally.ts';

export interface Paused {
  pauses: number;
  seconds: number;
}

export interface PauseTally {
  /** By promise, reason and severity, in that order, each after a tab. */
  readonly clocks: Map<string, Paused>;
  /** By severity. */
  readonly withCustomer: Map<number, Paused>;
}

export function noPauses(): PauseTally {
  return { clocks: new Map(), withCustomer: new Map() };
}

/** Adds the pauses of one clock: open time of its calendar, for closed hours would not have counted anyway. */
export function tallyPauses(
  tally: PauseTally,
  clock: Clock,
  severity: number,
  now: number,
  reason: (because: string) => string,
): void {
  const calendar = clock.targets.at(-1)?.calendar;
  if (!calendar) return;
  const until = clock.metAt ?? clock.endedAt ?? now;
  for (const { from, to = until, because } of clock.pauses) {
    const open = to > from ? workingTimeBetween(calendar, instant(from), instant(to)) : undefined;
    add(tally.clocks, `${clock.promise}\t${reason(because)}\t${severity}`, open?.ok ? open.value : 0);
  }
}

/** Adds the time in which the customer had the incident, as long as it was open. */
export function tallyCustomer(
  tally: PauseTally,
  { facts }: Incident,
  subject: string,
  severity: number,
  now: number,
): void {
  let since: number | undefined;
  for (const { at, fact } of facts) {
    if (fact === `${subject}.handed-to-customer`) since ??= at;
    else if (since !== undefined && ENDS_WAIT.has(fact.slice(subject.length + 1))) {
      add(tally.withCustomer, severity, at - since);
      since = undefined;
    }
  }
  if (since !== undefined) add(tally.withCustomer, severity, now - since);
}

const ENDS_WAIT = new Set(['handed-to-provider', 'resolved', 'closed', 'merged', 'declined']);

function add<K>(tally: Map<K, Paused>, key: K, seconds: number): void {
  let found = tally.get(key);
  if (!found) tally.set(key, (found = { pauses: 0, seconds: 0 }));
  found.pauses += 1;
  found.seconds += seconds;
}
