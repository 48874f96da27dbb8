/** The life of tickets: received, worked on, handed over and back, resolved, closed; now and then escalated or reopened. */
import { SYSTEM } from '../platform/database/actor.ts';
import { chanceOf, type Chance } from './chance.ts';
import { lastTurnOf } from './demo-views.ts';
import { newSubject } from './happen.ts';
import { noteOfTicket } from './wording/conversation.ts';
import { planFact } from './plan-fact.ts';
import { ownerOf } from './player.ts';
import { DAY, HOUR, MINUTE, workingMomentFrom } from './working-moment.ts';
import type { Person } from './person.ts';
import {
  customerWith,
  latestTerms,
  type KnownAccount,
  type KnownContract,
  type KnownSubject,
  type World,
} from './world.ts';

const DAYS_BETWEEN_REQUESTS = 24;
/** Between how many hours each severity takes. */
const HOURS: Readonly<Record<number, readonly [number, number]>> = {
  1: [2, 14],
  2: [6, 70],
  3: [24, 240],
  4: [8, 170],
};

export function planIncidents(
  world: World,
  account: KnownAccount,
  contract: KnownContract,
  from: number,
  to: number,
  days: number,
): void {
  const chance = chanceOf('incidents', contract.key);
  let at = from + chance.between(1, days) * DAY;
  for (let number = 1; at < to; number += 1, at += chance.between(0.3, 1.7) * days * DAY)
    planTicket(world, account, contract, `${contract.key} incident ${number}`, Math.round(at));
}

/** Whoever looks at the present finds something to do: a ticket of these hours, and one that waits for the customer. */
export function planPresentTickets(world: World, account: KnownAccount, contract: KnownContract): void {
  const chance = chanceOf('present', contract.key);
  const young = world.ends - Math.round(chance.between(2, 50) * MINUTE);
  const elder = world.ends - Math.round(chance.between(26, 66) * HOUR);
  begin(world, account, contract, `${contract.key} incident now`, young, chance.pick([2, 2, 3]));
  const story = begin(world, account, contract, `${contract.key} incident waits`, elder, 3);
  engineer(story, Math.round(world.ends - chance.between(2, 20) * HOUR), 'handed-to-customer');
}

/** What customers ask for where the service takes service requests: small things, done within days. */
export function planRequests(
  world: World,
  account: KnownAccount,
  contract: KnownContract,
  from: number,
  to: number,
): void {
  const { channels = {} } = latestTerms(account, contract.id)?.terms.description ?? {};
  if (!Object.values(channels).some(({ makes }) => makes?.includes('service-request.received'))) return;
  const chance = chanceOf('requests', contract.key);
  let at = from + chance.between(3, DAYS_BETWEEN_REQUESTS) * DAY;
  for (let number = 1; at < to; number += 1, at += chance.between(0.5, 1.5) * DAYS_BETWEEN_REQUESTS * DAY) {
    const key = `${contract.key} service-request ${number}`;
    const story = begin(world, account, contract, key, Math.round(at), 4, 'service-request');
    const { lead } = story;
    const done = workingMomentFrom(story.at + Math.round(chance.between(0.5, 6) * DAY), lead.zone, chance);
    if (chance.happens(0.4)) tell(story, story.at + Math.round((done - story.at) * 0.5), 'replied', lead);
    engineer(story, done, 'resolved');
    if (chance.happens(0.6)) tell(story, done + Math.round(chance.between(0.2, 2) * DAY), 'closed', lead);
  }
}

type Story = {
  readonly world: World;
  readonly account: KnownAccount;
  readonly subject: KnownSubject;
  readonly lead: Person;
  readonly chance: Chance;
  /** When it was received. */
  readonly at: number;
};

function planTicket(world: World, account: KnownAccount, contract: KnownContract, key: string, wanted: number): void {
  const severity = chanceOf('severity', key).pick([1, 2, 2, 3, 3, 3, 3, 4, 4]);
  const story = begin(world, account, contract, key, wanted, severity);
  const { at, lead, chance } = story;
  const [least, most] = HOURS[severity] ?? [8, 48];
  const span = chance.between(least, most) * HOUR;
  const resolved = at + Math.round(span) + (chance.happens(0.4) ? middle(story, at, span) : 0);
  if (chance.happens(0.2)) engineer(story, at + Math.round(span * 0.5), 'workaround-given');
  if (chance.happens(0.06))
    engineer(story, at + Math.round(span * 0.3), 'severity-changed', { severity: severity === 4 ? 3 : severity + 1 });
  converse(story, at, resolved);
  if (chance.happens(0.05)) return duplicate(story);
  if (chance.happens(0.07)) engineer(story, at + Math.round(span * 0.4), 'reproduction-failed');
  if (severity === 4 && chance.happens(0.3)) tell(story, at + Math.round(span * 0.6), 'report-requested', lead);
  if (chance.happens(severity < 3 ? 0.14 : 0.05)) escalate(story, at + Math.round(span * 0.55));
  const end = severity > 2 ? workingMomentFrom(resolved, lead.zone, chance) : resolved;
  if (chance.happens(0.04)) return engineer(story, end, 'declined');
  engineer(story, end, 'resolved');
  if (chance.happens(0.05)) reopen(story, end);
  else if (chance.happens(0.85))
    tell(story, workingMomentFrom(end + Math.round(chance.between(1, 5) * DAY), lead.zone, chance), 'closed', lead);
}

function begin(
  world: World,
  account: KnownAccount,
  contract: KnownContract,
  key: string,
  wanted: number,
  severity: number,
  kind: 'incident' | 'service-request' = 'incident',
): Story {
  const chance = chanceOf('ticket', key);
  const lead = customerWith(account, 'technical-lead');
  const at = severity > 2 && wanted < world.ends - DAY ? workingMomentFrom(wanted, lead.zone, chance) : wanted;
  const subject = newSubject(account, { key, kind, contractId: contract.id });
  const story: Story = { world, account, subject, lead, chance, at };
  tell(story, at, 'received', lead, { severity, channel: chance.pick(['web', 'web', 'email']) });
  acknowledgeUnpromised(story, at);
  return story;
}

/** The ball goes to the customer's side and comes back, if it does; gives by how much all takes longer. */
function middle(story: Story, at: number, span: number): number {
  const { account, subject, lead, chance } = story;
  const handed = at + Math.round(span * chance.between(0.2, 0.6));
  engineer(story, handed, 'handed-to-customer');
  const isOwed = owes(account, subject, 'incident.handed-to-provider');
  const waits = chance.between(3, 90) * HOUR;
  // Where the answer is promised, it is planned with the promise, and so is its absence.
  if (!isOwed)
    tell(story, workingMomentFrom(handed + Math.round(waits), lead.zone, chance), 'handed-to-provider', lead);
  return Math.round(isOwed ? 6.5 * DAY : waits + 12 * HOUR);
}

/** Questions and answers while it lasts, and now and then a note among colleagues. */
function converse(story: Story, at: number, until: number): void {
  const { lead, chance } = story;
  const span = until - at;
  for (let share = chance.between(0.05, 0.25); share < 0.95; share += chance.between(0.12, 0.5)) {
    const moment = at + Math.round(span * share);
    if (chance.happens(0.55)) engineer(story, moment, 'replied');
    else tell(story, workingMomentFrom(moment, lead.zone, chance), 'replied', lead);
    if (chance.happens(0.2)) engineer(story, moment + Math.round(chance.between(3, 50) * MINUTE), 'noted');
  }
}

/** Somebody reports the same once more, and the desk merges it. */
function duplicate({ world, account, subject, lead, chance, at }: Story): void {
  const { key, kind, contractId, title } = subject;
  const again = newSubject(account, { key: `${key} again`, kind, contractId, about: subject, title });
  const story: Story = { world, account, subject: again, lead, chance, at };
  const moment = at + Math.round(chance.between(8, 60) * MINUTE);
  tell(story, moment, 'received', lead, { severity: 3 });
  engineer(story, moment + Math.round(chance.between(10, 90) * MINUTE), 'merged');
  engineer({ ...story, subject }, at + Math.round(chance.between(6, 40) * HOUR), 'resolved');
}

function escalate({ world, account, subject, lead, chance }: Story, at: number): void {
  if (!owesWhen(account, subject, 'escalation.raised')) return;
  const escalation = newSubject(account, {
    key: `${subject.key} escalation`,
    kind: 'escalation',
    contractId: subject.contractId,
    about: subject,
  });
  planFact(world, account, {
    subject: escalation,
    fact: 'escalation.raised',
    by: lead,
    at: at + Math.round(chance.between(0, 20) * MINUTE),
    data: { step: 1 },
  });
}

function reopen(story: Story, resolved: number): void {
  const { lead, chance } = story;
  const at = workingMomentFrom(resolved + Math.round(chance.between(1, 4) * DAY), lead.zone, chance);
  tell(story, at, 'reopened', lead);
  engineer(story, at + Math.round(chance.between(6, 60) * HOUR), 'resolved', {}, true);
}

/** Where no promise asks for it, the desk answers all the same. */
function acknowledgeUnpromised(story: Story, at: number): void {
  const { account, subject, chance } = story;
  if (!owes(account, subject, `${subject.kind}.acknowledged`))
    engineer(story, at + Math.round(chance.between(8, 110) * MINUTE), 'acknowledged');
}

function engineer(story: Story, at: number, event: string, data: Record<string, number> = {}, again = false): void {
  const { world, account, subject } = story;
  tell(story, at, event, ownerOf(world, account, subject.contractId, 'provider', 'support-engineer'), data, again);
}

function tell(
  { world, account, subject }: Story,
  at: number,
  event: string,
  by: Person,
  data: Record<string, string | number> = {},
  again = false,
): void {
  const unless = async (): Promise<boolean> => {
    const { id } = subject;
    if (event === 'received' || id === undefined) return event !== 'received';
    const turn = await world.db.read(SYSTEM, (tx) => lastTurnOf(tx, account.id, id));
    const isOver = turn !== undefined && turn !== `${subject.kind}.reopened`;
    if (event === 'closed') return turn !== `${subject.kind}.resolved`;
    return event === 'reopened' ? !isOver : isOver || (again && turn === undefined);
  };
  const said = noteOfTicket(event, by.side, chanceOf('said', subject.key, event, at));
  const note = said === undefined ? {} : { note: said };
  planFact(world, account, { subject, fact: `${subject.kind}.${event}`, by, at, data, ...note, unless });
}

function owes(account: KnownAccount, { contractId }: KnownSubject, fact: string): boolean {
  const promises = latestTerms(account, contractId)?.terms.promises.values() ?? [];
  return [...promises].some(
    ({ clause }) => clause.form !== 'gate' && 'until' in clause && clause.until.all.flat().includes(fact),
  );
}

function owesWhen(account: KnownAccount, { contractId }: KnownSubject, fact: string): boolean {
  const promises = latestTerms(account, contractId)?.terms.promises.values() ?? [];
  return [...promises].some(({ clause }) => 'when' in clause && clause.when.includes(fact));
}
