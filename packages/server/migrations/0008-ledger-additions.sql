-- Every change of what an account agreed counts up, so that a server knows by one look whether what it remembers still holds.
alter table account add column terms_edition bigint not null default 0;
create function terms_changed() returns trigger language plpgsql as $$
begin
  update account set terms_edition = terms_edition + 1 where account_id = coalesce(new.account_id, old.account_id);
  return null;
end $$;
create trigger terms_changed after insert or update or delete on contract for each row execute function terms_changed();
create trigger terms_changed after insert or update or delete on contract_terms for each row execute function terms_changed();

-- What may concern every subject of an account (how its contracts stand, what opens its gates) changes what a server remembers as
-- well. Facts of these kinds, which are nearly all, never do (`COUNTS_NOTHING` in the program). When everything else is done: whoever
-- records it waits for nobody in the midst of it.
alter table account add column standing_edition bigint not null default 0;
create function standing_changed() returns trigger language plpgsql as $$
begin
  update account set standing_edition = standing_edition + 1 where account_id = new.account_id;
  return null;
end $$;
create constraint trigger standing_changed after insert on journal deferrable initially deferred for each row
  when (split_part(new.fact, '.', 1) not in ('incident', 'service-request', 'obligation', 'escalation'))
  execute function standing_changed();

-- Fails where one of these accounts is not in this state any more (`agreedStateOf` in the program): what a server decided and reckoned
-- from what it remembers is undone with the transaction.
create function require_state(accounts uuid[], states text[]) returns void language plpgsql stable as $$
begin
  if exists (select from unnest(accounts, states) as known (id, state)
      where known.state is distinct from (select a.terms_edition::text || ' ' || a.xmin::text || ' ' || a.ctid::text
        from account a where a.account_id = known.id)) then
    raise exception 'What was remembered of an account is out of date.' using errcode = 'TM001';
  end if;
end $$;

-- Who plays a role of the description in a contract: "the TAM of this customer is …". Roles are the description's own names.
create table role_assignment (
  account_id uuid not null,
  contract_id uuid not null,
  side text not null check (side in ('provider', 'customer')),
  role text not null,
  person_id uuid not null references person (id),
  since timestamptz not null,
  primary key (account_id, contract_id, side, role, person_id),
  foreign key (account_id, contract_id) references contract (account_id, id)
);
call protect_account_table('role_assignment');

-- Who is meant by a role of a contract: those who were named for it, else the people of the account with a role of that name,
-- else those who answer for the account. Only people who are there: somebody who was deactivated, or of the customer's people
-- left the account, is told of nothing more, and does not keep others from being told.
create function people_for_role(wanted_account uuid, wanted_contract uuid, wanted_side text, wanted_role text)
  returns setof uuid language sql stable as $$
  with holding as (
    select t.person_id, t.role from account_team t join person p on p.id = t.person_id
      where t.account_id = wanted_account and wanted_side = 'provider' and p.deactivated_at is null
    union select m.person_id, m.role from membership m join person p on p.id = m.person_id
      where m.account_id = wanted_account and wanted_side = 'customer' and p.deactivated_at is null
  ), named as (
    select r.person_id from role_assignment r join person p on p.id = r.person_id
      where r.account_id = wanted_account and r.contract_id = wanted_contract and r.side = wanted_side and r.role = wanted_role
        and p.side = r.side and p.deactivated_at is null and (p.side = 'provider' or r.person_id in (select person_id from holding))
  ), alike as (
    select person_id from holding where role = wanted_role
  ), answering as (
    select person_id from holding where role = any (case wanted_side
      when 'provider' then array['service-manager', 'team-lead', 'technical-account-manager']
      else array['technical-lead', 'customer-administrator'] end)
  )
  select person_id from named
  union select person_id from alike where not exists (select from named)
  union select person_id from answering where not exists (select from named) and not exists (select from alike)
$$;

-- What a person is told in the application; mails follow from it.
create table notification (
  account_id uuid not null references account (account_id),
  id uuid not null default uuid_v7(),
  person_id uuid not null references person (id),
  kind text not null,
  journal_id uuid,
  obligation_id uuid,
  title text not null,
  created_at timestamptz not null,
  read_at timestamptz,
  mailed_at timestamptz,
  primary key (account_id, id)
);
call protect_account_table('notification');
-- Nobody reads another person's notifications; the program itself, which acts for nobody, writes them all.
create policy notification_own on notification as restrictive using ((select scope_person()) is null or person_id = (select scope_person()))
  with check (true);
create index notification_person on notification (person_id, created_at desc);
create index notification_unmailed on notification (person_id) where mailed_at is null;
-- Counted on every page, however much was read in all the years.
create index notification_unread on notification (person_id) where read_at is null;

-- What customers owe, across accounts, also without a deadline.
create index obligation_of_customers on obligation ((case when due_at is null then 'infinity'::timestamptz else due_at end), id) where state = 'open' and side = 'customer';
