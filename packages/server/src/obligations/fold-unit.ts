/**
 * What a unit owes: core's clocks over the journal's facts, as rows of the ledger. Pure; `settle` and `tamarack verify` run
 * the same function.
 */
import { clocksOf, ownerOf, wakesAt, warningAt, type Clock, type Fact, type Term } from '@tamarack/core';
import { termsAt, type AgreedTerms } from './agreed-terms.ts';
import type { LedgerRow, ObligationState } from './ledger-row.ts';
import { isStanding, kindOf, promisesOf } from './promises-of.ts';
import type { Unit } from './unit.ts';

/** A fact with its id in the journal and its contract, if it is about one. */
export type JournalFact = Fact & { readonly id: string; readonly contractId: string | null };

/** Rows of one unit at `now` (epoch seconds). `facts` are those that `factsWanted` asked for, in the order of happening. */
export function foldUnit(
  unit: Unit,
  all: readonly AgreedTerms[],
  facts: readonly JournalFact[],
  now: number,
): readonly LedgerRow[] {
  const own = facts.filter(
    (fact) => (fact.contractId === null || fact.contractId === unit.contractId) && fact.at <= now,
  );
  return unit.of === 'subject'
    ? foldSubject(unit.contractId, unit.subjectId, all, own, now)
    : foldPromise(unit, all, own, now);
}

function foldSubject(
  contractId: string,
  subjectId: string,
  all: readonly AgreedTerms[],
  facts: readonly JournalFact[],
  now: number,
): readonly LedgerRow[] {
  const first = facts.find((fact) => fact.subject === subjectId);
  // A subject is served under the terms that were in force when it began, whatever was agreed later.
  const agreed = first && termsAt(all, contractId, first.at);
  if (!first || !agreed) return [];
  const { followed, gates, needs } = promisesOf(agreed.terms, kindOf(first.fact));
  const concerns = (fact: JournalFact) =>
    fact.subject === subjectId || fact.about === subjectId || isStanding(fact.fact);
  // Everything is about the contract itself.
  const mine = subjectId === contractId ? facts : facts.filter(concerns);
  const passing = gates.length === 0 ? [] : facts.filter((fact) => concerns(fact) || needs.has(fact.fact));
  return [
    ...followed.flatMap((term) => rowsOf(term, agreed, mine, now)),
    ...gates.flatMap((term) => rowsOf(term, agreed, passing, now)),
  ].filter((row) => row.subjectId === subjectId);
}

function foldPromise(
  { termsId, promise }: Extract<Unit, { of: 'promise' }>,
  all: readonly AgreedTerms[],
  facts: readonly JournalFact[],
  now: number,
): readonly LedgerRow[] {
  const agreed = all.find((other) => other.termsId === termsId);
  const term = agreed?.terms.promises.get(promise);
  if (!agreed || !term) return [];
  // The promise runs while these terms do; the contract's own start and end belong to all its terms together.
  const limits: JournalFact[] = [
    { id: '', contractId: null, at: agreed.fromAt, fact: 'contract.started', subject: termsId },
  ];
  if (agreed.untilAt !== undefined && agreed.untilAt <= now)
    limits.push({ id: '', contractId: null, at: agreed.untilAt, fact: 'contract.ended', subject: termsId });
  const inside = facts.filter(
    ({ at, fact }) =>
      fact !== 'contract.started' && fact !== 'contract.ended' && (isStanding(fact) || at >= agreed.fromAt),
  );
  const ordered = [...limits, ...inside].toSorted((a, b) => a.at - b.at);
  return agreed.fromAt > now ? [] : rowsOf(term, agreed, ordered, now).map((row) => ({ ...row, subjectId: termsId }));
}

function rowsOf(
  term: Term,
  { contractId, termsId, terms }: AgreedTerms,
  facts: readonly JournalFact[],
  now: number,
): LedgerRow[] {
  const owner = ownerOf(term);
  return clocksOf(terms, term, facts, now).map((clock) => ({
    contractId,
    termsId,
    promise: term.name,
    form: clock.form,
    title: term.clause.title,
    side: owner?.side ?? 'provider',
    role: owner?.role ?? '',
    subjectId: clock.subject,
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
    counted: clock.tally?.counted ?? null,
    least: clock.tally?.least ?? null,
    most: clock.tally?.most ?? null,
    unit: clock.tally?.unit ?? null,
    evidenceId: evidenceOf(clock, term, facts),
  }));
}

const STATES: Readonly<Record<Clock['state'], ObligationState>> = {
  running: 'open',
  paused: 'paused',
  met: 'met',
  breached: 'breached',
  ended: 'void',
};

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
