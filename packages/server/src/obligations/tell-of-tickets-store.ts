/** Tells everybody concerned what happened to a ticket, whoever caused it: a person, a mail, or time that ran out. */
import sql from 'sql-template-tag';
import type { RecordedFact } from '../journal/index.ts';
import type { Tx } from '../platform/database/tx.ts';
import { kindOf } from './promises-of.ts';
import type { Recording } from './recording.ts';
import { tellOfAccounts } from './tell-store.ts';

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
 * assignment the one who got it. What is internal is told to the provider's people, nobody of what they did themselves, and
 * nobody of an account that they do not see (any more).
 */
export function tellOfTickets(tx: Tx, recordings: readonly Recording[], now: Temporal.Instant): void {
  const happened = recordings.flatMap(({ accountId, facts, by, begins }) =>
    weightiest(facts).map((told) => ({
      ...told,
      account: accountId,
      person: by.personId ?? null,
      side: by.side,
      isForDesk: begins === true && told.event === 'received' && by.onBehalfOf === undefined,
    })),
  );
  const { desk = [], all = [] } = Object.groupBy(happened, ({ isForDesk }) => (isForDesk ? 'desk' : 'all'));
  tellDesk(tx, desk, now);
  tellAll(tx, all, now);
}

type Happened = ReturnType<typeof weightiest>[number] & {
  readonly account: string;
  readonly person: string | null;
  readonly side: string;
};

/** Of a ticket that begins, and that its requester submits in person, nobody else knows but the desk: a fraction of the questions. */
function tellDesk(tx: Tx, begun: readonly Happened[], now: Temporal.Instant): void {
  if (begun.length === 0) return;
  const told = sql`
    select t.account_id, d.person_id, 'ticket.received' as kind, h.journal as journal_id, null::uuid as obligation_id,
      '#' || t.reference || ' ' || t.subject as title
    from unnest(${begun.map(({ account }) => account)}::uuid[], ${begun.map(({ journal }) => journal)}::uuid[],
        ${begun.map(({ ticket }) => ticket)}::uuid[], ${begun.map(({ person }) => person)}::uuid[]) as h (account, journal, ticket, person)
      cross join lateral (select * from ticket where account_id = h.account and id = h.ticket offset 0) t
      cross join lateral desk_of(t.account_id) as d (person_id)
    where d.person_id is distinct from h.person`;
  tellOfAccounts(tx, 'tell-the-desk', told, now);
}

function tellAll(tx: Tx, happened: readonly Happened[], now: Temporal.Instant): void {
  if (happened.length === 0) return;
  // Step by step (`offset 0`): as long as PostgreSQL knows little of the tables it would begin with everybody there is.
  const concerned = sql`
    select c.account_id, c.person_id, 'ticket.' || c.event as kind, c.journal as journal_id, null::uuid as obligation_id, c.title
    from (
        select t.account_id, who.person_id, h.event, h.journal, h.internal, h.person, '#' || t.reference || ' ' || t.subject as title
        from jsonb_to_recordset(${JSON.stringify(happened)})
            as h (account uuid, journal uuid, ticket uuid, event text, internal boolean, person uuid, side text)
          cross join lateral (select * from ticket where account_id = h.account and id = h.ticket offset 0) t
          cross join lateral (
            select t.assignee_id as person_id
            union select t.requester_id where h.event <> 'assigned'
            union select f.person_id from ticket_follower f where h.event <> 'assigned' and f.account_id = t.account_id and f.ticket_id = t.id
            union select d.person_id from desk_of(t.account_id) as d (person_id) where t.assignee_id is null
              and (h.event = 'received' or (h.side <> 'provider' and h.event in ('replied', 'reopened', 'handed-to-provider')))
          ) who
        offset 0
      ) c
      cross join lateral (select side from person where id = c.person_id and deactivated_at is null offset 0) p
    where c.person_id is distinct from c.person
      and (case p.side when 'provider'
        then (select coalesce((select value = '"all"' from setting where name = 'staff-see'), true))
          or exists (select from account_team m where m.account_id = c.account_id and m.person_id = c.person_id offset 0)
          or exists (select from staff_role s where s.person_id = c.person_id and s.role = 'administrator' offset 0)
        else not c.internal and exists (select from membership m where m.account_id = c.account_id and m.person_id = c.person_id offset 0) end)`;
  tellOfAccounts(tx, 'tell-of-tickets', concerned, now);
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
