/** What notifications are about, in words that people understand: the one table of kinds. */
import { factInWords } from '@tamarack/core';

type Side = 'provider' | 'customer';

/**
 * `says` heads the notification; `counted` follows a number where several are told at once ("2 broken"); `tells` are the sides
 * whose people are ever told of it.
 */
type Kind = { readonly says: string; readonly counted: string; readonly tells: readonly Side[] };

const BOTH = ['provider', 'customer'] as const;
const PROVIDER = ['provider'] as const;
const CUSTOMER = ['customer'] as const;

const KINDS: Readonly<Record<string, Kind>> = {
  'obligation.warned': { says: 'A promise is due soon', counted: 'due soon', tells: BOTH },
  'obligation.breached': { says: 'A promise was broken', counted: 'broken', tells: BOTH },
  'obligation.corrected': { says: 'A promise was kept after all', counted: 'kept after all', tells: BOTH },
  'obligation.waiver-requested': { says: 'A waiver was asked for', counted: 'to be waived or not', tells: BOTH },
  'obligation.waived': { says: 'A promise was waived', counted: 'waived', tells: BOTH },
  'obligation.waiver-refused': { says: 'A waiver was refused', counted: 'not waived', tells: BOTH },
  'ticket.received': { says: 'A new ticket', counted: 'new', tells: PROVIDER },
  'ticket.assigned': { says: 'A ticket was given to you', counted: 'given to you', tells: PROVIDER },
  'ticket.acknowledged': { says: 'Your ticket was received', counted: 'received', tells: BOTH },
  'ticket.replied': { says: 'A reply on a ticket', counted: 'replied to', tells: BOTH },
  'ticket.mentioned': { says: 'You were mentioned on a ticket', counted: 'that mention you', tells: BOTH },
  'ticket.noted': { says: 'An internal note on a ticket', counted: 'noted', tells: PROVIDER },
  'ticket.handed-to-customer': { says: 'A ticket waits for the customer', counted: 'waiting', tells: BOTH },
  'ticket.handed-to-provider': { says: 'A ticket waits for the provider again', counted: 'back', tells: BOTH },
  'ticket.severity-changed': { says: 'The severity of a ticket changed', counted: 'of another severity', tells: BOTH },
  'ticket.severity-change-proposed': {
    says: 'Another severity of a ticket waits for your approval',
    counted: 'to be approved',
    tells: BOTH,
  },
  'ticket.severity-change-declined': {
    says: 'Another severity of a ticket was declined',
    counted: 'of the same severity',
    tells: BOTH,
  },
  // What was told as waiting for an approval turns to one of these, and is mailed no more; who had learnt of it is told anew.
  'ticket.severity-change-withdrawn': {
    says: 'Another severity of a ticket was asked for, and withdrawn',
    counted: 'withdrawn',
    tells: BOTH,
  },
  'ticket.severity-change-settled': {
    says: 'Another severity of a ticket was asked for, and is settled',
    counted: 'settled',
    tells: [],
  },
  'ticket.escalated': { says: 'A ticket was escalated', counted: 'escalated', tells: PROVIDER },
  'ticket.escalation-taken': { says: 'An escalation was taken up', counted: 'taken up', tells: BOTH },
  'ticket.escalation-closed': { says: 'An escalation was closed', counted: 'of closed escalations', tells: BOTH },
  'ticket.resolved': { says: 'A ticket was resolved', counted: 'resolved', tells: BOTH },
  'ticket.closed': { says: 'A ticket was closed', counted: 'closed', tells: BOTH },
  'ticket.declined': { says: 'A ticket was declined', counted: 'declined', tells: BOTH },
  'ticket.reopened': { says: 'A ticket was reopened', counted: 'reopened', tells: BOTH },
  'ticket.merged': { says: 'A ticket was merged into another', counted: 'merged', tells: BOTH },
  'contract.proposed': { says: 'A contract waits for your answer', counted: 'to be agreed', tells: CUSTOMER },
  'contract.change-proposed': {
    says: 'A change of a contract waits for your answer',
    counted: 'to be agreed',
    tells: CUSTOMER,
  },
  'contract.agreed': { says: 'The customer agreed to a contract', counted: 'agreed', tells: PROVIDER },
  'contract.declined': { says: 'The customer declined a contract', counted: 'declined', tells: PROVIDER },
  'contract.change-agreed': { says: 'The customer agreed to a change', counted: 'agreed', tells: PROVIDER },
  'contract.change-declined': { says: 'The customer declined a change', counted: 'declined', tells: PROVIDER },
  'description.submitted': {
    says: 'A description waits for your approval',
    counted: 'to be approved',
    tells: PROVIDER,
  },
  'description.approved': { says: 'A description was approved', counted: 'approved', tells: PROVIDER },
  'description.rejected': { says: 'A description was rejected', counted: 'rejected', tells: PROVIDER },
};

/** Kinds for which people of a side choose when they are mailed. */
export function kindsFor(side: Side): readonly string[] {
  return Object.entries(KINDS)
    .filter(([, { tells }]) => tells.includes(side))
    .map(([kind]) => kind);
}

/** The words of a kind; one that the table does not know yet is told as the fact that it is. */
export function wordsOf(kind: string): Pick<Kind, 'says' | 'counted'> {
  const known = Object.hasOwn(KINDS, kind) ? KINDS[kind] : undefined;
  return known ?? { says: capitalised(factInWords(kind, {}, 'past')), counted: 'other' };
}

function capitalised(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
