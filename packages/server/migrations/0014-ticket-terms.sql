-- What a ticket can be asked for under the agreed terms: another severity by approval, escalation; and where split messages went on.

-- Another severity that waits for whom the description names. Who proposed, declined and approved stands in the journal.
create table severity_proposal (
  account_id uuid not null,
  ticket_id uuid not null,
  -- The fact that proposed it: by it somebody says which one they mean.
  id uuid not null,
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

-- What lists show of it beside each ticket, kept here so that no list reads journal or proposals: whether an escalation of it
-- stands, to the provider and by what is shared alone; and whether another severity waits for an approval.
alter table ticket add column escalated boolean not null default false,
  add column escalated_openly boolean not null default false,
  add column waits_for_approval boolean not null default false;
-- Few are so, and they are looked for among all.
create index ticket_escalated on ticket ((case when next_due_at is null then 'infinity'::timestamptz else next_due_at end), id) where escalated;
create index ticket_waits_for_approval on ticket ((case when next_due_at is null then 'infinity'::timestamptz else next_due_at end), id) where waits_for_approval;

-- A late fact counts where it belongs, so all facts of the escalations are read. With the program's eyes: a customer's fact
-- says nothing of what is internal. Set here and put back: only a superuser may write such a setting into the function's head.
create function follow_escalation() returns trigger language plpgsql as $$
declare
  side constant text := coalesce(current_setting('tamarack.side', true), '');
begin
  perform set_config('tamarack.side', 'provider', true);
  update ticket t set escalated = stands.at_all, escalated_openly = stands.openly
  from (select distinct about_id as ticket_id from journal
      where account_id = new.account_id and subject_id = new.subject_id and fact = 'escalation.raised') about
    cross join lateral (
      select coalesce(bool_or(latest <> 'escalation.closed'), false) as at_all,
        coalesce(bool_or(latest_shared <> 'escalation.closed'), false) as openly
      from (
        select (array_agg(j.fact order by j.at desc, j.position desc))[1] as latest,
          (array_agg(j.fact order by j.at desc, j.position desc) filter (where j.audience = 'shared'))[1] as latest_shared
        from (select distinct subject_id from journal
            where account_id = new.account_id and about_id = about.ticket_id and fact = 'escalation.raised') own
          join journal j on j.account_id = new.account_id and j.subject_id = own.subject_id
        where j.fact in ('escalation.raised', 'escalation.raised-further', 'escalation.taken', 'escalation.closed')
        group by j.subject_id
      ) each
    ) stands
  where t.account_id = new.account_id and t.id = about.ticket_id
    and (t.escalated, t.escalated_openly) is distinct from (stands.at_all, stands.openly);
  perform set_config('tamarack.side', side, true);
  return null;
end $$;
-- Row by row, and chosen before any function is called: other facts, which are nearly all, pay nothing.
create trigger follow_escalation after insert on journal for each row
  when (new.fact in ('escalation.raised', 'escalation.raised-further', 'escalation.taken', 'escalation.closed'))
  execute function follow_escalation();

-- Whoever was told that it waits for them reads from now on that it does not; and gets no mail that would say so.
create index notification_severity_proposal on notification (account_id, journal_id) where kind = 'ticket.severity-change-proposed';
create function settle_severity_proposal(wanted_account uuid, proposal uuid, becomes text) returns void language plpgsql as $$
declare
  side constant text := coalesce(current_setting('tamarack.side', true), '');
  person constant text := coalesce(current_setting('tamarack.person', true), '');
begin
  perform set_config('tamarack.side', 'provider', true), set_config('tamarack.person', '', true);
  update notification set kind = becomes, mailed_at = coalesce(mailed_at, created_at)
    where account_id = wanted_account and journal_id = proposal and kind = 'ticket.severity-change-proposed';
  perform set_config('tamarack.side', side, true), set_config('tamarack.person', person, true);
end $$;

create function follow_severity_proposal() returns trigger language plpgsql as $$
begin
  if tg_op = 'INSERT' then
    update ticket set waits_for_approval = true where account_id = new.account_id and id = new.ticket_id;
  else
    update ticket set waits_for_approval = false where account_id = old.account_id and id = old.ticket_id;
    perform settle_severity_proposal(old.account_id, old.id, 'ticket.severity-change-settled');
  end if;
  return null;
end $$;
create trigger follow_severity_proposal after insert or delete on severity_proposal for each row execute function follow_severity_proposal();
