/** What the desk changed of a ticket, as facts: what it was before, and what it is now. Pure. */
import type { NewFact } from '../journal/index.ts';
import type { Desk, LockedTicket } from './ticket-store.ts';

/** A fact of a ticket before it is one: its name, and what it carries. */
export type FactOfTicket = readonly [name: string, more: Partial<NewFact>];

/**
 * Nothing of what stays as it is. Both sides see whose it is, how it is called and about which product it is; the queue is the
 * desk's own. What people wrote stands in title and note, which can be erased.
 */
export function deskFacts(before: LockedTicket, now: Desk): readonly FactOfTicket[] {
  const facts: FactOfTicket[] = [];
  if (now.subject !== before.subject)
    facts.push(['subject-changed', { title: now.subject, note: `Before: ${before.subject}` }]);
  if (now.productId !== before.productId)
    facts.push(['product-changed', { data: change(before.productId, now.productId) }]);
  if (now.queue !== before.queue)
    facts.push(['queue-changed', { data: change(before.queue, now.queue), audience: 'internal' }]);
  if (now.assigneeId !== before.assigneeId)
    facts.push([
      now.assigneeId === null ? 'unassigned' : 'assigned',
      { data: change(before.assigneeId, now.assigneeId) },
    ]);
  return facts;
}

/** Left out is what there was not, or is not any more. */
function change(from: string | null, to: string | null): NonNullable<NewFact['data']> {
  return { ...(from === null ? {} : { from }), ...(to === null ? {} : { to }) };
}
