/**
 * What customers ask for, and what the provider finds: for every kind of thing that a contract's promises speak of, at
 * believable rates. What has to follow is planned when the ledger opens it. Nothing here knows a service.
 */
import type { Term, Terms } from '@tamarack/core';
import { chanceOf, type Chance } from './chance.ts';
import { newSubject } from './happen.ts';
import { planFact } from './plan-fact.ts';
import { ownerOf, playerOf } from './player.ts';
import { DAY, instantOf, workingMomentFrom } from './working-moment.ts';
import { eventOf, kindOf, latestTerms, type KnownAccount, type KnownContract, type World } from './world.ts';

/** Kinds with a story of their own. */
const ELSEWHERE: ReadonlySet<string> = new Set([
  'contract',
  'account',
  'person',
  'licence',
  'incident',
  'service-request',
  'escalation',
  'action',
  'leave',
  'cover',
  'hours',
]);
/** Days between two of a kind. */
const USUAL = 85;
const DAYS: Readonly<Record<string, number>> = { change: 13, problem: 80 };

type Start = { readonly kind: string; readonly first: string; readonly second: string | undefined };

/** Plans the occasions of a contract between two instants (epoch seconds). */
export function planOccasions(
  world: World,
  account: KnownAccount,
  contract: KnownContract,
  from: number,
  to: number,
): void {
  const terms = latestTerms(account, contract.id)?.terms;
  if (!terms) return;
  for (const start of startsOf(terms)) {
    const chance = chanceOf('occasions', contract.key, start.kind);
    const days = DAYS[start.kind] ?? USUAL;
    let at = from + chance.between(3, days) * DAY;
    for (let number = 1; at < to; number += 1, at += chance.between(0.5, 1.5) * days * DAY)
      planOccasion(world, account, contract, start, Math.round(at), `${contract.key} ${start.kind} ${number}`, to);
  }
}

/** How things of each kind begin that these terms promise something about. */
function startsOf({ promises, level, vocabulary }: Terms): readonly Start[] {
  const applying = [...promises.values()].filter((term) => term.appliesTo(level));
  const evidence = new Set(applying.flatMap((term) => (term.clause.form === 'gate' ? [] : untilOf(term))));
  const starts = new Map<string, Start>();
  // What another gate asks for comes with what that gate lets through.
  const asked = new Set(applying.flatMap((term) => (term.clause.form === 'gate' ? untilOf(term) : [])));
  const gated = applying.flatMap(({ clause }) => (clause.form === 'gate' ? clause.gate : []));
  for (const fact of [...applying.flatMap(openersOf), ...gated.filter((one) => !asked.has(one))]) {
    const kind = kindOf(fact);
    if (ELSEWHERE.has(kind) || starts.has(kind)) continue;
    const opens = vocabulary.subjects.get(kind)?.opens ?? [];
    const isFirst = opens.length === 0 || opens.includes(eventOf(fact));
    if (isFirst ? opens.length === 0 && evidence.has(fact) : evidence.has(fact)) continue;
    starts.set(
      kind,
      isFirst ? { kind, first: fact, second: undefined } : { kind, first: `${kind}.${opens[0] ?? ''}`, second: fact },
    );
  }
  return [...starts.values()];
}

function openersOf({ clause }: Term): readonly string[] {
  if ('when' in clause) return clause.when;
  // A state is opened by what begins it: "client-project.open" by its announcement, whatever that is called.
  return clause.form === 'update' ? [`${kindOf(clause.while)}.announced`] : [];
}

function untilOf({ clause }: Term): readonly string[] {
  return 'until' in clause && clause.until ? clause.until.all.flat() : [];
}

function planOccasion(
  world: World,
  account: KnownAccount,
  contract: KnownContract,
  { kind, first, second }: Start,
  wanted: number,
  key: string,
  to: number,
): void {
  const chance = chanceOf('occasion', key);
  const subject = newSubject(account, { key, kind, contractId: contract.id });
  const by = (fact: string) => playerOf(world, account, contract.id, fact);
  const at = workingMomentFrom(wanted, by(first).zone, chance);
  const isEvent = eventOf(first) === 'announced';
  const begins = at + Math.round(chance.between(16, 45)) * DAY;
  const data = dataOf(kind, isEvent ? begins : undefined, chance);
  let done = planFact(world, account, { subject, fact: first, by: by(first), at, data });
  if (second !== undefined)
    done = planFact(world, account, {
      subject,
      fact: second,
      by: by(second),
      at: workingMomentFrom(done + chance.between(1, 4) * DAY, by(second).zone, chance),
    });
  planGated(world, account, contract, subject, isEvent ? begins : done, second, chance);
  if (isEvent) planEvent(world, account, contract, subject, begins, chance, to);
}

/** What comes through a gate and is nobody's evidence: a task is started, a change is carried out. */
function planGated(
  world: World,
  account: KnownAccount,
  contract: KnownContract,
  subject: ReturnType<typeof newSubject>,
  after: number,
  done: string | undefined,
  chance: Chance,
): void {
  const terms = latestTerms(account, contract.id)?.terms;
  if (!terms) return;
  const applying = [...terms.promises.values()].filter((term) => term.appliesTo(terms.level));
  const evidence = new Set(applying.flatMap((term) => (term.clause.form === 'gate' ? [] : untilOf(term))));
  const gated = new Set(applying.flatMap(({ clause }) => (clause.form === 'gate' ? clause.gate : [])));
  for (const fact of gated) {
    if (
      kindOf(fact) !== subject.kind ||
      fact === done ||
      evidence.has(fact) ||
      ['begins', 'received', 'rejected'].includes(eventOf(fact))
    )
      continue;
    const by = ownerOf(world, account, contract.id, 'provider', 'account-manager');
    const at = workingMomentFrom(after + Math.round(chance.between(2, 9) * DAY), by.zone, chance);
    planFact(world, account, { subject, fact, by, at });
  }
}

function planEvent(
  world: World,
  account: KnownAccount,
  contract: KnownContract,
  subject: ReturnType<typeof newSubject>,
  begins: number,
  chance: Chance,
  to: number,
): void {
  const by = ownerOf(world, account, contract.id, 'provider', 'account-manager');
  if (begins >= to) return;
  planFact(world, account, { subject, fact: `${subject.kind}.begins`, by, at: begins, note: 'Begun as announced.' });
  const ends = begins + Math.round(chance.between(1, subject.kind.includes('project') ? 70 : 4) * DAY);
  planFact(world, account, { subject, fact: `${subject.kind}.ends`, by, at: ends, note: 'Over, without incidents.' });
}

function dataOf(kind: string, begins: number | undefined, chance: Chance): Record<string, string | number> {
  const data = begins === undefined ? {} : { begins: instantOf(begins).toString() };
  if (kind === 'change')
    return {
      ...data,
      type: chance.pick(['normal', 'normal', 'standard', 'emergency']),
      risk: chance.pick(['low', 'medium']),
    };
  if (kind === 'service-request') return { ...data, severity: chance.whole(3, 4) };
  return data;
}
