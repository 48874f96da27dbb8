/** What happens to tickets is done as people do it: on their own routes, with words in the conversation. */
import { rolesMay } from '@tamarack/contract';
import { chanceOf } from './chance.ts';
import { isRefused } from './demo-server.ts';
import type { Person } from './person.ts';
import { ownerOf } from './player.ts';
import {
  customerWith,
  eventOf,
  latestTerms,
  nowOf,
  type KnownAccount,
  type KnownSubject,
  type World,
} from './world.ts';

type TicketHappening = {
  readonly subject: KnownSubject;
  readonly fact: string;
  readonly by: Person;
  readonly data: Readonly<Record<string, string | number>>;
  /** May be empty. */
  readonly note: string;
};

type Step = TicketHappening & { readonly world: World; readonly account: KnownAccount };

/** Refused as it would be in life: the contract does not entitle, somebody else was quicker. The story goes on without. */
const IN_LIFE = ['ticket.not-entitled', 'state.not-possible', 'value.not-allowed', 'access.denied'];
const QUEUES = ['Kernel', 'Storage', 'Network', 'Identity', 'Applications'] as const;

/** Whether it happened; a ticket that is received has its id then. */
export async function happenToTicket(
  world: World,
  account: KnownAccount,
  happening: TicketHappening,
): Promise<boolean> {
  const { subject, fact } = happening;
  const step: Step = { ...happening, world, account, by: whoDoes(world, account, happening) };
  if (subject.id === undefined && eventOf(fact) !== 'received') return false;
  const act = Object.entries(STEPS).find(([event]) => event === eventOf(fact))?.[1] ?? state;
  try {
    await act(step);
    return true;
  } catch (error) {
    if (!isRefused(error, IN_LIFE)) throw error;
    return false;
  }
}

const TICKET = '/accounts/:accountId/tickets/:ticketId';
const STEPS: Readonly<Record<string, (step: Step) => Promise<unknown>>> = {
  received: receive,
  acknowledged: async (step) => {
    await step.world.server.call(step.by, `POST ${TICKET}/acknowledgement`, { params: paramsOf(step) });
    await take(step);
    if (step.note !== '') await say(step);
  },
  assigned: take,
  replied: (step) => say(step),
  noted: (step) => say(step, { audience: 'internal' }),
  'handed-to-customer': (step) => say(step, { handTo: 'customer' }),
  'handed-to-provider': (step) =>
    step.by.side === 'customer'
      ? say(step)
      : step.world.server.call(step.by, `POST ${TICKET}/side`, {
          params: paramsOf(step),
          body: { side: 'provider', reason: wordsOf(step) },
        }),
  'severity-changed': (step) =>
    step.world.server.call(step.by, `POST ${TICKET}/severity`, {
      params: paramsOf(step),
      body: { severity: Number(step.data['severity']), reason: wordsOf(step) },
    }),
  resolved: (step) =>
    end(step, 'resolved', chanceOf('because', step.subject.key).pick(['fixed', 'fixed', 'workaround'])),
  closed: (step) => end(step, 'closed'),
  declined: (step) => end(step, 'declined', groundOf(step)),
  reopened: (step) =>
    step.world.server.call(step.by, `POST ${TICKET}/reopening`, {
      params: paramsOf(step),
      body: { reason: wordsOf(step) },
    }),
  merged: (step) =>
    step.world.server.call(step.by, `POST ${TICKET}/merging`, {
      params: paramsOf(step),
      body: { intoId: step.subject.about?.id ?? '' },
    }),
};

async function receive({ world, account, subject, by, data, note }: Step): Promise<void> {
  const severity = severityOf(account, subject.contractId, data['severity']);
  const ticket = await world.server.call(by, 'POST /accounts/:accountId/tickets', {
    params: { accountId: account.id },
    body: {
      contractId: subject.contractId,
      kind: subject.kind === 'incident' ? 'incident' : 'service-request',
      subject: subject.title,
      body: note === '' ? subject.title : note,
      ...(severity === undefined ? {} : { severity }),
      ...(by.side === 'provider' ? { requesterId: customerWith(account, 'technical-lead').id } : {}),
    },
  });
  subject.id = ticket.id;
}

/** One that the service knows: the wanted one, or its mildest. */
function severityOf(
  account: KnownAccount,
  contractId: string,
  wanted: string | number | undefined,
): number | undefined {
  const known = Object.keys(latestTerms(account, contractId)?.terms.description.severities?.list ?? {}).map(Number);
  return known.find((severity) => severity === wanted) ?? known.at(-1);
}

/** The same for every service that names none. */
function groundOf({ account, subject: { contractId, key } }: Step): string {
  const [first, ...rest] = Object.keys(latestTerms(account, contractId)?.terms.description.scope.grounds ?? {});
  return first === undefined ? 'out-of-scope' : chanceOf('ground', key).pick([first, ...rest]);
}

/** Whoever answers first takes it. */
async function take(step: Step): Promise<void> {
  const tickets = [paramsOf(step)];
  const change = (action: { do: 'assign'; assigneeId: string } | { do: 'queue'; queue: string }) =>
    step.world.server.call(step.by, 'POST /tickets/changes', { body: { tickets, action } });
  await change({ do: 'assign', assigneeId: step.by.id });
  const chance = chanceOf('queue', step.subject.key);
  if (chance.happens(0.5)) await change({ do: 'queue', queue: chance.pick(QUEUES) });
}

function say(step: Step, more: { handTo?: 'customer'; audience?: 'internal' } = {}): Promise<unknown> {
  return step.world.server.call(step.by, `POST ${TICKET}/messages`, {
    params: paramsOf(step),
    body: { body: wordsOf(step), ...more },
  });
}

function end(step: Step, how: 'resolved' | 'closed' | 'declined', because?: string): Promise<unknown> {
  return step.world.server.call(step.by, `POST ${TICKET}/ending`, {
    params: paramsOf(step),
    body: { how, note: step.note, ...(because === undefined ? {} : { because }) },
  });
}

/** What no page of its own records is stated by hand, and what it says is said in the conversation too. */
async function state(step: Step): Promise<void> {
  const { world, account, subject, fact, by, data, note } = step;
  if (latestTerms(account, subject.contractId)?.terms.vocabulary.facts.has(fact))
    await world.server.call(by, 'POST /accounts/:accountId/facts', {
      params: { accountId: account.id },
      body: { contractId: subject.contractId, fact, subjectId: subject.id ?? '', data, note },
    });
  if (note !== '') await say(step, eventOf(fact) === 'reviewed' ? { audience: 'internal' } : {});
}

function paramsOf({ account, subject }: Step): { readonly accountId: string; readonly ticketId: string } {
  return { accountId: account.id, ticketId: subject.id ?? '' };
}

function wordsOf({ note, fact, subject, world }: Step): string {
  return note === ''
    ? chanceOf('words', subject.key, fact, nowOf(world)).pick(['Thank you.', 'Any news on this?', 'As discussed.'])
    : note;
}

/** Whoever owes it, if that role works on tickets; else the desk does it. */
function whoDoes(world: World, account: KnownAccount, { subject, by }: TicketHappening): Person {
  return by.side === 'customer' || rolesMay(by.roles, 'tickets.work')
    ? by
    : ownerOf(world, account, subject.contractId, 'provider', 'support-engineer');
}
