import { type Clock, type ClockSegment, durationInWords, type Target } from '@tamarack/core';
import type { Chosen } from './choose-terms.ts';
import { rfc3339 } from './read-instant.ts';

/** What is known of the current clock, or of the lack of one. */
export interface Told {
  readonly clocks: readonly Clock[];
  readonly segments: readonly ClockSegment[];
  readonly explanation: readonly string[];
  readonly now: number;
}

/** What `--format json` gives. Keys are stable; what there is not is `null`. */
export function dueResult({ terms, term }: Chosen, { clocks, segments, explanation, now }: Told) {
  const clock = clocks.at(-1);
  const isOpen = clock !== undefined && clock.metAt === undefined && clock.endedAt === undefined;
  const target = clock?.targets.at(-1);
  return {
    promise: term.name,
    title: term.clause.title,
    form: term.clause.form,
    level: target?.level ?? terms.level,
    severity: target?.severity ?? null,
    now: rfc3339(now),
    dueAt: rfc3339(clock?.due),
    movedFrom: rfc3339(clock?.movedFrom),
    state: clock?.state ?? null,
    elapsed: clock?.elapsed ?? null,
    remaining: clock?.remaining ?? null,
    segments: segments.map(({ from, to, counts, kind, cause }) => ({
      from: rfc3339(from),
      to: rfc3339(to),
      counts,
      kind,
      cause,
      ahead: isOpen && from >= now,
    })),
    clocks: clocks.map(flatClock),
    explanation,
  };
}

function flatClock(clock: Clock) {
  return {
    subject: clock.subject,
    cycle: clock.cycle,
    turn: clock.turn,
    state: clock.state,
    openedAt: rfc3339(clock.opened),
    dueAt: rfc3339(clock.due),
    movedFrom: rfc3339(clock.movedFrom),
    metAt: rfc3339(clock.metAt),
    breachedAt: rfc3339(clock.breachedAt),
    endedAt: rfc3339(clock.endedAt),
    because: clock.because ?? null,
    elapsed: clock.elapsed ?? null,
    remaining: clock.remaining ?? null,
    pauses: clock.pauses.map(({ from, to, because }) => ({ from: rfc3339(from), to: rfc3339(to), because })),
    targets: clock.targets.map(flatTarget),
    tally: clock.tally ?? null,
    warnedAt: rfc3339(clock.warnedAt),
  };
}

function flatTarget({ since, duration, severity, level, calendar, seconds, due }: Target) {
  return {
    since: rfc3339(since),
    duration: durationInWords(duration),
    severity: severity ?? null,
    level,
    zone: calendar.zone.zone,
    seconds,
    dueAt: rfc3339(due),
  };
}
