-- Tickets: incidents and service requests as people see them. Whatever the journal says of a ticket (its state, severity and
-- side) is kept up by a trigger, so that a watcher's closing, a late fact and an import reach it like any reply.

create table ticket (
  account_id uuid not null references account (account_id),
  -- The subject of the ticket's facts.
  id uuid not null,
  reference bigint not null default nextval('reference_number'),
  kind text not null check (kind in ('incident', 'service-request')),
  contract_id uuid,
  product_id uuid references product (id),
  subject text not null,
  requester_id uuid references person (id),
  channel text not null default 'web',
  -- Follow the journal.
  state text not null default 'open' check (state in ('open', 'resolved', 'closed', 'declined', 'merged')),
  severity int,
  side text not null default 'provider' check (side in ('provider', 'customer')),
  waits_for text,
  received_at timestamptz(0) not null,
  acknowledged_at timestamptz(0),
  ended_at timestamptz(0),
  ended_because text,
  merged_into uuid,
  last_at timestamptz(0) not null,
  last_side text not null default 'system',
  -- Follow the ledger: the next clock of the provider's.
  next_due_at timestamptz(0),
  next_obligation_id uuid,
  breached boolean not null default false,
  -- The desk's own.
  queue text,
  assignee_id uuid references person (id),
  version int not null default 1,
  primary key (account_id, id)
);
call protect_account_table('ticket', 'insert, update');
create index ticket_next on ticket (next_due_at, id) where state = 'open';
create index ticket_next_of_account on ticket (account_id, next_due_at, id) where state = 'open';
create index ticket_last on ticket (last_at desc, id desc);
create index ticket_last_of_account on ticket (account_id, last_at desc, id desc);
create index ticket_assignee on ticket (assignee_id, next_due_at, id) where state = 'open' and assignee_id is not null;
create index ticket_reference on ticket (reference);

create table ticket_message (
  account_id uuid not null,
  id uuid not null,
  ticket_id uuid not null,
  author_id uuid references person (id),
  author_side text not null check (author_side in ('provider', 'customer', 'system')),
  audience text not null check (audience in ('shared', 'internal')),
  -- Markdown (CommonMark); shown without any HTML of its own.
  body text not null,
  at timestamptz not null,
  via text not null,
  primary key (account_id, id),
  foreign key (account_id, ticket_id) references ticket (account_id, id)
);
call protect_account_table('ticket_message', 'insert, update');
create policy ticket_message_audience on ticket_message as restrictive using (audience = 'shared' or (select scope_is_provider()));
create index ticket_message_of on ticket_message (account_id, ticket_id, at, id);

create table ticket_message_file (
  account_id uuid not null,
  message_id uuid not null,
  file_id uuid not null,
  primary key (account_id, message_id, file_id),
  foreign key (account_id, message_id) references ticket_message (account_id, id),
  foreign key (account_id, file_id) references file (account_id, id)
);
call protect_account_table('ticket_message_file', 'insert, delete');

create table ticket_follower (
  account_id uuid not null,
  ticket_id uuid not null,
  person_id uuid not null references person (id),
  since timestamptz not null,
  primary key (account_id, ticket_id, person_id),
  foreign key (account_id, ticket_id) references ticket (account_id, id)
);
call protect_account_table('ticket_follower', 'insert, delete');

create table ticket_relation (
  account_id uuid not null,
  ticket_id uuid not null,
  other_id uuid not null,
  says text not null check (says in ('relates-to', 'caused-by', 'split-from')),
  primary key (account_id, ticket_id, other_id),
  foreign key (account_id, ticket_id) references ticket (account_id, id),
  foreign key (account_id, other_id) references ticket (account_id, id)
);
call protect_account_table('ticket_relation', 'insert, delete');

-- Who takes what nobody has taken yet: the engineers of the account's team, or all where it has none of its own.
create function desk_of(wanted_account uuid) returns setof uuid language sql stable as $$
  with own as (
    select distinct t.person_id from account_team t join person p on p.id = t.person_id
      where t.account_id = wanted_account and t.role in ('support-engineer', 'senior-support-engineer') and p.deactivated_at is null
  )
  select person_id from own
  union select r.person_id from staff_role r where r.role in ('support-engineer', 'senior-support-engineer') and not exists (select from own)
$$;

-- What a ticket's facts say together. A late fact counts where it belongs, so all of them are read.
create function follow_ticket() returns trigger language plpgsql as $$
declare
  what text := split_part(new.fact, '.', 2);
begin
  if what = 'received' then
    insert into ticket (account_id, id, kind, contract_id, subject, requester_id, channel, severity, received_at, last_at, last_side)
    values (new.account_id, new.subject_id, split_part(new.fact, '.', 1), new.contract_id, coalesce(new.title, initcap(replace(split_part(new.fact, '.', 1), '-', ' '))),
      new.by_person, coalesce(new.data ->> 'channel', 'web'), (new.data ->> 'severity')::int, new.at, new.at, new.by_side)
    on conflict (account_id, id) do nothing;
    return null;
  end if;
  -- What the provider keeps to itself shows nowhere, not even as an hour.
  if new.audience = 'internal' then
    return null;
  end if;
  if what in ('replied', 'reported', 'reviewed') then
    update ticket set last_at = greatest(last_at, new.at), last_side = case when new.at >= last_at then new.by_side else last_side end
    where account_id = new.account_id and id = new.subject_id;
    return null;
  end if;
  update ticket t set
    state = coalesce(f.state, 'open'), severity = coalesce(f.severity, t.severity), side = coalesce(f.side, 'provider'),
    waits_for = case when f.side = 'customer' then f.waits_for end,
    acknowledged_at = f.acknowledged_at, ended_at = case when f.state <> 'open' then f.ended_at end,
    ended_because = case when f.state <> 'open' then f.because end,
    last_at = greatest(t.last_at, new.at), last_side = case when new.at >= t.last_at then new.by_side else t.last_side end,
    version = t.version + 1
  from (
    select (array_agg(case split_part(fact, '.', 2) when 'received' then 'open' when 'reopened' then 'open' else split_part(fact, '.', 2) end order by at desc, position desc)
        filter (where split_part(fact, '.', 2) in ('received', 'reopened', 'resolved', 'closed', 'declined', 'merged')))[1] as state,
      (array_agg((data ->> 'severity')::int order by at desc, position desc)
        filter (where split_part(fact, '.', 2) in ('received', 'severity-changed') and data ? 'severity'))[1] as severity,
      (array_agg(case split_part(fact, '.', 2) when 'handed-to-customer' then 'customer' else 'provider' end order by at desc, position desc)
        filter (where split_part(fact, '.', 2) in ('received', 'reopened', 'handed-to-customer', 'handed-to-provider')))[1] as side,
      (array_agg(note order by at desc, position desc) filter (where split_part(fact, '.', 2) = 'handed-to-customer'))[1] as waits_for,
      min(at) filter (where split_part(fact, '.', 2) = 'acknowledged') as acknowledged_at,
      (array_agg(at order by at desc, position desc) filter (where split_part(fact, '.', 2) in ('resolved', 'closed', 'declined', 'merged')))[1] as ended_at,
      (array_agg(data ->> 'because' order by at desc, position desc) filter (where split_part(fact, '.', 2) in ('resolved', 'closed', 'declined', 'merged')))[1] as because
    from journal where account_id = new.account_id and subject_id = new.subject_id and fact ~ '^(incident|service-request)\.'
  ) f
  where t.account_id = new.account_id and t.id = new.subject_id;
  return null;
end $$;
create trigger follow_ticket after insert on journal for each row
  when (new.fact like 'incident.%' or new.fact like 'service-request.%') execute function follow_ticket();

-- The next clock that runs on a ticket, and whether a promise was broken on it, follow the ledger.
create function follow_clocks() returns trigger language plpgsql as $$
begin
  update ticket t set next_due_at = n.due_at, next_obligation_id = n.id, breached = n.breached
  from (select distinct account_id, subject_id from changed) c
    cross join lateral (
      select min(o.due_at) filter (where o.state = 'open') as due_at,
        (array_agg(o.id order by o.due_at, o.id) filter (where o.state = 'open' and o.due_at is not null))[1] as id,
        coalesce(bool_or(o.state = 'breached'), false) as breached
      from obligation o where o.account_id = c.account_id and o.subject_id = c.subject_id and o.side = 'provider'
    ) n
  where t.account_id = c.account_id and t.id = c.subject_id
    and (t.next_due_at, t.next_obligation_id, t.breached) is distinct from (n.due_at, n.id, n.breached);
  return null;
end $$;
create trigger follow_new_clocks after insert on obligation referencing new table as changed for each statement execute function follow_clocks();
create trigger follow_clocks after update on obligation referencing new table as changed for each statement execute function follow_clocks();
