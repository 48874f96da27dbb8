/**
 * The clocks of a unit: core's, over the facts of the journal. Pure; recording, waking, explaining and `tamarack verify` all
 * run the same function.
 */
import { clocksOf, type Clock, type Fact, type Term } from '@tamarack/core';
import { isKnown, termsAt, type AgreedTerms } from './agreed-terms.ts';
import { promiseRun, type PromiseRun } from './promise-run.ts';
import { isStanding, kindOf, promisesOf } from './promises-of.ts';
import type { Unit } from './unit.ts';

/** A fact with its id in the journal and its contract, if it is about one. */
export type JournalFact = Fact & {
  readonly id: string;
  readonly contractId: string | null;
  readonly title?: string | null;
  readonly audience?: 'shared' | 'internal';
};

/** A clock with what it follows from. */
export type OwedClock = {
  readonly clock: Clock;
  readonly term: Term;
  readonly agreed: AgreedTerms;
  readonly facts: readonly JournalFact[];
  readonly subjectId: string;
  /** What it is about, in a few words. */
  readonly subject: string;
};

/** At `now` (epoch seconds). `facts` are those that `factsWanted` asked for, in the order of happening. */
export function clocksOfUnit(
  unit: Unit,
  all: readonly AgreedTerms[],
  facts: readonly JournalFact[],
  now: number,
): readonly OwedClock[] {
  const own = facts.filter(
    ({ contractId, at, fact }) =>
      (contractId === null || contractId === unit.contractId) && at <= now && isKnown(all, fact),
  );
  return unit.of === 'subject' ? ofSubject(unit, all, own, now) : ofPromise(unit, all, own, now);
}

function ofSubject(
  { contractId, subjectId }: Extract<Unit, { of: 'subject' }>,
  all: readonly AgreedTerms[],
  facts: readonly JournalFact[],
  now: number,
): readonly OwedClock[] {
  const first = facts.find((fact) => fact.subject === subjectId);
  // A subject is served under the terms that were in force when it began, whatever was agreed later.
  const agreed = first && (termsAt(all, contractId, first.at) ?? firstTerms(all, contractId, first));
  if (!first || !agreed) return [];
  const { followed, gates, needs } = promisesOf(agreed.terms, kindOf(first.fact));
  const concerns = (fact: JournalFact) =>
    fact.subject === subjectId || fact.about === subjectId || isStanding(fact.fact);
  // Everything is about the contract itself.
  const mine = subjectId === contractId ? facts : facts.filter(concerns);
  const passing = gates.length === 0 ? [] : facts.filter((fact) => concerns(fact) || needs.has(fact.fact));
  const subject = subjectId === contractId ? agreed.contractName : subjectInWords(first);
  const owed = (term: Term, read: readonly JournalFact[]) =>
    clocksOf(agreed.terms, term, read, now)
      .filter((clock) => clock.subject === subjectId)
      .map((clock) => ({ clock, term, agreed, facts: read, subjectId, subject }));
  return [...followed.flatMap((term) => owed(term, mine)), ...gates.flatMap((term) => owed(term, passing))];
}

/** What belongs to a contract before it starts (its signature, an acceptance) is served under its first terms. */
function firstTerms(all: readonly AgreedTerms[], contractId: string, fact: JournalFact): AgreedTerms | undefined {
  if (fact.contractId !== contractId) return undefined;
  const [first] = all.filter((agreed) => agreed.contractId === contractId).toSorted((a, b) => a.fromAt - b.fromAt);
  return first && fact.at < first.fromAt ? first : undefined;
}

function ofPromise(
  { termsId, promise }: Extract<Unit, { of: 'promise' }>,
  all: readonly AgreedTerms[],
  facts: readonly JournalFact[],
  now: number,
): readonly OwedClock[] {
  const agreed = all.find((other) => other.termsId === termsId);
  const term = agreed?.terms.promises.get(promise);
  if (!agreed || !term || agreed.fromAt > now) return [];
  const run = promiseRun(all, agreed, promise);
  // Its rows stand under the terms with which the run began.
  if (run.first !== agreed) return [];
  const read = withinRun(run, facts, now);
  return clocksOf(agreed.terms, term, read, now).map((clock) => ({
    clock,
    term,
    agreed,
    facts: read,
    subjectId: termsId,
    subject: agreed.contractName,
  }));
}

/**
 * The facts as a run sees them: from its beginning to its end, while the contract's own start, moves and end belong to all its
 * terms together.
 */
function withinRun(
  { first: { termsId, fromAt }, untilAt }: PromiseRun,
  facts: readonly JournalFact[],
  now: number,
): readonly JournalFact[] {
  const limit = (at: number, fact: string): JournalFact => ({ id: '', contractId: null, at, fact, subject: termsId });
  const limits = [
    limit(fromAt, 'contract.started'),
    ...(untilAt === undefined || untilAt > now ? [] : [limit(untilAt, 'contract.ended')]),
  ];
  const inside = facts.filter(
    ({ at, fact }) =>
      fact !== 'contract.started' &&
      fact !== 'contract.moved' &&
      (fact !== 'contract.ended' || untilAt === undefined) &&
      (isStanding(fact) || at >= fromAt),
  );
  return [...limits, ...inside].toSorted((a, b) => a.at - b.at);
}

/** The title that its first fact gave it, or what kind of thing it is: "Cadence call". */
function subjectInWords({ fact, title, audience }: JournalFact): string {
  // The ledger is shared; what the provider keeps to itself is named by its kind.
  if (title && audience !== 'internal') return title;
  const kind = kindOf(fact).replaceAll('-', ' ');
  return kind.charAt(0).toUpperCase() + kind.slice(1);
}
