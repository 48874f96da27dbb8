/** Plans that something happens, after whatever has to happen first: nothing passes a gate that is closed, or hardly anything. */
import { gatesFor, type Fact } from '@tamarack/core';
import { chanceOf } from './chance.ts';
import { chooseOne } from './choose-evidence.ts';
import { happen, newSubject } from './happen.ts';
import { playerOf } from './player.ts';
import { DAY, HOUR, MINUTE, workingMomentBefore } from './working-moment.ts';
import type { Person } from './person.ts';
import {
  kindOf,
  latestTerms,
  nowOf,
  type KnownAccount,
  type KnownContract,
  type KnownSubject,
  type World,
} from './world.ts';

export type PlannedFact = {
  readonly subject: KnownSubject;
  readonly fact: string;
  readonly by: Person;
  /** Epoch seconds. */
  readonly at: number;
  readonly data?: Readonly<Record<string, string | number>>;
  readonly note?: string;
  /** Asked when its time has come. */
  readonly unless?: () => Promise<boolean>;
};

/** Now and then somebody forgets what has to come first, and the promise is broken. */
const FORGOTTEN = 0.04;

/** Gives when it is going to happen: later than wanted where something else takes its time. */
export function planFact(world: World, account: KnownAccount, wanted: PlannedFact): number {
  const { subject, fact, by, data, note, unless } = wanted;
  const at = Math.max(wanted.at, nowOf(world) + 1, planNeeds(world, account, wanted));
  account.facts.push(asFact(wanted, at));
  const act = async () => {
    if (hasEnded(account, subject.contractId, nowOf(world)) || (await unless?.())) return;
    await happen(world, account, { subject, fact, by, ...(data && { data }), ...(note !== undefined && { note }) });
  };
  world.plan.add({ at, key: `${account.key} ${subject.key} ${fact}`, act });
  return at;
}

function asFact({ subject, fact, by, data }: PlannedFact, at: number): Fact {
  return {
    at,
    fact,
    subject: subject.key,
    by: by.id,
    ...(subject.about && { about: subject.about.key }),
    ...(data && { data }),
  };
}

/** Nothing is done any more for a contract that is over. */
function hasEnded(account: KnownAccount, contractId: string, now: number): boolean {
  const untilAt = latestTerms(account, contractId)?.untilAt;
  return untilAt !== undefined && untilAt <= now;
}

/** Plans what its gates ask for; gives the earliest moment after that. */
function planNeeds(world: World, account: KnownAccount, wanted: PlannedFact): number {
  const { subject, fact, at } = wanted;
  const agreed = latestTerms(account, subject.contractId);
  if (!agreed || kindOf(fact) === 'incident' || kindOf(fact) === 'service-request') return 0;
  let earliest = 0;
  for (const { promise, needs } of gatesFor(agreed.terms, asFact(wanted, at), account.facts)) {
    const fate = chanceOf('forgotten', subject.key, promise);
    const forgotten = fate.happens(FORGOTTEN) ? fate.whole(0, needs.length - 1) : undefined;
    for (const [number, need] of needs.entries()) {
      if (need.given || number === forgotten) continue;
      const given = planNeed(world, account, wanted, need.facts);
      earliest = Math.max(earliest, given ?? 0);
    }
  }
  return earliest;
}

/** Gives the earliest moment after it; undefined where nobody can give it. */
function planNeed(
  world: World,
  account: KnownAccount,
  { subject, at }: Pick<PlannedFact, 'subject' | 'at'>,
  facts: readonly string[],
): number | undefined {
  const chance = chanceOf('need', subject.key, facts.join(' '));
  const fact = chooseOne(facts, subject.kind, chance);
  if (fact === undefined) return undefined;
  const about = kindOf(fact) === subject.kind ? subject : attachedTo(account, subject, kindOf(fact), at);
  const by = playerOf(world, account, subject.contractId, fact);
  const before = workingMomentBefore(at - chance.between(4 * HOUR, 5 * DAY), by.zone, chance);
  return (
    planFact(world, account, { subject: about, fact, by, at: before }) +
    Math.round(chance.between(20 * MINUTE, 3 * HOUR))
  );
}

/**
 * What serves the subject; there is one of a kind. What nobody can know before its time (a review of this week) is not
 * begun for it, and serves the contract as a whole.
 */
function attachedTo(account: KnownAccount, subject: KnownSubject, kind: string, at: number): KnownSubject {
  const known = account.attached.get(`${subject.key} ${kind}`);
  if (known) return known;
  const { contractId } = subject;
  const isThere =
    subject.id !== undefined || account.facts.some((fact) => fact.subject === subject.key && fact.at < at);
  return newSubject(account, { key: `${subject.key} / ${kind}`, kind, contractId, ...(isThere && { about: subject }) });
}

/** What has to have happened before a contract may start: it is planned for the days before. */
export function planBeforeStart(world: World, account: KnownAccount, contract: KnownContract, begins: number): void {
  const subject = account.subjects.get(contract.id);
  if (!subject) return;
  const by = playerOf(world, account, contract.id, 'contract.started');
  planNeeds(world, account, { subject, fact: 'contract.started', by, at: begins });
}
