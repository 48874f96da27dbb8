/** An escalation of a ticket is raised, taken up and closed on the ticket's own routes, by whom the description lets do it. */
import { chanceOf } from './chance.ts';
import { isRefused } from './demo-server.ts';
import { ownerOf } from './player.ts';
import type { Person } from './person.ts';
import { HOUR } from './working-moment.ts';
import { eventOf, latestTerms, nowOf, type KnownAccount, type KnownSubject, type World } from './world.ts';

type EscalationHappening = {
  readonly subject: KnownSubject;
  readonly fact: string;
  readonly by: Person;
  readonly note: string;
};

/** Refused as it would be in life: somebody was quicker, or the description has no ladder. The story goes on without. */
const IN_LIFE = ['state.not-possible', 'value.not-allowed', 'access.denied', 'record.not-found'];
const ESCALATIONS = '/accounts/:accountId/tickets/:ticketId/escalations';

/** Whether it happened; an escalation that is raised has its id then. */
export async function happenToEscalation(
  world: World,
  account: KnownAccount,
  happening: EscalationHappening,
): Promise<boolean> {
  try {
    return eventOf(happening.fact) === 'raised'
      ? await raise(world, account, happening)
      : await answer(world, account, happening);
  } catch (error) {
    if (!isRefused(error, IN_LIFE)) throw error;
    return false;
  }
}

async function raise(world: World, account: KnownAccount, { subject, note }: EscalationHappening): Promise<boolean> {
  const ticket = subject.about;
  const ladders = ticket && latestTerms(account, ticket.contractId)?.terms.description.escalations;
  const [found] = Object.entries(ladders ?? {});
  if (!found || ticket?.id === undefined) return false;
  const [ladder, { by: owner }] = found;
  const side = owner.customer === undefined ? 'provider' : 'customer';
  const raiser = ownerOf(world, account, ticket.contractId, side, owner[side] ?? '');
  const terms = await world.server.call(raiser, `POST ${ESCALATIONS}`, {
    params: { accountId: account.id, ticketId: ticket.id },
    body: { ladder, reason: note === '' ? subject.title : note },
  });
  subject.id = terms.escalations[0]?.id;
  return true;
}

async function answer(world: World, account: KnownAccount, happening: EscalationHappening): Promise<boolean> {
  const { subject, fact, by, note } = happening;
  const [ticketId, escalationId] = [subject.about?.id, subject.id];
  if (ticketId === undefined || escalationId === undefined || by.side === 'customer') return false;
  const params = { accountId: account.id, ticketId, escalationId };
  if (eventOf(fact) === 'closed') {
    await world.server.call(by, `POST ${ESCALATIONS}/:escalationId/closing`, {
      params,
      body: { note: note === '' ? 'We talked about it, and it goes on as agreed.' : note },
    });
    return true;
  }
  await world.server.call(by, `POST ${ESCALATIONS}/:escalationId/taking`, { params, body: { note } });
  // Whoever took it up says in the end what came of it.
  const after = Math.round(chanceOf('close', subject.key).between(3, 60) * HOUR);
  world.plan.add({
    at: nowOf(world) + after,
    key: `${account.key} ${subject.key} escalation.closed`,
    act: async () => {
      await happenToEscalation(world, account, { subject, fact: 'escalation.closed', by, note: '' });
    },
  });
  return true;
}
