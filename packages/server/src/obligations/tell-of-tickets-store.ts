/** Tells everybody concerned what happened to a ticket, whoever caused it: a person, a mail, or time that ran out. */
import sql from 'sql-template-tag';
import type { RecordedFact, Recorder } from '../journal/index.ts';
import type { Tx } from '../platform/database/tx.ts';
import { kindOf } from './promises-of.ts';
import { tell } from './tell-store.ts';

/** The weightiest first: of what happens to a ticket at once, people are told one thing. */
const TOLD = [
  'closed',
  'declined',
  'merged',
  'resolved',
  'reopened',
  'handed-to-customer',
  'severity-changed',
  'received',
  'replied',
  'handed-to-provider',
  'acknowledged',
  'assigned',
  'noted',
] as const;

/**
 * The requester, the followers and whoever it is assigned to; of what nobody has taken yet, the desk of the account; of an
 * assignment the one who got it. What is internal is told to the provider's people, and nobody of what they did themselves.
 */
export function tellOfTickets(
  tx: Tx,
  accountId: string,
  facts: readonly RecordedFact[],
  by: Recorder,
  now: Temporal.Instant,
): void {
  const happened = weightiest(facts);
  if (happened.length === 0) return;
  const json = JSON.stringify(happened);
  const concerned = sql`
    select c.person_id, 'ticket.' || h.event as kind, h.journal as journal_id, null::uuid as obligation_id,
      '#' || t.reference || ' ' || t.subject as title
    from jsonb_to_recordset(${json}) as h (journal uuid, ticket uuid, event text, internal boolean)
      join ticket t on t.account_id = ${accountId} and t.id = h.ticket
      cross join lateral (
        select t.assignee_id as person_id
        union select t.requester_id where h.event <> 'assigned'
        union select f.person_id from ticket_follower f where h.event <> 'assigned' and f.account_id = t.account_id and f.ticket_id = t.id
        union select desk_of(t.account_id) where t.assignee_id is null
          and (h.event = 'received' or (${by.side !== 'provider'} and h.event in ('replied', 'reopened', 'handed-to-provider')))
      ) c
      join person p on p.id = c.person_id
    where p.deactivated_at is null and p.id is distinct from ${by.personId ?? null}::uuid
      and (p.side = 'provider' or (not h.internal and exists (select from membership m where m.account_id = t.account_id and m.person_id = p.id)))`;
  tell(tx, 'tell-of-tickets', accountId, concerned, now);
}

function weightiest(facts: readonly RecordedFact[]) {
  const ofTickets = facts.flatMap(({ id, fact, subjectId, audience }) => {
    const kind = kindOf(fact);
    const event = fact.slice(kind.length + 1);
    const weight = TOLD.findIndex((told) => told === event);
    if ((kind !== 'incident' && kind !== 'service-request') || weight < 0) return [];
    return [{ journal: id, ticket: subjectId, event, internal: audience === 'internal', weight }];
  });
  return [...Map.groupBy(ofTickets, ({ ticket }) => ticket).values()].flatMap(
    (some) => some.toSorted((a, b) => a.weight - b.weight)[0] ?? [],
  );
}
