/** Tickets of the present: the history before them is over. */
import { askForSeverity, escalate } from './asked-of-tickets.ts';
import { chanceOf } from './chance.ts';
import { beginTicket, byEngineer } from './ticket-story.ts';
import { HOUR, MINUTE } from './working-moment.ts';
import type { KnownAccount, KnownContract, World } from './world.ts';

/**
 * Whoever looks at the present finds something to do: a ticket of these hours, one that waits for the customer, and now and then
 * one that waits for an approval or is escalated.
 */
export function planPresentTickets(world: World, account: KnownAccount, contract: KnownContract): void {
  const chance = chanceOf('present', contract.key);
  const young = world.ends - Math.round(chance.between(2, 50) * MINUTE);
  const elder = world.ends - Math.round(chance.between(26, 66) * HOUR);
  const now = beginTicket(world, account, contract, `${contract.key} incident now`, young, chance.pick([2, 2, 3]));
  const story = beginTicket(world, account, contract, `${contract.key} incident waits`, elder, 3);
  byEngineer(story, Math.round(world.ends - chance.between(2, 20) * HOUR), 'handed-to-customer');
  if (chance.happens(0.6)) askForSeverity(now, Math.round(world.ends - chance.between(0.3, 1.6) * MINUTE));
  if (chance.happens(0.5)) {
    const pressing = Math.round(world.ends - chance.between(8, 22) * HOUR);
    const urgent = beginTicket(world, account, contract, `${contract.key} incident presses`, pressing, 2);
    escalate(urgent, Math.round(world.ends - chance.between(0.5, 2.5) * HOUR));
  }
}
