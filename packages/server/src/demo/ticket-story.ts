/** What every ticket's story is told with: its beginning, and what customer and desk do to it. */
import { SYSTEM } from '../platform/database/actor.ts';
import { chanceOf, type Chance } from './chance.ts';
import { lastTurnOf } from './demo-views.ts';
import { newSubject } from './happen.ts';
import type { Person } from './person.ts';
import { planFact } from './plan-fact.ts';
import { ownerOf } from './player.ts';
import { noteOfTicket } from './wording/conversation.ts';
import { DAY, MINUTE, workingMomentFrom } from './working-moment.ts';
import {
  customerWith,
  latestTerms,
  type KnownAccount,
  type KnownContract,
  type KnownSubject,
  type World,
} from './world.ts';

export type TicketStory = {
  readonly world: World;
  readonly account: KnownAccount;
  readonly subject: KnownSubject;
  readonly lead: Person;
  readonly chance: Chance;
  /** When it was received. */
  readonly at: number;
};

/** It is received, and answered where no promise plans that. */
export function beginTicket(
  world: World,
  account: KnownAccount,
  contract: KnownContract,
  key: string,
  wanted: number,
  severity: number,
  kind: 'incident' | 'service-request' = 'incident',
): TicketStory {
  const chance = chanceOf('ticket', key);
  const lead = customerWith(account, 'technical-lead');
  const at = severity > 2 && wanted < world.ends - DAY ? workingMomentFrom(wanted, lead.zone, chance) : wanted;
  const subject = newSubject(account, { key, kind, contractId: contract.id });
  const story: TicketStory = { world, account, subject, lead, chance, at };
  tell(story, at, 'received', lead, { severity, channel: chance.pick(['web', 'web', 'email']) });
  acknowledgeUnpromised(story, at);
  return story;
}

/** Where no promise asks for it, the desk answers all the same. */
function acknowledgeUnpromised(story: TicketStory, at: number): void {
  const { account, subject, chance } = story;
  if (!owes(account, subject, `${subject.kind}.acknowledged`))
    byEngineer(story, at + Math.round(chance.between(8, 110) * MINUTE), 'acknowledged');
}

/** What the desk does. */
export function byEngineer(
  story: TicketStory,
  at: number,
  event: string,
  data: Record<string, number> = {},
  again = false,
): void {
  const { world, account, subject } = story;
  tell(story, at, event, ownerOf(world, account, subject.contractId, 'provider', 'support-engineer'), data, again);
}

/** Plans what somebody does to the ticket, unless it has gone another way by then. `again`: only in a second life. */
export function tell(
  { world, account, subject }: TicketStory,
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

/** Whether a promise of the contract is kept by this fact. */
export function owes(account: KnownAccount, { contractId }: KnownSubject, fact: string): boolean {
  const promises = latestTerms(account, contractId)?.terms.promises.values() ?? [];
  return [...promises].some(
    ({ clause }) => clause.form !== 'gate' && 'until' in clause && clause.until.all.flat().includes(fact),
  );
}
