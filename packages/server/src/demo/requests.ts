/** The life of service requests. */
import { chanceOf } from './chance.ts';
import { beginTicket, byEngineer, tell } from './ticket-story.ts';
import { DAY, workingMomentFrom } from './working-moment.ts';
import { latestTerms, type KnownAccount, type KnownContract, type World } from './world.ts';

const DAYS_BETWEEN_REQUESTS = 24;

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
    const story = beginTicket(world, account, contract, key, Math.round(at), 4, 'service-request');
    const { lead } = story;
    const done = workingMomentFrom(story.at + Math.round(chance.between(0.5, 6) * DAY), lead.zone, chance);
    if (chance.happens(0.4)) tell(story, story.at + Math.round((done - story.at) * 0.5), 'replied', lead);
    byEngineer(story, done, 'resolved');
    if (chance.happens(0.6)) tell(story, done + Math.round(chance.between(0.2, 2) * DAY), 'closed', lead);
  }
}
