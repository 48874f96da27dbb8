/** A clock as a row of the ledger. Pure. */
import { ownerOf, wakesAt, warningAt, type Clock, type Term } from '@tamarack/core';
import type { JournalFact, OwedClock } from './clocks-of-unit.ts';
import type { LedgerRow, ObligationState } from './ledger-row.ts';

const STATES: Readonly<Record<Clock['state'], ObligationState>> = {
  running: 'open',
  paused: 'paused',
  met: 'met',
  breached: 'breached',
  ended: 'void',
};

/** At `now`, in epoch seconds; the clock is as it stands then. */
export function ledgerRowOf({ clock, term, agreed, facts, subjectId, subject }: OwedClock, now: number): LedgerRow {
  const owner = ownerOf(term);
  const { tally } = clock;
  return {
    contractId: agreed.contractId,
    termsId: agreed.termsId,
    promise: term.name,
    form: clock.form,
    title: term.clause.title,
    side: owner?.side ?? 'provider',
    role: owner?.role ?? '',
    subjectId,
    subject,
    cycle: clock.cycle,
    turn: clock.turn,
    state: STATES[clock.state],
    openedAt: clock.opened,
    dueAt: clock.due ?? null,
    wakeAt: wakesAt(clock, term, now) ?? null,
    warnedAt: warnedAt(clock, term, now),
    metAt: clock.metAt ?? null,
    breachedAt: clock.breachedAt ?? null,
    endedAt: clock.endedAt ?? null,
    because: clock.because ?? null,
    severity: clock.targets.at(-1)?.severity ?? null,
    counted: tally?.counted ?? null,
    least: tally?.least ?? null,
    most: tally?.most ?? null,
    unit: tally?.unit ?? null,
    evidenceId: evidenceOf(clock, term, facts),
  };
}

/** A warning is due while the clock runs; a limit warns by what was used. */
function warnedAt(clock: Clock, term: Term, now: number): number | null {
  if (clock.warnedAt !== undefined) return clock.warnedAt;
  const at = warningAt(clock, term);
  return clock.state === 'running' && at !== undefined && at <= now ? at : null;
}

/** The fact by which it was met, late or in time. */
function evidenceOf({ metAt, form }: Clock, { clause }: Term, facts: readonly JournalFact[]): string | null {
  if (metAt === undefined || form === 'limit' || !('until' in clause) || !clause.until) return null;
  const names = new Set(clause.until.all.flat());
  return facts.findLast((fact) => fact.at === metAt && names.has(fact.fact))?.id ?? null;
}
