/** The life of incidents: received, worked on, handed over and back, resolved, closed; now and then escalated or reopened. */
import { chanceOf } from './chance.ts';
import { escalate } from './asked-of-tickets.ts';
import { newSubject } from './happen.ts';
import { beginTicket, byEngineer, owes, tell, type TicketStory } from './ticket-story.ts';
import { DAY, HOUR, MINUTE, workingMomentFrom } from './working-moment.ts';
import type { KnownAccount, KnownContract, World } from './world.ts';

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
    planIncident(world, account, contract, `${contract.key} incident ${number}`, Math.round(at));
}

function planIncident(world: World, account: KnownAccount, contract: KnownContract, key: string, wanted: number): void {
  const severity = chanceOf('severity', key).pick([1, 2, 2, 3, 3, 3, 3, 4, 4]);
  const story = beginTicket(world, account, contract, key, wanted, severity);
  const { at, lead, chance } = story;
  const [least, most] = HOURS[severity] ?? [8, 48];
  const span = chance.between(least, most) * HOUR;
  const wait = chance.happens(0.4) ? waitForCustomer(story, at, span) : undefined;
  const resolved = at + Math.round(span) + (wait ? wait.until - wait.from : 0);
  if (chance.happens(0.2)) byEngineer(story, at + Math.round(span * 0.5), 'workaround-given');
  if (chance.happens(0.06))
    byEngineer(story, at + Math.round(span * 0.3), 'severity-changed', { severity: severity === 4 ? 3 : severity + 1 });
  converse(story, at, wait?.from ?? resolved);
  if (wait) converse(story, wait.until, resolved);
  if (chance.happens(0.05)) return duplicate(story);
  if (chance.happens(0.07)) byEngineer(story, at + Math.round(span * 0.4), 'reproduction-failed');
  if (severity === 4 && chance.happens(0.3)) tell(story, at + Math.round(span * 0.6), 'report-requested', lead);
  if (chance.happens(severity < 3 ? 0.14 : 0.05)) escalate(story, at + Math.round(span * 0.55));
  const end = severity > 2 ? workingMomentFrom(resolved, lead.zone, chance) : resolved;
  if (chance.happens(0.04)) return byEngineer(story, end, 'declined');
  byEngineer(story, end, 'resolved');
  if (chance.happens(0.05)) reopen(story, end);
  else if (chance.happens(0.85))
    tell(story, workingMomentFrom(end + Math.round(chance.between(1, 5) * DAY), lead.zone, chance), 'closed', lead);
}

/** The ball goes to the customer's side and comes back, if it does: by the end of the wait, or what the service says has happened. */
function waitForCustomer(
  story: TicketStory,
  at: number,
  span: number,
): { readonly from: number; readonly until: number } {
  const { account, subject, lead, chance } = story;
  const from = at + Math.round(span * chance.between(0.2, 0.6));
  byEngineer(story, from, 'handed-to-customer');
  const waits = Math.round(chance.between(3, 90) * HOUR);
  // Where the answer is promised, it is planned with the promise, and so is its absence.
  if (owes(account, subject, 'incident.handed-to-provider')) return { from, until: from + 8 * DAY };
  tell(story, workingMomentFrom(from + waits, lead.zone, chance), 'handed-to-provider', lead);
  return { from, until: from + waits + 12 * HOUR };
}

/** Questions and answers while it lasts, and now and then a note among colleagues. */
function converse(story: TicketStory, at: number, until: number): void {
  const { lead, subject } = story;
  const chance = chanceOf('conversation', subject.key, at);
  const span = until - at;
  for (let share = chance.between(0.05, 0.25); share < 0.95; share += chance.between(0.12, 0.5)) {
    const moment = at + Math.round(span * share);
    if (chance.happens(0.55)) byEngineer(story, moment, 'replied');
    else tell(story, workingMomentFrom(moment, lead.zone, chance), 'replied', lead);
    if (chance.happens(0.2)) byEngineer(story, moment + Math.round(chance.between(3, 50) * MINUTE), 'noted');
  }
}

/** Somebody reports the same once more, and the desk merges it. */
function duplicate({ world, account, subject, lead, chance, at }: TicketStory): void {
  const { key, kind, contractId, title } = subject;
  const again = newSubject(account, { key: `${key} again`, kind, contractId, about: subject, title });
  const story: TicketStory = { world, account, subject: again, lead, chance, at };
  const moment = at + Math.round(chance.between(8, 60) * MINUTE);
  tell(story, moment, 'received', lead, { severity: 3 });
  byEngineer(story, moment + Math.round(chance.between(10, 90) * MINUTE), 'merged');
  byEngineer({ ...story, subject }, at + Math.round(chance.between(6, 40) * HOUR), 'resolved');
}

function reopen(story: TicketStory, resolved: number): void {
  const { lead, chance } = story;
  const at = workingMomentFrom(resolved + Math.round(chance.between(1, 4) * DAY), lead.zone, chance);
  tell(story, at, 'reopened', lead);
  byEngineer(story, at + Math.round(chance.between(6, 60) * HOUR), 'resolved', {}, true);
}
