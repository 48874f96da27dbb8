/** Facts that the program records when they happen, each by a use case of its own; nobody states them by hand. Pure. */
import { kindOf } from './promises-of.ts';

const KINDS: ReadonlySet<string> = new Set(['contract', 'account', 'person', 'licence']);
const TICKETS: ReadonlySet<string> = new Set(['incident', 'service-request']);
/** What is done on a ticket's page. What else happens to one (it was reproduced, access was granted) is stated by hand. */
const OF_TICKETS: ReadonlySet<string> = new Set([
  'received',
  'acknowledged',
  'replied',
  'noted',
  'assigned',
  'unassigned',
  'queue-changed',
  'subject-changed',
  'product-changed',
  'related',
  'unrelated',
  'handed-to-customer',
  'handed-to-provider',
  'severity-changed',
  'severity-change-proposed',
  'severity-change-declined',
  'severity-change-withdrawn',
  'resolved',
  'closed',
  'declined',
  'reopened',
  'merged',
  'split',
]);

export function isOfTheProgram(fact: string): boolean {
  const kind = kindOf(fact);
  return KINDS.has(kind) || (TICKETS.has(kind) && OF_TICKETS.has(fact.slice(kind.length + 1)));
}

/**
 * Where the description has ladders, an escalation of a ticket is raised and answered on its page; of anything else by hand.
 * `about`: a fact of what it is about.
 */
export function isOfTicketsPage(fact: string, about: string): boolean {
  return kindOf(fact) === 'escalation' && TICKETS.has(kindOf(about));
}
