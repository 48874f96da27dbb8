-- Tickets: incidents and service requests as people see them. Whatever the journal says of a ticket (its state, severity and
-- side) is kept up by a trigger, so that a watcher's closing, a late fact and an import reach it like any reply.

create table ticket (
  -- One that exists: a ticket begins with a fact of the journal, which says so.
  account_id uuid not null,
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
  next_title text,
  breached boolean not null default false,
  -- The desk's own.
  queue text,
  assignee_id uuid references person (id),
  version int not null default 1,
  primary key (account_id, id)
);
call protect_account_table('ticket', 'insert, update');
-- Lists by the next clock begin with what runs out first, and end with that of which nothing runs. Not by coalesce(): PostgreSQL takes
-- it for something that might tell of hidden rows, and reads every page before the one that is asked for.
create index ticket_next on ticket ((case when next_due_at is null then 'infinity'::timestamptz else next_due_at end), id) where state = 'open';
create index ticket_next_of_ended on ticket ((case when next_due_at is null then 'infinity'::timestamptz else next_due_at end), id) where state <> 'open';
create index ticket_next_of_account on ticket (account_id, (case when next_due_at is null then 'infinity'::timestamptz else next_due_at end), id) where state = 'open';
create index ticket_last on ticket (last_at desc, id desc);
create index ticket_last_of_account on ticket (account_id, last_at desc, id desc);
create index ticket_assignee on ticket (assignee_id, (case when next_due_at is null then 'infinity'::timestamptz else next_due_at end), id) where state = 'open' and assignee_id is not null;
create index ticket_reference on ticket (reference);
-- Those that few tickets are in, so that they cost the others nothing.
create index ticket_with_customer on ticket ((case when next_due_at is null then 'infinity'::timestamptz else next_due_at end), id) where state = 'open' and side = 'customer';
create index ticket_queue on ticket (queue, (case when next_due_at is null then 'infinity'::timestamptz else next_due_at end), id) where state = 'open' and queue is not null;

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
-- From the other one as well.
create index ticket_relation_other on ticket_relation (account_id, other_id);

-- What somebody began to write and has not sent, each person's own.
create table ticket_draft (
  account_id uuid not null,
  ticket_id uuid not null,
  person_id uuid not null references person (id),
  body text not null,
  audience text not null check (audience in ('shared', 'internal')),
  saved_at timestamptz not null,
  primary key (account_id, ticket_id, person_id, audience),
  foreign key (account_id, ticket_id) references ticket (account_id, id)
);
call protect_account_table('ticket_draft');
create policy ticket_draft_own on ticket_draft as restrictive
  using ((select scope_person()) is null or person_id = (select scope_person()));

-- Who has a ticket open, and who writes: for some seconds, and no fact of the journal. Customers see their own side.
create unlogged table ticket_presence (
  account_id uuid not null,
  ticket_id uuid not null,
  person_id uuid not null references person (id) on delete cascade,
  side text not null check (side in ('provider', 'customer')),
  doing text not null check (doing in ('looks', 'writes')),
  until timestamptz not null,
  -- In which somebody last came, went, or began to write: it is told in the first snapshot that sees it.
  changed_in xid8 not null default pg_current_xact_id(),
  primary key (account_id, ticket_id, person_id)
);
call protect_account_table('ticket_presence');
create policy ticket_presence_side on ticket_presence as restrictive using (side = 'customer' or (select scope_is_provider()));
create index ticket_presence_changed on ticket_presence (changed_in);

-- Saved views of the list: of one person, and shared with the provider's people where that person is one of them.
create table ticket_view (
  id uuid primary key default uuid_v7(),
  person_id uuid not null references person (id) on delete cascade,
  name text not null,
  -- As the contract has it.
  filter jsonb not null,
  is_shared boolean not null,
  version int not null default 1,
  created_at timestamptz not null
);
create index ticket_view_person on ticket_view (person_id);
alter table ticket_view enable row level security;
alter table ticket_view force row level security;
create policy ticket_view_read on ticket_view for select
  using (person_id = (select scope_person()) or (is_shared and (select scope_is_provider())) or (select scope_person()) is null);
create policy ticket_view_added on ticket_view for insert
  with check (person_id = coalesce((select scope_person()), person_id) and (not is_shared or (select scope_is_provider())));
create policy ticket_view_changed on ticket_view for update using (person_id = (select scope_person()))
  with check (person_id = (select scope_person()) and (not is_shared or (select scope_is_provider())));
create policy ticket_view_deleted on ticket_view for delete using (person_id = (select scope_person()) or (select scope_person()) is null);
grant select, insert, update, delete on ticket_view to tamarack_server;

-- What a ticket's facts say together. A late fact counts where it belongs, so all of them are read. Facts of one statement are
-- followed at once, of however many tickets and accounts they are.
create function follow_tickets() returns trigger language plpgsql
  -- By keys, whatever PostgreSQL guesses of the few rows that were recorded.
  set enable_hashjoin = off set enable_mergejoin = off set enable_seqscan = off as $$
declare
  -- What begins it and what is said on it, below; and what the desk ordered: whose it is, how it is called, what it belongs to.
  told_apart constant text[] := array['received', 'replied', 'reported', 'reviewed', 'assigned', 'unassigned', 'queue-changed',
    'subject-changed', 'product-changed', 'related', 'unrelated'];
  begins boolean;
  talks boolean;
  moves boolean;
begin
  select bool_or(what = 'received'), bool_or(what in ('replied', 'reported', 'reviewed') and is_shared),
      bool_or(what <> all (told_apart) and is_shared)
    into begins, talks, moves
    -- What the provider keeps to itself shows nowhere, not even as an hour; what the desk ordered says nothing of what happened to it.
    from (select split_part(fact, '.', 2) as what, audience = 'shared' as is_shared from recorded
      where split_part(fact, '.', 1) in ('incident', 'service-request')) r;
  if begins then
    insert into ticket (account_id, id, kind, contract_id, subject, requester_id, channel, severity, received_at, last_at, last_side,
      next_due_at, next_obligation_id, next_title, breached)
    select r.account_id, r.subject_id, split_part(r.fact, '.', 1), r.contract_id,
      -- The title of an internal fact is no word of the ticket, which customers see.
      coalesce(case when r.audience = 'shared' then r.title end, case r.fact when 'incident.received' then 'Incident' else 'Service Request' end),
      coalesce(r.on_behalf_of, r.by_person), coalesce(r.data ->> 'channel', 'web'), (r.data ->> 'severity')::int, r.at, r.at, r.by_side,
      c.due_at, c.obligation_id, c.title, c.breached
    from recorded r cross join lateral clocks_of_ticket(r.account_id, r.subject_id) c
    where r.fact in ('incident.received', 'service-request.received') order by r.position
    on conflict (account_id, id) do nothing;
  end if;
  if talks then
    update ticket t set last_at = greatest(t.last_at, r.at), last_side = case when r.at >= t.last_at then r.by_side else t.last_side end
    from (select distinct on (account_id, subject_id) account_id, subject_id, at, by_side from recorded
      where audience = 'shared' and split_part(fact, '.', 1) in ('incident', 'service-request')
        and split_part(fact, '.', 2) in ('replied', 'reported', 'reviewed')
      order by account_id, subject_id, at desc, position desc) r
    where t.account_id = r.account_id and t.id = r.subject_id;
  end if;
  if moves then
    update ticket t set
      state = coalesce(f.state, 'open'), severity = coalesce(f.severity, t.severity), side = coalesce(f.side, 'provider'),
      waits_for = case when f.side = 'customer' then f.waits_for end,
      acknowledged_at = f.acknowledged_at, ended_at = case when f.state <> 'open' then f.ended_at end,
      ended_because = case when f.state <> 'open' then f.because end,
      last_at = greatest(t.last_at, r.at), last_side = case when r.at >= t.last_at then r.by_side else t.last_side end,
      version = t.version + 1
    from (select distinct on (account_id, subject_id) account_id, subject_id, at, by_side from recorded
      where audience = 'shared' and split_part(fact, '.', 1) in ('incident', 'service-request')
        and split_part(fact, '.', 2) <> all (told_apart)
      order by account_id, subject_id, at desc, position desc) r
    cross join lateral (
      select (array_agg(case what when 'received' then 'open' when 'reopened' then 'open' else what end order by at desc, position desc)
          filter (where what in ('received', 'reopened', 'resolved', 'closed', 'declined', 'merged')))[1] as state,
        (array_agg((data ->> 'severity')::int order by at desc, position desc)
          filter (where what in ('received', 'severity-changed') and data ? 'severity'))[1] as severity,
        (array_agg(case what when 'handed-to-customer' then 'customer' else 'provider' end order by at desc, position desc)
          filter (where what in ('received', 'reopened', 'handed-to-customer', 'handed-to-provider')))[1] as side,
        (array_agg(note order by at desc, position desc) filter (where what = 'handed-to-customer'))[1] as waits_for,
        -- Of this life: what is reopened waits for its first answer anew.
        min(at) filter (where what = 'acknowledged' and (again_at is null or (at, position) > (again_at, again_position))) as acknowledged_at,
        (array_agg(at order by at desc, position desc) filter (where what in ('resolved', 'closed', 'declined', 'merged')))[1] as ended_at,
        -- Closed without a word, it ended as it was resolved; what solved an earlier life says nothing of this one.
        (array_agg(data ->> 'because' order by at desc, position desc) filter (where what in ('resolved', 'closed', 'declined', 'merged')
          and data ->> 'because' is not null and (again_at is null or (at, position) > (again_at, again_position))))[1] as because
      from (select j.*, split_part(j.fact, '.', 2) as what from journal j
          where j.account_id = r.account_id and j.subject_id = r.subject_id and j.fact ~ '^(incident|service-request)\.') own
        left join lateral (select again.at as again_at, again.position as again_position from journal again
          where again.account_id = r.account_id and again.subject_id = r.subject_id and again.fact ~ '^(incident|service-request)\.reopened$'
          order by again.at desc, again.position desc limit 1) again on true
    ) f
    where t.account_id = r.account_id and t.id = r.subject_id;
  end if;
  return null;
end $$;

-- The next clock that runs on a ticket, and whether a promise was broken on it. A ticket that begins is written after its clocks.
-- As a table, so that PostgreSQL plans it with the statement that asks, and not anew for each ticket.
create function clocks_of_ticket(wanted_account uuid, wanted_ticket uuid)
  returns table (due_at timestamptz, obligation_id uuid, title text, breached boolean) language sql stable as $$
  select min(o.due_at) filter (where o.state = 'open'),
    (array_agg(o.id order by o.due_at, o.id) filter (where o.state = 'open' and o.due_at is not null))[1],
    (array_agg(o.title order by o.due_at, o.id) filter (where o.state = 'open' and o.due_at is not null))[1],
    coalesce(bool_or(o.state = 'breached'), false)
  from obligation o where o.account_id = wanted_account and o.subject_id = wanted_ticket and o.side = 'provider' $$;
create trigger follow_tickets after insert on journal referencing new table as recorded for each statement execute function follow_tickets();

create function follow_clocks() returns trigger language plpgsql
  set enable_hashjoin = off set enable_mergejoin = off set enable_seqscan = off as $$
begin
  update ticket t set next_due_at = n.due_at, next_obligation_id = n.obligation_id, next_title = n.title, breached = n.breached
  from (select distinct account_id, subject_id from changed offset 0) c
    join ticket known on known.account_id = c.account_id and known.id = c.subject_id
    cross join lateral clocks_of_ticket(known.account_id, known.id) n
  where t.account_id = known.account_id and t.id = known.id
    and (t.next_due_at, t.next_obligation_id, t.next_title, t.breached) is distinct from (n.due_at, n.obligation_id, n.title, n.breached);
  return null;
end $$;
create trigger follow_new_clocks after insert on obligation referencing new table as changed for each statement execute function follow_clocks();
create trigger follow_clocks after update on obligation referencing new table as changed for each statement execute function follow_clocks();

-- Who takes what nobody has taken yet: the engineers of the account's team, else all of the house. Where staff see only whom they
-- serve, these would be told of what they cannot open: then it is whoever serves the account, else the administrators. The house is
-- looked through for those accounts alone that have no engineer, and only then is that question prepared.
create function desk_of(wanted_account uuid) returns setof uuid language plpgsql stable rows 3 as $$
begin
  return query select distinct there.person_id from account_team there
    cross join lateral (select from person where id = there.person_id and deactivated_at is null offset 0) active
    where there.account_id = wanted_account and there.role in ('support-engineer', 'senior-support-engineer');
  if found then
    return;
  end if;
  return query select distinct others.person_id from (
      select there.person_id, rank() over (order by there.rank) as place
      from (
          select r.person_id, case when r.role = 'administrator' then 3 else 1 end as rank
            from staff_role r where r.role in ('support-engineer', 'senior-support-engineer', 'administrator')
              and (r.role = 'administrator' or coalesce((select value = '"all"' from setting where name = 'staff-see'), true))
          union all select m.person_id, 2 from account_team m where m.account_id = wanted_account
        ) there
        cross join lateral (select from person where id = there.person_id and deactivated_at is null offset 0) active
    ) others
    where others.place = 1;
end $$;

-- Search. Text search is not leakproof, so PostgreSQL uses no index for it beneath a policy: what is searched lies in a table
-- that nobody may read, but through search_tickets() and a view, which keep to the scope of the transaction.
create table ticket_words (
  -- Of a message, or of the ticket itself for its subject.
  id uuid primary key,
  ticket_id uuid not null,
  owner_id uuid not null,
  is_internal boolean not null,
  subject text,
  words tsvector not null
);
-- What was written last waits in a list, through which every search goes: a short one.
create index ticket_words_found on ticket_words using gin (words) with (gin_pending_list_limit = 256);
create index ticket_words_subjects on ticket_words (owner_id) where subject is not null;
-- What is left out of a search is looked for in the whole ticket.
create index ticket_words_of on ticket_words (ticket_id);

-- Typing errors in subjects are forgiven where the database has pg_trgm; `tamarack doctor` says where it has not.
do $$ begin
  create extension if not exists pg_trgm;
exception when feature_not_supported or insufficient_privilege or undefined_file then
  raise notice 'pg_trgm is not there: the search forgives no typing errors';
end $$;
do $$ begin
  if exists (select from pg_extension where extname = 'pg_trgm' and extnamespace = current_schema()::regnamespace) then
    create index ticket_words_alike on ticket_words using gin (subject gin_trgm_ops) with (gin_pending_list_limit = 256) where subject is not null;
  end if;
end $$;

-- The language of a text, by the little words that it is full of; English where there are none. The words are looked up in one
-- constant: counting them anew for each language took half a millisecond of each message. Most of what is written is English, or too
-- short to tell: where there are fewer words of all others together, that is said without looking any of them up.
do $outer$ begin execute (
  with little_word as (
    select language, word from (values
      ('english', array['the', 'and', 'is', 'that', 'with', 'not', 'this', 'have', 'are', 'was', 'from', 'please']),
      ('german', array['der', 'die', 'das', 'und', 'ist', 'nicht', 'mit', 'ein', 'eine', 'wir', 'auf', 'bitte']),
      ('french', array['le', 'la', 'les', 'et', 'est', 'pas', 'avec', 'une', 'nous', 'dans', 'pour', 'des']),
      ('spanish', array['el', 'los', 'las', 'y', 'es', 'con', 'una', 'por', 'para', 'del', 'que', 'está']),
      ('italian', array['il', 'gli', 'e', 'non', 'con', 'una', 'per', 'della', 'che', 'sono', 'di', 'abbiamo']),
      ('portuguese', array['o', 'os', 'as', 'não', 'com', 'uma', 'para', 'da', 'do', 'que', 'está', 'em']),
      ('dutch', array['het', 'een', 'en', 'niet', 'met', 'van', 'op', 'zijn', 'wij', 'dat', 'voor', 'naar']),
      ('swedish', array['och', 'att', 'det', 'som', 'inte', 'med', 'en', 'ett', 'vi', 'på', 'är', 'för']),
      ('danish', array['og', 'at', 'det', 'ikke', 'med', 'en', 'et', 'vi', 'på', 'er', 'til', 'af']),
      ('norwegian', array['og', 'å', 'det', 'ikke', 'med', 'en', 'et', 'vi', 'på', 'er', 'til', 'av']),
      ('finnish', array['ja', 'on', 'ei', 'että', 'se', 'ovat', 'kun', 'mutta', 'tämä', 'olemme', 'joka', 'myös']),
      ('russian', array['и', 'в', 'не', 'на', 'что', 'с', 'это', 'по', 'мы', 'как', 'для', 'из']),
      ('turkish', array['ve', 'bir', 'bu', 'için', 'ile', 'de', 'da', 'çok', 'gibi', 'ama', 'var', 'değil'])
    ) as l (language, little), unnest(little) word
  )
  select format($made$
    create function language_of(words tsvector) returns regconfig language plpgsql stable parallel safe as $$
    declare
      english constant int := length(words) - length(ts_delete(words, %L::text[]));
      other constant int := length(words) - length(ts_delete(words, %L::text[]));
    begin
      if other < greatest(2, english) then
        return 'english';
      end if;
      return coalesce((select language from unnest(tsvector_to_array(words)) word,
          jsonb_array_elements_text(%L::jsonb -> word) language
        group by language having count(*) > 1 order by count(*) desc, language limit 1), 'english')::regconfig;
    end $$;
    create function languages_told() returns setof regconfig language sql immutable parallel safe as $$ select unnest(%L::regconfig[]) $$ $made$,
    (select array_agg(word) from little_word where language = 'english'),
    (select array_agg(distinct word) from little_word where language <> 'english'),
    (select jsonb_object_agg(word, languages) from (select word, jsonb_agg(language) as languages from little_word group by word) w),
    (select array_agg(distinct language) from little_word))
);
end $outer$;

-- Chinese, Japanese and Korean characters, whose words no spaces part.
create function is_of_run(letter text) returns boolean language sql immutable parallel safe as $$
  select ascii(letter) between 12352 and 12543 or ascii(letter) between 13312 and 40959 or ascii(letter) between 44032 and 55215
    or letter = '々'
$$;

-- A text as its words are looked for: Latin letters without accents; paths, hosts and addresses in their parts; and what no spaces part
-- in pairs of characters, each with the next one. Only what is not plain is taken apart at all.
create function spelt_apart(t text) returns text language plpgsql immutable parallel safe as $$
declare
  apart text := regexp_replace(t, '[/\\._@:=](?=[[:alnum:]])', ' ', 'g');
begin
  if octet_length(t) = length(t) then
    return apart;
  end if;
  apart := normalize(regexp_replace(normalize(apart, nfd), '([A-Za-z])[\u0300-\u036f]+', '\1', 'g'), nfc);
  if apart ~ '[\u3005\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af]' then
    select string_agg(case when not is_of_run(letter) then letter when is_of_run(next) then ' ' || letter || next
        when is_of_run(previous) then ' ' else ' ' || letter || ' ' end, '' order by place)
      into apart
      from (select letter, place, lag(letter) over (order by place) as previous, lead(letter) over (order by place) as next
        from string_to_table(apart, null) with ordinality l (letter, place)) letters;
  end if;
  return apart;
end $$;

-- Each word as it stands, spelt apart, and by its stem, and whose it is: far behind the one, so that no phrase goes from its last word to the first
-- stem. More than this much of one message is not searched, and its language is told by its beginning.
create function words_of(said text, owner uuid) returns tsvector language plpgsql stable parallel safe as $$
declare
  t constant text := left(said, 50000);
  apart constant text := spelt_apart(t);
  words constant tsvector := to_tsvector('simple', apart);
begin
  return words || ('''@' || owner || ''':99')::tsvector
    || to_tsvector(language_of(case when length(t) > 1000 or t <> apart then to_tsvector('simple', left(t, 1000)) else words end), t);
end $$;

create function follow_subjects() returns trigger language plpgsql security definer set search_path = pg_catalog, public as $$
begin
  insert into ticket_words (id, ticket_id, owner_id, is_internal, subject, words)
  select id, id, account_id, false, subject, words_of(subject, account_id) from added
  on conflict (id) do update set subject = excluded.subject, words = excluded.words;
  return null;
end $$;
create trigger follow_subjects after insert on ticket referencing new table as added for each statement execute function follow_subjects();

create function follow_messages() returns trigger language plpgsql security definer set search_path = pg_catalog, public as $$
begin
  insert into ticket_words (id, ticket_id, owner_id, is_internal, words)
  select id, ticket_id, account_id, audience = 'internal', words_of(body, account_id) from added
  on conflict (id) do update set words = excluded.words, is_internal = excluded.is_internal;
  return null;
end $$;
create trigger follow_messages after insert on ticket_message referencing new table as added for each statement execute function follow_messages();

create function follow_edit() returns trigger language plpgsql security definer set search_path = pg_catalog, public as $$
begin
  if tg_table_name = 'ticket' then
    update ticket_words set subject = new.subject, words = words_of(new.subject, new.account_id) where id = new.id;
  else
    update ticket_words set is_internal = new.audience = 'internal', words = words_of(new.body, new.account_id) where id = new.id;
  end if;
  return null;
end $$;
create trigger follow_edit after update of subject on ticket for each row execute function follow_edit();
create trigger follow_edit after update of body, audience on ticket_message for each row execute function follow_edit();

-- Words that are asked for, as they stand and by their stems in any language that is told; null where there are none.
create function any_language(asked text) returns tsquery language sql stable parallel safe as $$
  select string_agg('(' || q || ')', ' | ')::tsquery from (
    -- The parts of what is spelt apart follow one another.
    select distinct websearch_to_tsquery(language, says)::text as q from (
      select 'simple'::regconfig, spelt_apart(regexp_replace(asked,
        '([^\s"]*[/\\._@:=][[:alnum:]][^\s"]*|[\u3005\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af]{2,})', '"\1"', 'g'))
      union all select language, asked from languages_told() language
    ) known (language, says)
  ) each where q <> ''
$$;

-- Words also as beginnings; phrases as they stand, each of them.
create function wanted_of(asked text, phrases text[]) returns tsquery language plpgsql stable parallel safe as $$
declare
  wanted tsquery := any_language(asked);
  beginnings text;
  phrase tsquery;
begin
  if asked ~ '^[[:alnum:]]{3,}(\s+[[:alnum:]]{3,})*$' then
    -- What no spaces part begins as it stands.
    select string_agg(case when apart ~ '\s' then w else apart end || ':*', ' & ') into beginnings
      from regexp_split_to_table(lower(asked), '\s+') w, spelt_apart(w) apart;
    wanted := wanted || to_tsquery('simple', beginnings);
  end if;
  for phrase in select q from unnest(phrases) p, phraseto_tsquery('simple', spelt_apart(p)) q where numnode(q) > 0 loop
    wanted := coalesce(wanted && phrase, phrase);
  end loop;
  return wanted;
end $$;

-- Any of these: a word by its stems, a phrase as it stands.
create function unwanted_of(without text[]) returns tsquery language sql stable parallel safe as $$
  select string_agg('(' || q || ')', ' | ')::tsquery from (
    select case when w ~ '\s' then phraseto_tsquery('simple', spelt_apart(w)) else any_language(ltrim(w, '-')) end::text as q from unnest(without) w
  ) each where q <> ''
$$;

-- Rows of words, up to so many: by the number of a ticket; by all words and phrases of what is asked; and where these find nothing
-- for plain words, by a subject that is alike, up to so many: to compare one takes half a millisecond. What is left out stands nowhere in the
-- ticket that the asker may read. A customer's search never sees what is internal.
create function search_tickets(asked text, phrases text[], without text[], most int, most_alike int) returns table (account_id uuid, id uuid, by_words boolean)
  language plpgsql stable rows 50 security definer set search_path = pg_catalog, public as $$
declare
  is_plain constant boolean := cardinality(phrases) = 0 and cardinality(without) = 0 and asked not like '%"%';
  wanted tsquery;
  unwanted tsquery;
  owners tsquery;
begin
  -- Not \d, which are the digits of every script, and a number of none but ours.
  if is_plain and asked ~ '^\s*#?[0-9]{1,15}\s*$' then
    return query select t.account_id, t.id, false from ticket t where t.reference = substring(asked from '[0-9]+')::bigint
      and (scope_is_all() or t.account_id = any (scope_accounts()));
    if found then return; end if;
  end if;
  wanted := wanted_of(asked, phrases);
  if not scope_is_all() then
    select string_agg('''@' || a || '''', ' | ')::tsquery into owners from unnest(scope_accounts()) a;
    wanted := wanted && owners;
  end if;
  if cardinality(without) = 0 then
    return query select w.owner_id, w.ticket_id, true from ticket_words w
      where w.words @@ wanted and (scope_is_all() or w.owner_id = any (scope_accounts())) and (not w.is_internal or scope_is_provider())
      limit most;
  else
    unwanted := coalesce(unwanted_of(without), '');
    return query select w.owner_id, w.ticket_id, true from ticket_words w
      where w.words @@ wanted and (scope_is_all() or w.owner_id = any (scope_accounts())) and (not w.is_internal or scope_is_provider())
        -- Of that ticket alone: the index of words would be read anew for each.
        and not exists (select from (select u.words from ticket_words u where u.ticket_id = w.ticket_id and u.owner_id = w.owner_id
          and (not u.is_internal or scope_is_provider()) offset 0) other where other.words @@ unwanted)
      limit most;
  end if;
  if not found and is_plain and exists (select from pg_class where relname = 'ticket_words_alike') then
    perform set_config('pg_trgm.word_similarity_threshold', '0.4', true);
    if scope_is_all() then
      return query execute 'select w.owner_id, w.ticket_id, false from ticket_words w where w.subject is not null and $1 <% w.subject limit $2' using asked, most_alike;
    else
      -- Much may be alike in all accounts together, and little of it in these.
      return query execute 'select w.owner_id, w.ticket_id, false from ticket_words w
        where w.subject is not null and w.owner_id = any ($3) and $1 <% w.subject limit $2' using asked, most_alike, scope_accounts();
    end if;
  end if;
end $$;
revoke all on function search_tickets from public;
grant execute on function search_tickets to tamarack_server;

-- The words within the scope, for words that very many tickets have: PostgreSQL decides whether it walks through these or through the
-- tickets. No barrier, which would keep it from the index.
create view ticket_words_in_scope as select owner_id, ticket_id, words from ticket_words
  where ((select scope_is_all()) or owner_id = any ((select scope_accounts())::uuid[])) and (not is_internal or (select scope_is_provider()));
grant select on ticket_words_in_scope to tamarack_server;
