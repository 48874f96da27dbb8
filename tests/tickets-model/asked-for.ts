/** What can be asked for on a ticket by the terms of desk.yaml, and what comes of it: the first model's other half. */
import { change, isStaff, settle, type Act, type Known, type Outcome, type Who } from './acts.ts';

/** Those of desk.yaml with a further case that the team lead approves. */
const BY_APPROVAL: ReadonlySet<number> = new Set([1, 2]);
const STEPS = 2;

export function propose(who: Who, place: number, severity: number): Act {
  return {
    ...{ who, place, says: `propose severity ${severity} by ${who} #${place}` },
    asks: ({ id }) => ['POST', `/tickets/${id}/severity-proposal`, { severity, also: 0, reason: 'We are important.' }],
    plays: (ticket) => {
      if (ticket.state !== 'open' || ticket.severity === severity) return 'state.not-possible';
      if (!BY_APPROVAL.has(severity)) return 'value.not-allowed';
      if (ticket.proposal?.waits) return 'state.not-possible';
      ticket.proposal = { number: (ticket.proposal?.number ?? -1) + 1, severity, by: who, waits: true };
      return 'done';
    },
  };
}

/** On what was read, or on whatever waits by then. */
export function decide(who: Who, place: number, approve: boolean, isRead: boolean): Act {
  const body = { approve, note: 'So be it.' };
  return {
    ...{ who, place, says: `${approve ? 'approve' : 'refuse'} by ${who} #${place}${isRead ? ' as read' : ''}` },
    asks: (ticket) => onProposal(ticket, 'decision', body, isRead),
    plays: (ticket, _tickets, at, read) => {
      const proposal = waitingAsRead(ticket, read);
      if (!proposal) return 'state.not-possible';
      if (who !== 'manager') return 'access.denied';
      if (approve) change(ticket, proposal.severity, at);
      settle(ticket);
      return 'done';
    },
  };
}

export function withdraw(who: Who, place: number, isRead: boolean): Act {
  return {
    ...{ who, place, says: `withdraw by ${who} #${place}${isRead ? ' as read' : ''}` },
    asks: (ticket) => onProposal(ticket, 'withdrawal', {}, isRead),
    plays: (ticket, _tickets, _at, read) => {
      const proposal = waitingAsRead(ticket, read);
      if (!proposal) return 'state.not-possible';
      if (proposal.by !== who) return 'access.denied';
      settle(ticket);
      return 'done';
    },
  };
}

export function escalate(who: Who, place: number): Act {
  return {
    ...{ who, place, says: `escalate by ${who} #${place}` },
    asks: ({ id }) => ['POST', `/tickets/${id}/escalations`, { ladder: 'customer', reason: 'Nobody answers.' }],
    plays: ({ escalations }, _tickets, at) => {
      if (escalations.some(({ state }) => state !== 'closed')) return 'state.not-possible';
      if (isStaff(who)) return 'access.denied';
      escalations.push({ step: 1, state: 'raised', happened: [{ at, what: 'received' }] });
      return 'done';
    },
  };
}

export function takeFurther(who: Who, place: number): Act {
  return onEscalation(who, place, 'next-step', { reason: 'Still nothing.' }, (escalation) => {
    if (isStaff(who)) return 'access.denied';
    if (escalation.step === STEPS) return 'state.not-possible';
    escalation.step += 1;
    escalation.state = 'raised';
    return 'done';
  });
}

export function takeUp(who: Who, place: number): Act {
  return onEscalation(who, place, 'taking', {}, (escalation, at) => {
    if (escalation.state === 'taken') return 'state.not-possible';
    escalation.state = 'taken';
    escalation.happened.push({ at, what: 'acknowledged' });
    return 'done';
  });
}

export function closeEscalation(who: Who, place: number): Act {
  return onEscalation(who, place, 'closing', { note: 'We talked.' }, (escalation) => {
    if (escalation.state === 'raised') return 'state.not-possible';
    escalation.state = 'closed';
    return 'done';
  });
}

type Does = (escalation: Known['escalations'][number], at: number) => Outcome;

/** Of the last escalation, as somebody read it. Only staff take one up and close it, and are told so before anything else. */
function onEscalation(who: Who, place: number, what: string, body: object, does: Does): Act {
  return {
    ...{ who, place, says: `${what} by ${who} #${place}` },
    asks: ({ id, escalations }) =>
      escalations.length === 0
        ? undefined
        : ['POST', `/tickets/${id}/escalations/:escalation/${what}`, body, escalations.length - 1],
    plays: ({ escalations }, _tickets, at, read = 0) => {
      if (what !== 'next-step' && !isStaff(who)) return 'access.denied';
      const escalation = escalations[read];
      return !escalation || escalation.state === 'closed' ? 'state.not-possible' : does(escalation, at);
    },
  };
}

function onProposal({ id, proposal }: Known, what: string, body: object, isRead: boolean): ReturnType<Act['asks']> {
  const path = `/tickets/${id}/severity-proposal/${what}`;
  return isRead && proposal
    ? ['POST', path, { ...body, proposalId: ':proposal' }, proposal.number]
    : ['POST', path, body];
}

function waitingAsRead({ state, proposal }: Known, read: number | undefined): Known['proposal'] {
  return state === 'open' && proposal?.waits && (read === undefined || proposal.number === read) ? proposal : undefined;
}
