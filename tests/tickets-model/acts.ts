/**
 * What people can do to a ticket, and what comes of it: the first model. Each act says what it asks of the server, and plays
 * itself on tickets that are only records.
 */
import type { Happening } from './brute-force.ts';

export const EVERYBODY = ['lead', 'deputy', 'engineer', 'colleague', 'manager'] as const;
export type Who = (typeof EVERYBODY)[number];
export type Side = 'provider' | 'customer';

export type Known = {
  readonly id: string;
  state: 'open' | 'resolved' | 'closed' | 'declined' | 'merged';
  side: Side;
  severity: number;
  isAcknowledged: boolean;
  /** Epoch seconds at which the side changed last. */
  handedAt: number;
  readonly happened: Happening[];
  /** Another severity that was asked for, and by whom; the last one, where nothing waits. */
  proposal: { readonly number: number; readonly severity: number; readonly by: Who; waits: boolean } | undefined;
  readonly escalations: Escalation[];
};

type Escalation = {
  step: number;
  state: 'raised' | 'taken' | 'closed';
  readonly happened: Happening[];
};

/**
 * In path and body, `:escalation` and `:proposal` stand for the ids of those that somebody `read`, the how manieth of the ticket:
 * what happens in the same moment may have put others in their place.
 */
export type Asked = readonly [method: string, path: string, body: object, read?: number];

export type Outcome = 'done' | 'state.not-possible' | 'access.denied' | 'value.not-allowed';

export type Act = {
  readonly who: Who;
  /** Of the ticket, among those there are. */
  readonly place: number;
  readonly says: string;
  /** Undefined where there is nothing to ask: a merge with itself. */
  readonly asks: (ticket: Known, tickets: readonly Known[]) => Asked | undefined;
  /** Does it at an instant (epoch seconds), and says what the server has to answer. */
  readonly plays: (ticket: Known, tickets: readonly Known[], at: number, read?: number) => Outcome;
};

export function ticketAt(tickets: readonly Known[], place: number): Known {
  const ticket = tickets[place % tickets.length];
  if (!ticket) throw new Error('There is no ticket.');
  return ticket;
}

export function reply(who: Who, place: number, audience: 'shared' | 'internal', handTo?: Side): Act {
  const body = { body: 'Words.', audience, ...(handTo === undefined ? {} : { handTo }) };
  return {
    ...{ who, place, says: `reply by ${who} #${place} ${audience} ${handTo ?? ''}` },
    asks: ({ id }) => ['POST', `/tickets/${id}/messages`, body],
    plays: (ticket, _tickets, at) => {
      if (audience === 'internal' && !isStaff(who)) return 'access.denied';
      if (ticket.state === 'merged') return 'state.not-possible';
      if (handTo !== undefined && (!isStaff(who) || ticket.state !== 'open')) return 'state.not-possible';
      if (audience === 'internal') return 'done';
      if (isStaff(who)) {
        acknowledge(ticket, at);
        if (handTo !== undefined) hand(ticket, handTo, at);
      } else if (ticket.state !== 'open') reopen(ticket, at);
      else hand(ticket, 'provider', at);
      return 'done';
    },
  };
}

export function confirm(who: Who, place: number): Act {
  return {
    ...{ who, place, says: `acknowledge by ${who} #${place}` },
    asks: ({ id }) => ['POST', `/tickets/${id}/acknowledgement`, {}],
    plays: (ticket, _tickets, at) => {
      if (!isStaff(who)) return 'access.denied';
      if (ticket.state !== 'open' || ticket.isAcknowledged) return 'state.not-possible';
      acknowledge(ticket, at);
      return 'done';
    },
  };
}

export function handOver(who: Who, place: number, side: Side): Act {
  return {
    ...{ who, place, says: `hand to ${side} by ${who} #${place}` },
    asks: ({ id }) => ['POST', `/tickets/${id}/side`, { side, reason: 'Because.' }],
    plays: (ticket, _tickets, at) => {
      if (!isStaff(who)) return 'access.denied';
      if (ticket.state !== 'open' || ticket.side === side) return 'state.not-possible';
      hand(ticket, side, at);
      return 'done';
    },
  };
}

export function judge(who: Who, place: number, severity: number): Act {
  return {
    ...{ who, place, says: `severity ${severity} by ${who} #${place}` },
    asks: ({ id }) => ['POST', `/tickets/${id}/severity`, { severity, reason: 'On the facts.' }],
    plays: (ticket, _tickets, at) => {
      if (!isStaff(who)) return 'access.denied';
      if (ticket.state !== 'open' || ticket.severity === severity) return 'state.not-possible';
      change(ticket, severity, at);
      return 'done';
    },
  };
}

export function end(who: Who, place: number, how: 'resolved' | 'closed' | 'declined'): Act {
  return {
    ...{ who, place, says: `${how} by ${who} #${place}` },
    asks: ({ id }) => [
      'POST',
      `/tickets/${id}/ending`,
      { how, note: 'So it is.', ...(how === 'resolved' && { because: 'fixed' }) },
    ],
    plays: (ticket, _tickets, at) => {
      if (how !== 'closed' && !isStaff(who)) return 'access.denied';
      if (ticket.state !== 'open' && (ticket.state !== 'resolved' || how !== 'closed')) return 'state.not-possible';
      if (ticket.state === 'open') ticket.happened.push({ at, what: how === 'resolved' ? 'resolved' : 'ended' });
      ticket.state = how;
      settle(ticket);
      return 'done';
    },
  };
}

export function comeBack(who: Who, place: number): Act {
  return {
    ...{ who, place, says: `reopen by ${who} #${place}` },
    asks: ({ id }) => ['POST', `/tickets/${id}/reopening`, { reason: 'It is back.' }],
    plays: (ticket, _tickets, at) => {
      if (ticket.state === 'open' || ticket.state === 'merged') return 'state.not-possible';
      reopen(ticket, at);
      return 'done';
    },
  };
}

export function merge(who: Who, place: number, into: number): Act {
  return {
    ...{ who, place, says: `merge #${place} into #${into} by ${who}` },
    asks: ({ id }, tickets) => {
      const other = ticketAt(tickets, into);
      return other.id === id ? undefined : ['POST', `/tickets/${id}/merging`, { intoId: other.id }];
    },
    plays: (ticket, tickets, at) => {
      if (!isStaff(who)) return 'access.denied';
      if (ticket.state !== 'open' || ticketAt(tickets, into).state !== 'open') return 'state.not-possible';
      ticket.state = 'merged';
      settle(ticket);
      ticket.happened.push({ at, what: 'merged' });
      return 'done';
    },
  };
}

export function isStaff(who: Who): boolean {
  return who !== 'lead' && who !== 'deputy';
}

/** Another severity leaves nothing to be decided. */
export function change(ticket: Known, severity: number, at: number): void {
  ticket.severity = severity;
  ticket.happened.push({ at, what: 'severity', severity });
  settle(ticket);
}

/** Nothing waits for an approval any more. */
export function settle(ticket: Known): void {
  if (ticket.proposal) ticket.proposal.waits = false;
}

function acknowledge(ticket: Known, at: number): void {
  if (ticket.isAcknowledged || ticket.state !== 'open') return;
  ticket.isAcknowledged = true;
  ticket.happened.push({ at, what: 'acknowledged' });
}

function hand(ticket: Known, side: Side, at: number): void {
  if (ticket.side === side) return;
  ticket.side = side;
  ticket.handedAt = at;
  ticket.happened.push({ at, what: side === 'customer' ? 'to-customer' : 'to-provider' });
}

function reopen(ticket: Known, at: number): void {
  ticket.state = 'open';
  ticket.side = 'provider';
  ticket.isAcknowledged = false;
  ticket.happened.push({ at, what: 'reopened' });
}
