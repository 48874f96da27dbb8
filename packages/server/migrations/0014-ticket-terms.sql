-- What a ticket can be asked for under the agreed terms: another severity by approval, escalation; and where split messages went on.

-- Another severity that waits for whom the description names. Who proposed, declined and approved stands in the journal.
create table severity_proposal (
  account_id uuid not null,
  ticket_id uuid not null,
  severity int not null,
  -- The further case of the description, as it read.
  because text not null,
  reason text not null,
  -- Whose approval it needs, by the description's own names.
  side text not null check (side in ('provider', 'customer')),
  role text not null,
  proposed_by uuid not null references person (id),
  proposed_at timestamptz not null,
  primary key (account_id, ticket_id),
  foreign key (account_id, ticket_id) references ticket (account_id, id)
);
call protect_account_table('severity_proposal');

-- Whatever ends a ticket or gives it another severity leaves nothing to be decided; also time that ran out does.
create function drop_severity_proposal() returns trigger language plpgsql as $$
begin
  delete from severity_proposal where account_id = new.account_id and ticket_id = new.id;
  return null;
end $$;
create trigger drop_severity_proposal after update of state, severity on ticket for each row
  when (new.state <> 'open' or new.severity is distinct from old.severity) execute function drop_severity_proposal();

-- Who is told or decides in a role: those who are meant by it in the contract. Where the account has nobody, those of the house
-- who have a role of that name, else its leads, else its administrators: what waits for an answer always has somebody to give it.
create function people_in_charge(wanted_account uuid, wanted_contract uuid, wanted_side text, wanted_role text)
  returns setof uuid language sql stable as $$
  with meant as materialized (select people_for_role(wanted_account, wanted_contract, wanted_side, wanted_role) as person_id),
  house as materialized (
    select r.person_id, case when r.role = wanted_role then 1 when r.role in ('service-manager', 'team-lead') then 2 else 3 end as rank
    from staff_role r join person p on p.id = r.person_id
    where wanted_side = 'provider' and p.deactivated_at is null and not exists (select from meant)
      and r.role in (wanted_role, 'service-manager', 'team-lead', 'administrator')
      -- Where staff see only whom they serve, the rest of the house would be told of what it cannot open.
      and (coalesce((select value = '"all"' from setting where name = 'staff-see'), true)
        or exists (select from staff_role s where s.person_id = p.id and s.role = 'administrator'))
  )
  select person_id from meant
  union select person_id from house where rank = (select min(rank) from house)
$$;

-- Where a message went on when it was split off: there stands a copy of it, and in its old place a line that leads there.
alter table ticket_message add column moved_to uuid,
  add foreign key (account_id, moved_to) references ticket (account_id, id);
-- Searched for, it is found where it can be read.
create function forget_moved_words() returns trigger language plpgsql security definer set search_path = pg_catalog, public as $$
begin
  delete from ticket_words where id = new.id;
  return null;
end $$;
create trigger forget_moved_words after update of moved_to on ticket_message for each row
  when (new.moved_to is not null) execute function forget_moved_words();
