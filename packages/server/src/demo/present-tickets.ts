/** Tickets of the present: the history before them is over. */
import { chanceOf } from './chance.ts';
import { beginTicket, byEngineer } from './ticket-story.ts';
import { HOUR, MINUTE } from './working-moment.ts';
import type { KnownAccount, KnownContract, World } from './world.ts';

/** Whoever looks at the present finds something to do: a ticket of these hours, and one that waits for the customer. */
export function planPresentTickets(world: World, account: KnownAccount, contract: KnownContract): void {
  const chance = chanceOf('present', contract.key);
  const young = world.ends - Math.round(chance.between(2, 50) * MINUTE);
  const elder = world.ends - Math.round(chance.between(26, 66) * HOUR);
  beginTicket(world, account, contract, `${contract.key} incident now`, young, chance.pick([2, 2, 3]));
  const story = beginTicket(world, account, contract, `${contract.key} incident waits`, elder, 3);
  byEngineer(story, Math.round(world.ends - chance.between(2, 20) * HOUR), 'handed-to-customer');
}
