/** A finished replay → its result. */
import { explanationLines, type Terms } from '@tamarack/core';
import type { Finished, Replay } from '../replay-rows.ts';
import { SHARE_BINS, TIME_BINS } from '../tally/bins.ts';
import { MOST_GROUPS, OTHER_GROUPS } from '../tally/bounded-names.ts';
import { addCounts, attainmentOf, noCounts, type Counts } from '../tally/counts.ts';
import type { SeverityTally } from '../tally/promise-tally.ts';
import type { Breach } from '../tally/worst-breaches.ts';
import { drawnClocks, drillDown, type DrawnClock } from './drill-down.ts';
import { explainedClock } from './explained-clock.ts';
import { plural, targetWords } from './duration-words.ts';
import type { Bin, BreachResult, Outcome, PromiseResult, ReplayResult, SeverityResult } from './replay-result.ts';
import { rfc3339 } from './rfc-3339.ts';

export interface Names {
  readonly log: string;
  readonly map: string;
  readonly subject: string;
}

/** The result, and the clocks behind its drill-downs for whoever draws them. */
export interface Told {
  readonly result: ReplayResult;
  readonly drawn: ReadonlyMap<string, readonly DrawnClock[]>;
  /** Epoch seconds of `judgedAt`. */
  readonly now: number;
}

/** Puts together what a replay has to tell. */
export function replayResultOf(replay: Replay, finished: Finished, terms: Terms, names: Names): Told {
  const { tally, followed } = replay;
  const now = finished.span?.to ?? 0;
  const worst = tally.worst.all();
  const drawn = new Map<string, DrawnClock[]>();
  for (const { incident } of worst) {
    if (!drawn.has(incident.id)) drawn.set(incident.id, drawnClocks(incident, terms, followed, names.subject, now));
  }
  const incidents = new Map(worst.map(({ incident }) => [incident.id, incident]));
  const cells = followed.flatMap((promise, i) =>
    inOrder(tally.promises[i] ?? new Map<number, SeverityTally>()).map(([severity, cell]) => ({
      promise,
      severity,
      cell,
    })),
  );
  const owed = cells.filter(({ promise }) => promise.owedBy !== 'customer' && promise.term.clause.form !== 'request');
  const { description } = terms;
  const result: ReplayResult = {
    incidents: finished.incidents,
    facts: finished.facts,
    refused: replay.refused.total(),
    rows: finished.rows,
    description: {
      reference: description.document.reference,
      version: description.document.version,
      service: description.service.name,
      level: terms.level,
      levelName: description.levels[terms.level]?.name ?? terms.level,
    },
    log: {
      name: names.log,
      map: names.map,
      zone: finished.zone,
      from: finished.span ? rfc3339(finished.span.from) : null,
      to: finished.span ? rfc3339(finished.span.to) : null,
    },
    judgedAt: finished.span ? rfc3339(now) : null,
    severities: Object.entries(description.severities?.list ?? {}).map(([severity, { name }]) => ({
      severity: Number(severity),
      name,
    })),
    overall: outcome(owed.reduce((sum, { cell }) => addCounts(sum, cell.counts), noCounts())),
    promises: followed.map((promise, i): PromiseResult => {
      const { name, clause } = promise.term;
      const severities = inOrder(tally.promises[i] ?? new Map<number, SeverityTally>());
      const sum = severities.reduce((all, [, cell]) => addCounts(all, cell.counts), noCounts());
      return {
        promise: name,
        title: clause.title,
        form: clause.form,
        owedBy: promise.owedBy,
        ...outcome(sum),
        severities: severities.map(([severity, cell]) =>
          severityResult(severity, cell, targetWords(promise.term.duration(terms.level, severity || undefined))),
        ),
      };
    }),
    byMonth: cells.flatMap(({ promise, severity, cell }) =>
      byName(cell.months).map(([month, counts]) => ({
        month,
        promise: promise.term.name,
        severity: orNull(severity),
        ...outcome(counts),
      })),
    ),
    byGroup: cells.flatMap(({ promise, severity, cell }) =>
      byName(cell.groups).map(([group, counts]) => ({
        group,
        promise: promise.term.name,
        severity: orNull(severity),
        ...outcome(counts),
      })),
    ),
    resolution: inOrder(tally.resolutions).map(([severity, { resolved, open, elapsed, working, bins }]) => ({
      severity: orNull(severity),
      resolved,
      open,
      elapsedSeconds: elapsed.percentiles(),
      workingSeconds: working.percentiles(),
      seconds: binsOf(bins, TIME_BINS),
    })),
    paused: byName(tally.pauses.clocks).map(([key, { pauses, seconds }]) => {
      const [promise = '', because = '', severity = '0'] = key.split('\t');
      return { promise, because, severity: orNull(Number(severity)), pauses, seconds };
    }),
    withCustomer: inOrder(tally.pauses.withCustomer).map(([severity, { pauses, seconds }]) => ({
      severity: orNull(severity),
      times: pauses,
      seconds,
    })),
    worst: worst.map((breach) => breachResult(breach, replay, finished.zone, now)),
    drillDowns: [...drawn].flatMap(([id, clocks]) => {
      const incident = incidents.get(id);
      return incident ? [drillDown(incident, clocks, now)] : [];
    }),
    notFollowed: replay.notFollowed,
    refusedBy: replay.refused.byReason(),
    refusedRows: replay.refused.rows(),
    notes: notesOf(replay, finished),
  };
  return { result, drawn, now };
}

function severityResult(
  severity: number,
  { counts, ended, elapsed, shares }: SeverityTally,
  target: string | null,
): SeverityResult {
  return {
    severity: orNull(severity),
    target,
    ...outcome(counts),
    endedBecause: [...ended].map(([because, count]) => ({ because, count })).toSorted((a, b) => b.count - a.count),
    elapsedSeconds: elapsed.percentiles(),
    shareOfTarget: binsOf(shares, SHARE_BINS),
  };
}

function breachResult(
  { incident, clock, severity, group, lateSeconds, lateTargets }: Breach,
  replay: Replay,
  zone: string,
  now: number,
): BreachResult {
  const target = clock.targets.at(-1);
  const promise = replay.followed.find(({ term }) => term.name === clock.promise);
  return {
    incident: incident.id,
    promise: clock.promise,
    title: promise?.term.clause.title ?? clock.promise,
    severity: orNull(severity),
    group,
    cycle: clock.cycle,
    turn: clock.turn,
    opened: rfc3339(clock.opened),
    breachedAt: rfc3339(clock.breachedAt ?? now),
    metAt: clock.metAt === undefined ? null : rfc3339(clock.metAt),
    lateSeconds,
    targetSeconds: target?.seconds ?? 0,
    lateTargets: Math.round(lateTargets * 1000) / 1000,
    explanation: promise ? explanationLines(explainedClock(clock, promise, zone, now).words) : [],
  };
}

function notesOf(replay: Replay, { undecidedBeforeEnd }: Finished): string[] {
  const notes = [
    'A clock counts for the month in which it opened (in the zone of the log) and for the group that held the incident when it was decided.',
    'Attainment is the share of decided clocks that were met in time; clocks that ended undecided and clocks that still run count neither way.',
    'Percentiles are exact to three figures.',
  ];
  if (undecidedBeforeEnd > 0)
    notes.push(
      `${plural(undecidedBeforeEnd, 'incident')} had clocks that still ran and were judged at the end of the log.`,
    );
  if (replay.tally.groups.overflowed())
    notes.push(`The log has more than ${MOST_GROUPS} groups; those that came later are counted as "${OTHER_GROUPS}".`);
  return notes;
}

function outcome(counts: Counts): Outcome {
  return { ...counts, attainment: attainmentOf(counts) };
}

function binsOf(bins: Uint32Array, edges: readonly number[]): Bin[] {
  return edges.map((edge, i) => ({ upTo: Number.isFinite(edge) ? edge : null, count: bins[i] ?? 0 }));
}

function inOrder<T>(map: ReadonlyMap<number, T>): [number, T][] {
  return [...map].toSorted(([a], [b]) => a - b);
}

function byName<T>(map: ReadonlyMap<string, T>): [string, T][] {
  return [...map].toSorted(([a], [b]) => (a < b ? -1 : 1));
}

function orNull(severity: number): number | null {
  return severity === 0 ? null : severity;
}
